import { Global, Module } from '@nestjs/common';
import { SearchController } from './search.controller.js';
import { SearchRepository } from './search.repository.js';
import { SearchService } from './search.service.js';
import { SearchUpdater } from './search-updater.js';
import { WordDensities } from './word-densities.js';

@Global()
@Module({
  controllers: [SearchController],
  providers: [SearchRepository, SearchService, SearchUpdater, WordDensities],
  exports: [SearchRepository],
})
export class SearchModule {}
