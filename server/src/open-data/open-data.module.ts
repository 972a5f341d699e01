import { Module } from '@nestjs/common';
import { OpenKeyUses } from './keys/open-key-uses.js';
import { OpenKeysController } from './keys/open-keys.controller.js';
import { OpenKeys } from './keys/open-keys.service.js';
import { OpenDataController } from './open-data.controller.js';
import { OpenData } from './open-data.service.js';
import { OpenFiles } from './open-files.js';
import { OpenReader } from './open-reader.js';
import { OpenVersions } from './open-versions.js';

@Module({
  controllers: [OpenDataController, OpenKeysController],
  providers: [OpenData, OpenFiles, OpenKeys, OpenKeyUses, OpenReader, OpenVersions],
})
export class OpenDataModule {}
