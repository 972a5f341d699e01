import { Body, Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public, Requires } from '../common/auth/access.decorators.js';
import { Ctx, type RequestContext } from '../common/context/request-context.js';
import { Put } from '../common/context/writes.js';
import { PageQueryDto } from '../common/paging/page.dto.js';
import { OwnSettingsDto, RegionParamDto, RegionQueryDto } from './regions.dto.js';
import { RegionsService } from './regions.service.js';

@ApiTags('regions')
@Controller()
export class RegionsController {
  constructor(private readonly regions: RegionsService) {}

  @Get('regions')
  @Public()
  tree() {
    return this.regions.tree();
  }

  @Get('regions/:code/settings')
  @Public()
  settings(@Ctx() ctx: RequestContext, @Param() { code }: RegionParamDto) {
    return this.regions.settings(ctx, code);
  }

  @Put('regions/:code/settings')
  @Requires('settings.write')
  setSettings(@Ctx() ctx: RequestContext, @Param() { code }: RegionParamDto, @Body() body: OwnSettingsDto) {
    return this.regions.setSettings(ctx, code, body);
  }

  @Get('regions/:code/settings/changes')
  @Requires('settings.changes')
  settingsChanges(@Ctx() ctx: RequestContext, @Param() { code }: RegionParamDto, @Query() query: PageQueryDto) {
    return this.regions.settingsChanges(ctx, code, query);
  }

  @Get('departments')
  @Public()
  departments(@Ctx() ctx: RequestContext, @Query() { region }: RegionQueryDto) {
    return this.regions.departments(ctx, region);
  }
}
