import {
  type DepartmentView,
  hasOwnSettings,
  holds,
  type Page,
  type Permission,
  type RegionSettingsView,
  type RegionTree,
  regionAt,
  rolesIn,
  type SettingsChangeView,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import type { PageQueryDto } from '../common/paging/page.dto.js';
import { toPage } from '../common/paging/page.js';
import { PeopleRepository } from '../people/people.repository.js';
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
    private readonly people: PeopleRepository,
  ) {}

  tree(): Promise<RegionTree[]> {
    return this.directory.tree();
  }

  async settings(ctx: RequestContext, code: string): Promise<RegionSettingsView> {
    const { code: region } = await this.directory.get(code);
    const [settings, own] = await Promise.all([
      this.settingsOf.of(ctx.db, region),
      this.settingsOf.own(ctx.db, region),
    ]);
    return { region, ...settings, own };
  }

  /** @throws REGION.OUTSIDE for somebody else's region, REGION.NO_SETTINGS for one that sets nothing itself */
  async setSettings(ctx: RequestContext, code: string, own: OwnSettingsDto): Promise<RegionSettingsView> {
    const { code: region } = await this.directory.get(code);
    this.checkHolds(ctx, 'settings.write', region);
    if (!hasOwnSettings(region)) throw new CodedError('REGION.NO_SETTINGS');
    await this.settingsOf.set(ctx, region, own);
    return this.settings(ctx, region);
  }

  /** Who changed a region's own settings, newest first. @throws REGION.OUTSIDE */
  async settingsChanges(
    ctx: RequestContext,
    code: string,
    { after, limit }: PageQueryDto,
  ): Promise<Page<SettingsChangeView>> {
    const { code: region } = await this.directory.get(code);
    this.checkHolds(ctx, 'settings.changes', region);
    const rows = await this.settingsOf.changes(ctx.db, region, after, limit + 1);
    const { items, nextAfter } = toPage(rows, limit, (row) => row.id);
    const name = await this.people.names(
      ctx.db,
      items.map((row) => row.actorId),
    );
    return {
      nextAfter,
      items: items.map(({ id, at, actorId, previous, settings }) => ({
        id,
        at,
        by: name(actorId),
        before: previous,
        after: settings,
      })),
    };
  }

  private checkHolds(ctx: RequestContext, permission: Permission, region: string): void {
    if (!holds(permission, rolesIn(actorOf(ctx).grants, region))) throw new CodedError('REGION.OUTSIDE');
  }

  /** Who can carry something out for a region: its own departments and its county's. */
  async departments(ctx: RequestContext, code: string): Promise<DepartmentView[]> {
    const regions = [regionAt(code, 'township'), regionAt(code, 'county')].filter((region) => region !== undefined);
    const rows = await this.departmentsRepository.inRegions(ctx.db, regions);
    return rows.map(({ id, name, region }) => ({ id, name, region }));
  }
}
