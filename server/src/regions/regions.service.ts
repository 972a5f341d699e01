import { type DepartmentView, type RegionSettingsView, type RegionTree, regionAt, rolesIn } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { DepartmentsRepository } from './departments.repository.js';
import { RegionDirectory } from './region-directory.js';
import type { OwnSettingsDto } from './regions.dto.js';
import { Settings } from './settings.service.js';

@Injectable()
export class RegionsService {
  constructor(
    private readonly directory: RegionDirectory,
    private readonly settingsOf: Settings,
    private readonly departmentsRepository: DepartmentsRepository,
  ) {}

  tree(): Promise<RegionTree[]> {
    return this.directory.tree();
  }

  async settings(ctx: RequestContext, code: string): Promise<RegionSettingsView> {
    const { code: region } = await this.directory.get(code);
    return { region, ...(await this.settingsOf.of(ctx.db, region)) };
  }

  /** @throws REGION.OUTSIDE for somebody else's region */
  async setSettings(ctx: RequestContext, code: string, own: OwnSettingsDto): Promise<RegionSettingsView> {
    const { code: region } = await this.directory.get(code);
    const roles = rolesIn(actorOf(ctx).grants, region);
    if (!roles.has('county_office') && !roles.has('admin')) throw new CodedError('REGION.OUTSIDE');
    await this.settingsOf.set(ctx.db, region, own, ctx.now);
    return this.settings(ctx, region);
  }

  /** Who can carry something out for a region: its own departments and its county's. */
  async departments(ctx: RequestContext, code: string): Promise<DepartmentView[]> {
    const regions = [regionAt(code, 'township'), regionAt(code, 'county')].filter((region) => region !== undefined);
    const rows = await this.departmentsRepository.inRegions(ctx.db, regions);
    return rows.map(({ id, name, region }) => ({ id, name, region }));
  }
}
