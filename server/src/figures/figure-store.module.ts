import { Module } from '@nestjs/common';
import { FigureStore } from './figure-store.js';

/** The kept figures, for those who read them besides the dashboard. */
@Module({ providers: [FigureStore], exports: [FigureStore] })
export class FigureStoreModule {}
