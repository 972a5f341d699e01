import { type Me, maskPhone, type Page, type PersonView, ROLES, type Role, regionAt, rolesIn } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { toPage } from '../common/paging/page.js';
import { DepartmentsRepository } from '../regions/departments.repository.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { ObligationsService } from './obligations.js';
import type { PeopleQueryDto } from './people.dto.js';
import { PeopleRepository } from './people.repository.js';
import { Phones } from './phones.service.js';

/** Who may be given a staff account. */
const STAFF: readonly Role[] = ROLES.filter((role) => role !== 'resident' && role !== 'member');

/** Whom each of these roles may look up: members name and invite, but do not go through the residents. */
const FINDABLE: readonly (readonly [Role, readonly Role[]])[] = [
  ['convener', ROLES],
  ['county_office', ROLES],
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
  ) {}

  async me(ctx: RequestContext): Promise<Me> {
    const { id, name, grants, signIn } = actorOf(ctx);
    const home = (await this.people.find(ctx.db, id))?.homeTownship ?? null;
    const departmentIds = grants.flatMap((g) => (g.departmentId ? [g.departmentId] : []));
    const departmentName = await this.departments.names(ctx.db, departmentIds);
    const phone = await this.phones.of(ctx.db, id);
    const due = await this.obligations.of(ctx.db, id);
    return {
      id,
      name,
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
