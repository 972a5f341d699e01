import {
  countiesGrantedIn,
  type Grant,
  type GrantInput,
  type GrantView,
  holds,
  mayGrant,
  maySupervise,
  type Page,
  ROLE_LABELS,
  regionAt,
  rolesIn,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { lockRow } from '../database/lock-row.js';
import { Sessions } from '../identity/sessions.service.js';
import { TodoList } from '../moves/todo-list.js';
import { GrantEntity, PersonEntity } from '../people/person.entity.js';
import { Phones } from '../people/phones.service.js';
import { DepartmentsRepository } from '../regions/departments.repository.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { CountyPeople } from './county-people.service.js';
import { GrantViews, toGrant } from './grant-views.js';
import { RoleNews } from './role-news.js';
import { StaffEvents } from './staff-events.service.js';
import { Successors } from './successors.js';

/** Giving and taking roles. What waits for a role stays with it, whoever holds it. */
@Injectable()
export class Appointments {
  constructor(
    private readonly sessions: Sessions,
    private readonly people: CountyPeople,
    private readonly views: GrantViews,
    private readonly phones: Phones,
    private readonly regions: RegionDirectory,
    private readonly departments: DepartmentsRepository,
    private readonly events: StaffEvents,
    private readonly news: RoleNews,
    private readonly todos: TodoList,
    private readonly successors: Successors,
  ) {}

  /** The roles of somebody in the counties of whoever asks. @throws ITEM.NOT_FOUND */
  async list(ctx: RequestContext, personId: string): Promise<Page<GrantView>> {
    await this.people.get(ctx, personId, countiesOf(ctx));
    return { items: await this.of(ctx, personId), nextAfter: null };
  }

  /** @throws GRANT.NOT_YOURS, GRANT.SELF, GRANT.DEPARTMENT, GRANT.EXISTS, ITEM.NOT_FOUND for nobody of the county */
  async give(ctx: RequestContext, personId: string, input: GrantInput): Promise<GrantView> {
    await this.people.get(ctx, personId, countiesOf(ctx));
    const county = await this.own(ctx, input);
    const id = await this.add(ctx, personId, county, input);
    const view = (await this.of(ctx, personId)).find((one) => one.id === id);
    if (view === undefined) throw notFound();
    return view;
  }

  /** Somebody new, who gets a role at once. @returns their id @throws as `give`, and PHONE.TAKEN */
  async introduce(
    ctx: RequestContext,
    { name, phone, ...input }: GrantInput & { name: string; phone: string },
  ): Promise<string> {
    const county = await this.own(ctx, input);
    const id = newId(ctx.now);
    await ctx.db.insert(PersonEntity, { id, name, proposedName: null, homeTownship: null, createdAt: ctx.now });
    await this.phones.bind(ctx.db, id, phone, ctx.now);
    await this.add(ctx, id, county, input);
    return id;
  }

  /**
   * Who has no role left is a resident of where they live again.
   * @throws ITEM.NOT_FOUND, GRANT.SELF, GRANT.NOT_YOURS, GRANT.LAST where nobody would be left for what waits
   */
  async take(ctx: RequestContext, id: string): Promise<void> {
    const grant = await ctx.db.findOneBy(GrantEntity, { id });
    if (grant === null || !countiesOf(ctx).some((county) => grant.region.startsWith(county))) throw notFound();
    const { personId } = grant;
    if (personId === actorOf(ctx).id) throw new CodedError('GRANT.SELF');
    const county = await this.own(ctx, grant);
    // The county is held by now, so that of two that are left one stays.
    const missing = await this.successors.missing(ctx, [grant]);
    if (missing.has(id)) throw new CodedError('GRANT.LAST', { role: ROLE_LABELS[grant.role] });
    await lockRow(ctx.db, 'people', personId);
    const { affected } = await ctx.db.delete(GrantEntity, { id });
    if (affected !== 1) throw notFound();
    await this.settle(ctx, personId);
    // A promise is seen to by name, and only by who holds a role there.
    const left = (await ctx.db.findBy(GrantEntity, { personId })).map(toGrant);
    await this.todos.release(ctx, 'task', personId, (township) =>
      maySupervise(left, regionAt(township, 'county') ?? ''),
    );
    // Whoever called a session sees to it as long as they could call another one there.
    await this.todos.handBack(ctx, 'session', personId, (township) => holds('session.call', rolesIn(left, township)));
    await this.events.record(ctx, 'take', { personId, county, grant: toGrant(grant) });
    await this.news.tell(ctx, 'take', grant);
    this.sessions.forget(personId);
  }

  /**
   * The county whose role it is. It is held until the transaction ends and the asker's own roles are read under it,
   * so that of two administrators who take each other's role one stays.
   * @throws GRANT.NOT_YOURS
   */
  private async own(ctx: RequestContext, { role, region }: Pick<Grant, 'role' | 'region'>): Promise<string> {
    const county = regionAt(region, 'county') ?? '';
    await ctx.db.query('UPDATE regions SET code = code WHERE code = ?', [county]);
    const own = await ctx.db.findBy(GrantEntity, { personId: actorOf(ctx).id });
    if (!mayGrant(own.map(toGrant), role, region)) {
      throw new CodedError('GRANT.NOT_YOURS', { role: ROLE_LABELS[role] });
    }
    await this.regions.get(region);
    return county;
  }

  private async add(ctx: RequestContext, personId: string, county: string, input: GrantInput): Promise<string> {
    const { role, region, departmentId = null } = input;
    if (personId === actorOf(ctx).id) throw new CodedError('GRANT.SELF');
    await this.checkDepartment(ctx, county, input);
    await lockRow(ctx.db, 'people', personId);
    const same = { personId, role, region, departmentId: departmentId ?? IsNull() };
    if (await ctx.db.existsBy(GrantEntity, same)) throw new CodedError('GRANT.EXISTS');
    const grant = { id: newId(ctx.now), personId, role, region, departmentId };
    await ctx.db.insert(GrantEntity, grant);
    await this.events.record(ctx, 'grant', { personId, county, grant });
    await this.news.tell(ctx, 'grant', grant);
    this.sessions.forget(personId);
    return grant.id;
  }

  private async checkDepartment(
    ctx: RequestContext,
    county: string,
    { role, departmentId }: GrantInput,
  ): Promise<void> {
    if ((role === 'department') !== (departmentId !== undefined)) throw new CodedError('GRANT.DEPARTMENT');
    if (departmentId === undefined) return;
    const department = await this.departments.find(ctx.db, departmentId);
    if (!department?.region.startsWith(county)) throw new CodedError('GRANT.DEPARTMENT');
  }

  private async settle(ctx: RequestContext, personId: string): Promise<void> {
    if (await ctx.db.existsBy(GrantEntity, { personId })) return;
    const person = await ctx.db.findOneBy(PersonEntity, { id: personId });
    if (person === null || person.homeTownship === null) return;
    const home = { role: 'resident', region: person.homeTownship, departmentId: null } as const;
    await ctx.db.insert(GrantEntity, { id: newId(ctx.now), personId, ...home });
  }

  private async of(ctx: RequestContext, personId: string): Promise<GrantView[]> {
    const regions = await Promise.all(countiesOf(ctx).map((county) => this.regions.within(county)));
    return (await this.views.of(ctx, [personId], regions.flat()))(personId);
  }
}

function countiesOf(ctx: RequestContext): string[] {
  return countiesGrantedIn(actorOf(ctx).grants);
}
