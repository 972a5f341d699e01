import { randomInt } from 'node:crypto';
import { GONE_NAME, type Grant, type Role, type SignInWay, STRANGER_NAME } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Actor } from '../common/context/request-context.js';
import { newId } from '../common/ids.js';
import { IdentityEntity, PersonEntity } from './person.entity.js';

interface ActorRow {
  id: string;
  name: string;
  way: SignInWay;
  role: Role | null;
  region: string;
  department_id: string | null;
}

@Injectable()
export class PeopleRepository {
  /**
   * Who is behind a sign-in that still stands, with all they were granted, in one statement: it runs with every
   * signed-in request.
   */
  async actor(db: EntityManager, signInId: string): Promise<Actor | null> {
    const rows: ActorRow[] = await db.query(
      `SELECT p.id, p.name, s.way, g.role, g.region, g.department_id
       FROM sign_ins s JOIN people p ON p.id = s.person_id LEFT JOIN grants g ON g.person_id = p.id
       WHERE s.id = ? AND s.ended_at IS NULL`,
      [signInId],
    );
    const [first] = rows;
    if (first === undefined) return null;
    const grants = rows.flatMap((row): Grant[] =>
      row.role === null ? [] : [{ role: row.role, region: row.region, departmentId: row.department_id }],
    );
    return { id: first.id, name: first.name, grants, signIn: { id: signInId, way: first.way } };
  }

  async personOf(db: EntityManager, provider: string, subject: string): Promise<string | null> {
    return (await db.findOneBy(IdentityEntity, { provider, subject }))?.personId ?? null;
  }

  /** A new person whom a provider vouches for, known by a made-up name until they give one. @returns their id */
  async addFrom(db: EntityManager, now: number, provider: string, subject: string): Promise<string> {
    const id = newId(now);
    const name = `${STRANGER_NAME}${randomInt(1000, 10_000)}`;
    await db.insert(PersonEntity, { id, name, proposedName: null, homeTownship: null, createdAt: now });
    await db.insert(IdentityEntity, { id: newId(now), provider, subject, personId: id });
    return id;
  }

  find(db: EntityManager, id: string): Promise<PersonEntity | null> {
    return db.findOneBy(PersonEntity, { id });
  }

  /** Names of many people at once, GONE_NAME for one who is gone. */
  async names(db: EntityManager, ids: readonly string[]): Promise<(id: string) => string> {
    const rows = ids.length === 0 ? [] : await db.findBy(PersonEntity, { id: In([...new Set(ids)]) });
    const names = new Map(rows.map((row) => [row.id, row.name]));
    return (id) => names.get(id) ?? GONE_NAME;
  }

  /**
   * People who hold one of these roles in one of these regions, with those roles, by name; a part of their or their
   * department's name finds them. `after` is the last page's last person.
   */
  async inRegion(
    db: EntityManager,
    {
      regions,
      roles,
      name,
      after,
      limit,
    }: { regions: readonly string[]; roles: readonly Role[]; name: string; after: string; limit: number },
  ): Promise<{ id: string; name: string; role: Role; department: string | null }[]> {
    const part = `%${name.replace(/[!%_]/g, '!$&')}%`;
    const marks = (list: readonly string[]) => list.map(() => '?').join(', ');
    const held = (grant: string) => `${grant}.region IN (${marks(regions)}) AND ${grant}.role IN (${marks(roles)})`;
    // Compared within the database, whose order of names is its own.
    const last = '(SELECT l.name FROM people l WHERE l.id = ?)';
    const beyond = after === '' ? '1 = 1' : `(p2.name > ${last} OR (p2.name = ${last} AND p2.id > ?))`;
    return db.query(
      `SELECT p.id, p.name, g.role, d.name AS department FROM people p JOIN grants g ON g.person_id = p.id
       LEFT JOIN departments d ON d.id = g.department_id
       WHERE p.id IN (SELECT chosen.id FROM (SELECT DISTINCT p2.id, p2.name FROM people p2 JOIN grants g2 ON g2.person_id = p2.id
         LEFT JOIN departments d2 ON d2.id = g2.department_id
         WHERE ${held('g2')} AND (p2.name LIKE ? ESCAPE '!' OR d2.name LIKE ? ESCAPE '!') AND ${beyond} ORDER BY p2.name, p2.id LIMIT ?) AS chosen)
       AND ${held('g')} ORDER BY p.name, p.id, g.id`,
      [...regions, ...roles, part, part, ...(after === '' ? [] : [after, after, after]), limit, ...regions, ...roles],
    );
  }
}
