import { Module } from '@nestjs/common';
import { BulletinsController } from './bulletins.controller.js';
import { Bulletins } from './bulletins.service.js';
import { FigureCounts } from './figure-counts.js';
import { FigureKeeper } from './figure-keeper.service.js';
import { FigureLists } from './figure-lists.service.js';
import { FigureScopes } from './figure-scope.js';
import { FigureStore } from './figure-store.js';
import { FiguresController } from './figures.controller.js';
import { FiguresService } from './figures.service.js';
import { OpenFiguresController } from './open-figures.controller.js';

@Module({
  controllers: [BulletinsController, OpenFiguresController, FiguresController],
  providers: [Bulletins, FigureCounts, FigureKeeper, FigureLists, FigureScopes, FigureStore, FiguresService],
})
export class FiguresModule {}
