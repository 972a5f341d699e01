import { Global, Module } from '@nestjs/common';
import { OutcomeSummaries } from './outcome-summaries.js';

@Global()
@Module({ providers: [OutcomeSummaries], exports: [OutcomeSummaries] })
export class OutcomesModule {}
