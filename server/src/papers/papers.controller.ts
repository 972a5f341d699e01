import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { FewAtOnce } from '../common/few-at-once.decorator.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import { DOCX, fileOf } from './file-answer.js';
import { Papers } from './papers.service.js';

/** 公文: what is on a page, as a file of a word processor. */
@ApiTags('papers')
@ApiBearerAuth()
@Controller()
export class PapersController {
  constructor(private readonly papers: Papers) {}

  /** 会议纪要 */
  @Get('minutes/:id/paper.docx')
  @Header('cache-control', 'private, no-store')
  @Public()
  @FewAtOnce()
  async minutes(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return fileOf(await this.papers.ofMinutes(ctx, id), DOCX);
  }

  /** 协商成果报告 */
  @Get('outcomes/:id/paper.docx')
  @Header('cache-control', 'private, no-store')
  @Public()
  @FewAtOnce()
  async outcome(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return fileOf(await this.papers.ofOutcome(ctx, id), DOCX);
  }

  /** 签到表 */
  @Get('sessions/:id/attendance.docx')
  @Header('cache-control', 'private, no-store')
  @Requires('session.people')
  @FewAtOnce()
  async attendance(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto) {
    return fileOf(await this.papers.ofAttendance(ctx, id), DOCX);
  }
}
