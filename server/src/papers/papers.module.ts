import { Module } from '@nestjs/common';
import { PapersController } from './papers.controller.js';
import { Papers } from './papers.service.js';

@Module({ controllers: [PapersController], providers: [Papers] })
export class PapersModule {}
