import { Global, Module } from '@nestjs/common';
import { SearchController } from './search.controller.js';
import { SearchRepository } from './search.repository.js';
import { SearchService } from './search.service.js';
import { SearchUpdater } from './search-updater.js';

@Global()
@Module({
  controllers: [SearchController],
  providers: [SearchRepository, SearchService, SearchUpdater],
  exports: [SearchRepository],
})
export class SearchModule {}
