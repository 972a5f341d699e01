import {
  contentMachine,
  type Me,
  maskPhone,
  type Page,
  type PersonView,
  type ProposedName,
  ROLES,
  type Role,
  regionAt,
  rolesIn,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AttachmentReader } from '../attachments/attachment-reader.js';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { toPage } from '../common/paging/page.js';
import { ContentCheckEntity } from '../moderation/moderation.entity.js';
import { DepartmentsRepository } from '../regions/departments.repository.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { ObligationsService } from './obligations.js';
import type { PeopleQueryDto } from './people.dto.js';
import { PeopleRepository } from './people.repository.js';
import type { PersonEntity } from './person.entity.js';
import { Phones } from './phones.service.js';

/** Who may be given a staff account. */
const STAFF: readonly Role[] = ROLES.filter((role) => role !== 'resident' && role !== 'member');

/** Whom each of these roles may look up: members name and invite, but do not go through the residents. */
const FINDABLE: readonly (readonly [Role, readonly Role[]])[] = [
  ['convener', ROLES],
  ['county_office', ROLES],
  ['party_committee', [...STAFF, 'member']],
  ['admin', STAFF],
  ['member', ['member', 'convener', 'department']],
];

@Injectable()
export class PeopleService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly regions: RegionDirectory,
    private readonly departments: DepartmentsRepository,
    private readonly phones: Phones,
    private readonly obligations: ObligationsService,
    private readonly photos: AttachmentReader,
  ) {}

  async me(ctx: RequestContext): Promise<Me> {
    const { id, name, grants, signIn } = actorOf(ctx);
    const person = await this.people.find(ctx.db, id);
    const home = person?.homeTownship ?? null;
    const departmentIds = grants.flatMap((g) => (g.departmentId ? [g.departmentId] : []));
    const departmentName = await this.departments.names(ctx.db, departmentIds);
    const phone = await this.phones.of(ctx.db, id);
    const due = await this.obligations.of(ctx.db, id);
    return {
      id,
      name,
      proposedName: await proposedName(ctx, person),
      avatar: (await this.photos.of(ctx.db, 'person', [id], true)).get(id)?.[0] ?? null,
      grants: [...grants],
      homeTownship: home,
      homeTownshipName: home === null ? null : (await this.regions.names())(home),
      departmentNames: departmentIds.map(departmentName),
      phone: phone && maskPhone(phone),
      consentsDue: [...due.consents],
      phoneDue: due.phone,
      way: signIn.way,
    };
  }

  /** Whom a convener can invite or name, or an administrator give an account, by name: people of the township, and departments of its county. @throws REGION.OUTSIDE */
  async find(ctx: RequestContext, query: PeopleQueryDto): Promise<Page<PersonView>> {
    const own = rolesIn(actorOf(ctx).grants, query.region);
    const findable = FINDABLE.find(([finder]) => own.has(finder))?.[1];
    if (findable === undefined) throw new CodedError('REGION.OUTSIDE');
    const regions = [query.region, regionAt(query.region, 'county')].filter((code) => code !== undefined);
    const { role, after = '', limit } = query;
    const roles = role === undefined ? findable : findable.filter((one) => one === role);
    if (roles.length === 0) return { items: [], nextAfter: null };
    const rows = await this.people.inRegion(ctx.db, { regions, roles, name: query.q ?? '', after, limit: limit + 1 });
    const byId = new Map<string, PersonView>();
    for (const { id, name, role, department } of rows) {
      const person = byId.get(id) ?? { id, name, roles: [], departmentName: null };
      person.roles.push(role);
      person.departmentName ??= department;
      byId.set(id, person);
    }
    return toPage([...byId.values()], limit, (person) => person.id);
  }
}

async function proposedName(ctx: RequestContext, person: PersonEntity | null): Promise<ProposedName | null> {
  if (person === null || person.proposedName === null) return null;
  const which = { kind: 'nickname', ownerId: person.id, supersededAt: IsNull() } as const;
  const check = await ctx.db.findOneBy(ContentCheckEntity, which);
  return { name: person.proposedName, state: check?.state ?? contentMachine.initial };
}
