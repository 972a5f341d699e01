import { Module } from '@nestjs/common';
import { BulletinsController } from './bulletins.controller.js';
import { Bulletins } from './bulletins.service.js';
import { FigureCounts } from './figure-counts.js';
import { FigureKeeper } from './figure-keeper.service.js';
import { FigureLists } from './figure-lists.service.js';
import { FigureScopes } from './figure-scope.js';
import { FigureStoreModule } from './figure-store.module.js';
import { FiguresController } from './figures.controller.js';
import { FiguresService } from './figures.service.js';
import { OpenFiguresController } from './open-figures.controller.js';

@Module({
  imports: [FigureStoreModule],
  controllers: [BulletinsController, OpenFiguresController, FiguresController],
  providers: [Bulletins, FigureCounts, FigureKeeper, FigureLists, FigureScopes, FiguresService],
})
export class FiguresModule {}
