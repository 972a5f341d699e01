import { Global, Module } from '@nestjs/common';
import { SessionSummaries } from './session-summaries.js';

@Global()
@Module({ providers: [SessionSummaries], exports: [SessionSummaries] })
export class SessionsModule {}
