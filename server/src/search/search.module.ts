import { Global, Module } from '@nestjs/common';
import { SearchController } from './search.controller.js';
import { SearchRepository } from './search.repository.js';
import { SearchService } from './search.service.js';
import { SearchFilling } from './search-filling.job.js';
import { WordCounts } from './word-counts.js';

@Global()
@Module({
  controllers: [SearchController],
  providers: [SearchFilling, SearchRepository, SearchService, WordCounts],
  exports: [SearchRepository],
})
export class SearchModule {}
