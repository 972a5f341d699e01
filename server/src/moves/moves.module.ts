import { Global, Module } from '@nestjs/common';
import { EventLog } from './event-log.js';
import { Mover } from './mover.js';
import { Timeline } from './timeline.js';
import { TodoList } from './todo-list.js';

@Global()
@Module({ providers: [EventLog, Mover, Timeline, TodoList], exports: [EventLog, Mover, Timeline, TodoList] })
export class MovesModule {}
