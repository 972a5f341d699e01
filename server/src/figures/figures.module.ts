import { Module } from '@nestjs/common';
import { FigureKeeper } from './figure-keeper.service.js';
import { FigureStore } from './figure-store.js';

@Module({ providers: [FigureKeeper, FigureStore] })
export class FiguresModule {}
