import { Module } from '@nestjs/common';
import { CaseAccess } from './case-access.js';
import { CaseDetails } from './case-detail.service.js';
import { CaseLists } from './case-lists.service.js';
import { CaseOwner } from './case-owner.js';
import { CasePrefill } from './case-prefill.js';
import { CaseSummaries } from './case-summaries.js';
import { CaseWriting } from './case-writing.service.js';
import { CasesController } from './cases.controller.js';

@Module({
  controllers: [CasesController],
  providers: [CaseAccess, CaseDetails, CaseLists, CaseOwner, CasePrefill, CaseSummaries, CaseWriting],
})
export class CasesModule {}
