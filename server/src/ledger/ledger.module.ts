import { Module } from '@nestjs/common';
import { FigureStoreModule } from '../figures/figure-store.module.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerRepository } from './ledger.repository.js';
import { Ledger } from './ledger.service.js';

@Module({
  imports: [FigureStoreModule],
  controllers: [LedgerController],
  providers: [Ledger, LedgerRepository],
  exports: [Ledger],
})
export class LedgerModule {}
