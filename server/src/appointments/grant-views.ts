import { type Grant, type GrantView, mayGrant, ROLE_LABELS } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { GrantEntity } from '../people/person.entity.js';
import { DepartmentsRepository } from '../regions/departments.repository.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { Successors } from './successors.js';

/** Roles as whoever gives and takes them reads them. */
@Injectable()
export class GrantViews {
  constructor(
    private readonly regions: RegionDirectory,
    private readonly departments: DepartmentsRepository,
    private readonly successors: Successors,
  ) {}

  /** Person → their roles in these regions, in the order in which they got them. */
  async of(
    ctx: RequestContext,
    personIds: readonly string[],
    regions: readonly string[],
  ): Promise<(personId: string) => GrantView[]> {
    const rows = await grantsOf(ctx.db, personIds, regions);
    const departmentOf = await this.departments.names(
      ctx.db,
      rows.flatMap(({ departmentId }) => departmentId ?? []),
    );
    const regionOf = await this.regions.names();
    const { id: actorId, grants: own } = actorOf(ctx);
    const mayTake = ({ personId, role, region }: GrantEntity) => personId !== actorId && mayGrant(own, role, region);
    const missing = await this.successors.missing(ctx, rows.filter(mayTake));
    const views = rows.map((row) => {
      const { id, personId, role, region, departmentId } = row;
      const view = {
        id,
        role,
        roleLabel: ROLE_LABELS[role],
        region,
        regionName: regionOf(region),
        departmentName: departmentId && departmentOf(departmentId),
        mayTake: mayTake(row),
        needsSuccessor: missing.has(id),
      };
      return { personId, view };
    });
    return (personId) => views.filter((one) => one.personId === personId).map(({ view }) => view);
  }
}

/** A role as the rules take it. */
export function toGrant({ role, region, departmentId }: GrantEntity): Grant {
  return { role, region, departmentId };
}

async function grantsOf(db: EntityManager, personIds: readonly string[], regions: readonly string[]) {
  if (personIds.length === 0) return [];
  return db.find(GrantEntity, {
    where: { personId: In([...personIds]), region: In([...regions]) },
    order: { id: 'ASC' },
  });
}
