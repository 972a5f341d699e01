import { Module } from '@nestjs/common';
import { DrawPool } from './draw-pool.service.js';
import { DrawsController } from './draws.controller.js';
import { Draws } from './draws.service.js';

@Module({ controllers: [DrawsController], providers: [DrawPool, Draws] })
export class DrawsModule {}
