import { Global, Module } from '@nestjs/common';
import { LinkCodes } from './link-codes.service.js';
import { LinkSweeper } from './link-sweeper.js';
import { LinksController } from './links.controller.js';
import { Links } from './links.service.js';

@Global()
@Module({ controllers: [LinksController], providers: [Links, LinkCodes, LinkSweeper], exports: [Links] })
export class LinksModule {}
