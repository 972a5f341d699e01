import { Module } from '@nestjs/common';
import { OpenDataController } from './open-data.controller.js';
import { OpenData } from './open-data.service.js';
import { OpenFiles } from './open-files.js';
import { OpenReader } from './open-reader.js';
import { OpenVersions } from './open-versions.js';

@Module({
  controllers: [OpenDataController],
  providers: [OpenData, OpenFiles, OpenReader, OpenVersions],
})
export class OpenDataModule {}
