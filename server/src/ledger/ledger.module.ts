import { Module } from '@nestjs/common';
import { LedgerController } from './ledger.controller.js';
import { LedgerRepository } from './ledger.repository.js';
import { Ledger } from './ledger.service.js';

@Module({ controllers: [LedgerController], providers: [Ledger, LedgerRepository], exports: [Ledger] })
export class LedgerModule {}
