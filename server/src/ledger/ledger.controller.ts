import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { LedgerFilterDto, LedgerQueryDto, LedgerRegionDto } from './ledger.dto.js';
import { Ledger } from './ledger.service.js';

@ApiTags('ledger')
@Controller('ledger')
export class LedgerController {
  constructor(private readonly ledger: Ledger) {}

  @Get()
  @Public()
  list(@Ctx() ctx: RequestContext, @Query() query: LedgerQueryDto) {
    return this.ledger.list(ctx, query);
  }

  @Get('counts')
  @Public()
  counts(@Ctx() ctx: RequestContext, @Query() query: LedgerFilterDto) {
    return this.ledger.counts(ctx, query);
  }

  @Get('filters')
  @Public()
  filters(@Ctx() ctx: RequestContext, @Query() { region }: LedgerRegionDto) {
    return this.ledger.filters(ctx, region);
  }
}
