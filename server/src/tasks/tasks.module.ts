import { Global, Module } from '@nestjs/common';
import { TaskSummaries } from './task-summaries.js';

@Global()
@Module({ providers: [TaskSummaries], exports: [TaskSummaries] })
export class TasksModule {}
