import { Global, Module } from '@nestjs/common';
import { MaterialDownloads } from './material-downloads.js';
import { MaterialIntake } from './material-intake.js';
import { MaterialKeys } from './material-keys.js';
import { MaterialSweeper } from './material-sweeper.js';
import { MaterialsController } from './materials.controller.js';
import { Materials } from './materials.service.js';
import { MaterialsDeadline } from './materials-deadline.js';

@Global()
@Module({
  controllers: [MaterialsController],
  providers: [MaterialDownloads, MaterialIntake, MaterialKeys, MaterialSweeper, Materials, MaterialsDeadline],
  exports: [MaterialsDeadline],
})
export class MaterialsModule {}
