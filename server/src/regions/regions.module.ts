import { Global, Module } from '@nestjs/common';
import { DepartmentsRepository } from './departments.repository.js';
import { RegionDirectory } from './region-directory.js';
import { RegionsController } from './regions.controller.js';
import { RegionsService } from './regions.service.js';
import { Settings } from './settings.service.js';

@Global()
@Module({
  controllers: [RegionsController],
  providers: [DepartmentsRepository, RegionDirectory, RegionsService, Settings],
  exports: [DepartmentsRepository, RegionDirectory, Settings],
})
export class RegionsModule {}
