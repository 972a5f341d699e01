import { Body, Controller, Get, Header, HttpCode, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { OwnTransaction } from '../common/context/own-transaction.decorator.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Delete, Post, Put } from '../common/context/writes.js';
import { Unrecorded } from '../common/idempotency/unrecorded.decorator.js';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { NeedsConsent } from '../people/obligations.decorators.js';
import {
  ConsentDto,
  ConsentParamDto,
  DeleteAccountDto,
  MyPhoneDto,
  MyProfileDto,
  MyToldDto,
  MyTownshipDto,
} from './account.dto.js';
import { AccountService } from './account.service.js';
import { AccountDeletion } from './account-deletion.service.js';
import { Consents } from './consents.service.js';
import { MyDataService } from './my-data.service.js';
import { PhoneReveals } from './phone-reveals.service.js';
import { ToldProfiles } from './told-profiles.service.js';

@ApiTags('account')
@Controller('me')
export class AccountController {
  constructor(
    private readonly account: AccountService,
    private readonly consents: Consents,
    private readonly data: MyDataService,
    private readonly deletion: AccountDeletion,
    private readonly reveals: PhoneReveals,
    private readonly told: ToldProfiles,
  ) {}

  @Put()
  @Requires('account.write')
  @NeedsConsent()
  change(@Ctx() ctx: RequestContext, @Body() body: MyProfileDto) {
    return this.account.change(ctx, body);
  }

  @Put('home-township')
  @Requires('account.write')
  settle(@Ctx() ctx: RequestContext, @Body() { township }: MyTownshipDto) {
    return this.account.settle(ctx, township);
  }

  /** 自愿填写的情况 */
  @Get('told')
  @Requires('account.read')
  whatTold(@Ctx() ctx: RequestContext) {
    return this.told.of(ctx);
  }

  @Put('told')
  @Requires('account.write')
  @NeedsConsent()
  tell(@Ctx() ctx: RequestContext, @Body() body: MyToldDto) {
    return this.told.tell(ctx, body);
  }

  @Post('phone')
  @HttpCode(200)
  @Requires('account.write')
  @OwnTransaction()
  @NeedsConsent()
  bindPhone(@Ctx() ctx: RequestContext, @Body() { code }: MyPhoneDto) {
    return this.account.bindPhone(ctx, code);
  }

  @Get('consents')
  @Requires('account.read')
  listConsents(@Ctx() ctx: RequestContext, @Query() query: PageQueryDto) {
    return this.consents.list(ctx, query);
  }

  @Post('consents')
  @HttpCode(204)
  @Requires('account.write')
  consent(@Ctx() ctx: RequestContext, @Body() body: ConsentDto) {
    return this.consents.give(ctx, body);
  }

  @Delete('consents/:document')
  @HttpCode(204)
  @Requires('account.write')
  withdraw(@Ctx() ctx: RequestContext, @Param() { document }: ConsentParamDto) {
    return this.consents.withdraw(ctx, document);
  }

  /** 谁看过我的电话 */
  @Get('phone-reveals')
  @Requires('account.read')
  phoneReveals(@Ctx() ctx: RequestContext, @Query() query: PageQueryDto) {
    return this.reveals.ofMine(ctx, query);
  }

  @Get('export')
  @Requires('account.read')
  @Header('content-disposition', 'attachment; filename="my-data.json"')
  @Header('cache-control', 'no-store')
  export(@Ctx() ctx: RequestContext) {
    return this.data.of(ctx);
  }

  /** 注销 */
  @Delete()
  @HttpCode(204)
  @Requires('account.write')
  @Unrecorded()
  delete(@Ctx() ctx: RequestContext, @Query() query: DeleteAccountDto) {
    return this.deletion.delete(ctx, query);
  }
}
