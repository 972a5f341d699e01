import { Body, Controller, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Delete, Post, Put } from '../common/context/writes.js';
import { IdParamDto } from '../common/validation/common.dto.js';
import { TaskDependencies } from './task-dependencies.service.js';
import { TaskFunds } from './task-funds.service.js';
import { TaskMilestones } from './task-milestones.service.js';
import { TaskParts } from './task-parts.service.js';
import { TaskPhotos } from './task-photos.service.js';
import {
  DependencyDto,
  DependencyParamDto,
  FundsDto,
  MilestoneDto,
  MilestoneParamDto,
  PhotoPairDto,
  PhotoPairParamDto,
  SpendingDto,
  TaskPartDto,
} from './task-structure.dto.js';

/** What a promise is made of. */
@ApiTags('task structure')
@Controller('tasks/:id')
export class TaskStructureController {
  constructor(
    private readonly parts: TaskParts,
    private readonly milestones: TaskMilestones,
    private readonly funds: TaskFunds,
    private readonly dependencies: TaskDependencies,
    private readonly photos: TaskPhotos,
  ) {}

  @Post('parts')
  @Requires('task.split')
  split(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: TaskPartDto) {
    return this.parts.split(ctx, id, body);
  }

  @Post('milestones')
  @HttpCode(200)
  @Requires('task.plan')
  addMilestone(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: MilestoneDto) {
    return this.milestones.add(ctx, id, body);
  }

  @Put('milestones/:milestoneId')
  @Requires('task.plan')
  editMilestone(
    @Ctx() ctx: RequestContext,
    @Param() { id, milestoneId }: MilestoneParamDto,
    @Body() body: MilestoneDto,
  ) {
    return this.milestones.edit(ctx, id, milestoneId, body);
  }

  @Delete('milestones/:milestoneId')
  @Requires('task.plan')
  removeMilestone(@Ctx() ctx: RequestContext, @Param() { id, milestoneId }: MilestoneParamDto) {
    return this.milestones.remove(ctx, id, milestoneId);
  }

  @Put('funds')
  @Requires('task.plan')
  planFunds(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: FundsDto) {
    return this.funds.plan(ctx, id, body);
  }

  @Post('spendings')
  @HttpCode(200)
  @Requires('task.plan')
  spend(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: SpendingDto) {
    return this.funds.spend(ctx, id, body);
  }

  @Post('dependencies')
  @HttpCode(200)
  @Requires('task.wait')
  waitFor(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() { waitsForId }: DependencyDto) {
    return this.dependencies.add(ctx, id, waitsForId);
  }

  @Delete('dependencies/:waitsForId')
  @Requires('task.wait')
  waitNoMore(@Ctx() ctx: RequestContext, @Param() { id, waitsForId }: DependencyParamDto) {
    return this.dependencies.remove(ctx, id, waitsForId);
  }

  @Post('photo-pairs')
  @HttpCode(200)
  @Requires('task.plan')
  addPhotos(@Ctx() ctx: RequestContext, @Param() { id }: IdParamDto, @Body() body: PhotoPairDto) {
    return this.photos.add(ctx, id, body);
  }

  @Put('photo-pairs/:pairId')
  @Requires('task.plan')
  editPhotos(@Ctx() ctx: RequestContext, @Param() { id, pairId }: PhotoPairParamDto, @Body() body: PhotoPairDto) {
    return this.photos.edit(ctx, id, pairId, body);
  }

  @Delete('photo-pairs/:pairId')
  @Requires('task.plan')
  removePhotos(@Ctx() ctx: RequestContext, @Param() { id, pairId }: PhotoPairParamDto) {
    return this.photos.remove(ctx, id, pairId);
  }
}
