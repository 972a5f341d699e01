import { Module } from '@nestjs/common';
import { PaperPhotos } from './paper-photos.js';
import { PapersController } from './papers.controller.js';
import { Papers } from './papers.service.js';

@Module({ controllers: [PapersController], providers: [PaperPhotos, Papers] })
export class PapersModule {}
