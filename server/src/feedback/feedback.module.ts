import { Module } from '@nestjs/common';
import { FeedbackController } from './feedback.controller.js';
import { Feedback } from './feedback.service.js';

@Module({ controllers: [FeedbackController], providers: [Feedback] })
export class FeedbackModule {}
