import {
  type Grant,
  OPERATOR_NAME,
  type Page,
  ROLE_LABELS,
  rolesIn,
  STAFF_EVENT_LABELS,
  type StaffEventAction,
  type StaffEventView,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { toPage } from '../common/paging/page.js';
import { PeopleRepository } from '../people/people.repository.js';
import { DepartmentsRepository } from '../regions/departments.repository.js';
import { RegionDirectory } from '../regions/region-directory.js';
import type { StaffEventsQueryDto } from './appointments.dto.js';
import { StaffEventEntity } from './staff-event.entity.js';

/** The record of roles and staff accounts: written with what it tells of, never changed. */
@Injectable()
export class StaffEvents {
  constructor(
    private readonly people: PeopleRepository,
    private readonly regions: RegionDirectory,
    private readonly departments: DepartmentsRepository,
  ) {}

  /** @param grant the role that was given or taken */
  async record(
    ctx: RequestContext,
    action: StaffEventAction,
    { personId, county, grant }: { personId: string; county: string; grant?: Grant },
  ): Promise<void> {
    await ctx.db.insert(StaffEventEntity, {
      id: newId(ctx.now),
      county,
      action,
      actorId: actorOf(ctx).id,
      personId,
      role: grant?.role ?? null,
      region: grant?.region ?? null,
      departmentId: grant?.departmentId ?? null,
      requestId: ctx.requestId,
      at: ctx.now,
    });
  }

  /** A county's, the latest first. @throws REGION.OUTSIDE */
  async list(ctx: RequestContext, { region, after, limit }: StaffEventsQueryDto): Promise<Page<StaffEventView>> {
    const roles = rolesIn(actorOf(ctx).grants, region);
    if (!roles.has('county_office') && !roles.has('admin')) throw new CodedError('REGION.OUTSIDE');
    const rows = await ctx.db.find(StaffEventEntity, {
      where: { county: region, ...(after && { id: LessThan(after) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const page = toPage(rows, limit, ({ id }) => id);
    return { ...page, items: await this.views(ctx, page.items) };
  }

  private async views(ctx: RequestContext, rows: readonly StaffEventEntity[]): Promise<StaffEventView[]> {
    const present = (id: string | null) => (id === null ? [] : [id]);
    const nameOf = await this.people.names(
      ctx.db,
      rows.flatMap(({ personId, actorId }) => [personId, ...present(actorId)]),
    );
    const departmentOf = await this.departments.names(
      ctx.db,
      rows.flatMap(({ departmentId }) => present(departmentId)),
    );
    const regionOf = await this.regions.names();
    return rows.map(({ id, at, action, actorId, personId, role, region, departmentId }) => ({
      id,
      at,
      action,
      actionLabel: STAFF_EVENT_LABELS[action],
      actorName: actorId === null ? OPERATOR_NAME : nameOf(actorId),
      personId,
      personName: nameOf(personId),
      roleLabel: role && ROLE_LABELS[role],
      regionName: region && regionOf(region),
      departmentName: departmentId && departmentOf(departmentId),
    }));
  }
}
