import { CONSENT_DOCUMENTS, CONSENTS, type Role } from '@consult/shared';
import type { EntityManager } from 'typeorm';
import { newId } from '../common/ids.js';
import { GrantEntity, IdentityEntity, PersonEntity } from '../people/person.entity.js';
import { ConsentEntity, PhoneEntity } from '../people/personal.entity.js';
import type { Phones } from '../people/phones.service.js';
import { DepartmentEntity, RegionEntity, RegionSettingsEntity } from '../regions/region.entity.js';
import { nameOf, phoneOf, RESIDENTS_TO_BE, TOWNSHIP_CAST } from './people.data.js';
import { CITY, COUNTIES, communityCode, DEPARTMENTS } from './places.data.js';

/** True when the demo's places are in the database. */
export async function placesLoaded(db: EntityManager): Promise<boolean> {
  return db.existsBy(RegionEntity, { code: CITY.code });
}

/** Writes the demo's regions, departments and people, each with the role they can be signed in as. */
export async function loadPlaces(db: EntityManager, now: number, phones: Phones): Promise<void> {
  const cast = new Casting(now, phones);
  const regions: RegionEntity[] = [{ ...CITY, level: 'city', parent: null }];
  const departments: DepartmentEntity[] = [];
  cast.add('city_office', CITY.code, { signIn: true });
  for (const county of COUNTIES) {
    regions.push({ code: county.code, name: county.name, level: 'county', parent: CITY.code });
    cast.add('county_office', county.code, { signIn: true });
    for (const name of DEPARTMENTS) {
      const department = { id: newId(now), name: `${county.name.at(-1)}${name}`, region: county.code };
      departments.push(department);
      cast.add('department', county.code, { signIn: true, departmentId: department.id });
    }
    for (const township of county.townships) {
      regions.push({ code: township.code, name: township.name, level: 'township', parent: county.code });
      township.communities.forEach((name, i) => {
        regions.push({ code: communityCode(township.code, i), name, level: 'community', parent: township.code });
      });
      const government = { id: newId(now), name: township.government, region: township.code };
      departments.push(government);
      for (const { role, count } of TOWNSHIP_CAST) {
        const known = role === 'resident' ? RESIDENTS_TO_BE : 1;
        for (let i = 0; i < count; i++) cast.add(role, township.code, { signIn: i < known, home: township.code });
      }
      cast.add('department', county.code, { signIn: true, departmentId: government.id, home: township.code });
    }
    cast.add('admin', county.code, { signIn: true });
  }
  await db.insert(RegionEntity, regions);
  await db.insert(
    RegionSettingsEntity,
    COUNTIES.map(({ code, brandName }) => ({ region: code, settings: { brandName } as never, updatedAt: now })),
  );
  await db.insert(DepartmentEntity, departments);
  await db.insert(PersonEntity, cast.people);
  await db.insert(GrantEntity, cast.grants);
  await db.insert(IdentityEntity, cast.identities);
  await db.insert(PhoneEntity, cast.phones);
  await db.insert(ConsentEntity, cast.consents);
}

class Casting {
  readonly people: PersonEntity[] = [];
  readonly grants: GrantEntity[] = [];
  readonly identities: IdentityEntity[] = [];
  readonly phones: PhoneEntity[] = [];
  readonly consents: ConsentEntity[] = [];

  constructor(
    private readonly now: number,
    private readonly numbers: Phones,
  ) {}

  add(role: Role, region: string, as: { signIn: boolean; departmentId?: string; home?: string }): void {
    const { now } = this;
    const id = newId(now);
    this.phones.push(this.numbers.row(id, phoneOf(this.people.length), now));
    for (const document of CONSENT_DOCUMENTS) {
      const { version } = CONSENTS[document];
      this.consents.push({ id: newId(now), personId: id, document, version, givenAt: now, withdrawnAt: null });
    }
    this.people.push({
      id,
      name: nameOf(this.people.length),
      proposedName: null,
      homeTownship: as.home ?? null,
      createdAt: now,
    });
    this.grants.push({ id: newId(now), personId: id, role, region, departmentId: as.departmentId ?? null });
    if (as.signIn) this.identities.push({ id: newId(now), provider: 'demo', subject: id, personId: id });
  }
}
