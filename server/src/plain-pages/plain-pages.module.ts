import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { PlainPagesController } from './plain-pages.controller.js';
import { PlainPages } from './plain-pages.service.js';

@Module({ imports: [LedgerModule], controllers: [PlainPagesController], providers: [PlainPages] })
export class PlainPagesModule {}
