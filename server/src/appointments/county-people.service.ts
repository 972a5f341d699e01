import { type CountyPerson, countiesGrantedIn, maskPhone, type Page, type Role } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { toPage } from '../common/paging/page.js';
import { PeopleRepository } from '../people/people.repository.js';
import { GrantEntity, type PersonEntity } from '../people/person.entity.js';
import { Phones } from '../people/phones.service.js';
import { RegionDirectory } from '../regions/region-directory.js';
import type { CountyPeopleQueryDto, PhoneQueryDto } from './appointments.dto.js';
import { GrantViews } from './grant-views.js';

/** The people of a county, for those who give and take its roles: who lives there, or has a role there. */
@Injectable()
export class CountyPeople {
  constructor(
    private readonly people: PeopleRepository,
    private readonly phones: Phones,
    private readonly regions: RegionDirectory,
    private readonly grants: GrantViews,
  ) {}

  /** By a part of the name; without one, those who have an office. @throws REGION.OUTSIDE */
  async find(ctx: RequestContext, query: CountyPeopleQueryDto): Promise<Page<CountyPerson>> {
    const { region, q = '', role, after = '', limit } = query;
    ownCounty(ctx, region);
    const regions = await this.regions.within(region);
    const rows = await search(ctx.db, { regions, name: q, role, after, limit: limit + 1 });
    const page = toPage(rows, limit, ({ id }) => id);
    return { ...page, items: await this.views(ctx, page.items, regions) };
  }

  /** By the whole number; also somebody who has just come and belongs nowhere yet. @throws REGION.OUTSIDE, ITEM.NOT_FOUND */
  async byPhone(ctx: RequestContext, { region, phone }: PhoneQueryDto): Promise<CountyPerson> {
    ownCounty(ctx, region);
    const id = await this.phones.holder(ctx.db, phone);
    const person = await this.get(ctx, id ?? '', [region]);
    const [view] = await this.views(ctx, [person], await this.regions.within(region));
    if (view === undefined) throw notFound();
    return view;
  }

  /** One of these counties, or of nowhere yet. @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, personId: string, counties: readonly string[]): Promise<PersonEntity> {
    const person = await this.people.find(ctx.db, personId);
    if (person === null) throw notFound();
    const grants = await ctx.db.findBy(GrantEntity, { personId });
    const places = [
      ...grants.map(({ region }) => region),
      ...(person.homeTownship === null ? [] : [person.homeTownship]),
    ];
    if (places.length > 0 && !places.some((place) => counties.some((county) => place.startsWith(county))))
      throw notFound();
    return person;
  }

  private async views(
    ctx: RequestContext,
    rows: readonly Pick<PersonEntity, 'id' | 'name' | 'homeTownship'>[],
    regions: readonly string[],
  ): Promise<CountyPerson[]> {
    const ids = rows.map(({ id }) => id);
    const phoneOf = await this.phones.ofMany(ctx.db, ids);
    const grantsOf = await this.grants.of(ctx, ids, regions);
    const regionOf = await this.regions.names();
    return rows.map(({ id, name, homeTownship }) => {
      const phone = phoneOf(id);
      return {
        id,
        name,
        phone: phone && maskPhone(phone),
        homeTownshipName: homeTownship && regionOf(homeTownship),
        grants: grantsOf(id),
      };
    });
  }
}

function ownCounty(ctx: RequestContext, county: string): void {
  if (!countiesGrantedIn(actorOf(ctx).grants).includes(county)) throw new CodedError('REGION.OUTSIDE');
}

/** By name; `after` is the last page's last person. */
async function search(
  db: EntityManager,
  by: { regions: readonly string[]; name: string; role: Role | undefined; after: string; limit: number },
): Promise<Pick<PersonEntity, 'id' | 'name' | 'homeTownship'>[]> {
  const places = by.regions.map(() => '?').join(', ');
  const everyone = by.name !== '' && by.role === undefined;
  const held = `SELECT g.person_id FROM grants g WHERE g.region IN (${places})`;
  const among = everyone
    ? `${held} UNION SELECT h.id FROM people h WHERE h.home_township IN (${places})`
    : `${held} AND ${by.role === undefined ? "g.role <> 'resident'" : 'g.role = ?'}`;
  // Compared within the database, whose order of names is its own.
  const last = '(SELECT l.name FROM people l WHERE l.id = ?)';
  const beyond = by.after === '' ? '1 = 1' : `(p.name > ${last} OR (p.name = ${last} AND p.id > ?))`;
  return db.query(
    `SELECT p.id, p.name, p.home_township AS homeTownship FROM people p
     WHERE p.id IN (${among}) AND p.name LIKE ? ESCAPE '!' AND ${beyond} ORDER BY p.name, p.id LIMIT ?`,
    [
      ...by.regions,
      ...(everyone ? by.regions : by.role === undefined ? [] : [by.role]),
      `%${by.name.replace(/[!%_]/g, '!$&')}%`,
      ...(by.after === '' ? [] : [by.after, by.after, by.after]),
      by.limit,
    ],
  );
}
