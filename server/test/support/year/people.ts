import { DAY_MS, type Role } from '@consult/shared';
import { Sessions } from '../../../src/identity/sessions.service.js';
import { SignIns } from '../../../src/identity/sign-ins.service.js';
import { Client } from '../client.js';
import type { TestEnvironment } from '../environment.js';
import { plainPhoto } from '../pictures.js';

/** How long a sign-in of this test lasts: one a month instead of thousands of refreshes. */
const TOKEN_MS = 20 * DAY_MS;

/** Who lives and works in a county, each calling the API as themselves. */
export class People {
  private clients = new Map<string, { client: Client; until: number }>();

  constructor(private readonly env: TestEnvironment) {}

  /** Who has a role in a region, oldest first. */
  async holding(role: Role, region: string, limit = 100): Promise<string[]> {
    const rows: { person_id: string }[] = await this.env.database.read.query(
      'SELECT person_id FROM grants WHERE role = ? AND region = ? AND department_id IS NULL ORDER BY id LIMIT ?',
      [role, region, limit],
    );
    return rows.map((row) => row.person_id);
  }

  /** The departments of a county with somebody who works there. */
  async departments(county: string): Promise<{ id: string; name: string; personId: string }[]> {
    return this.env.database.read.query(
      `SELECT d.id, d.name, MIN(g.person_id) AS "personId" FROM departments d JOIN grants g ON g.department_id = d.id
       WHERE d.region = ? GROUP BY d.id, d.name ORDER BY d.name`,
      [county],
    );
  }

  /** Somebody, signed in. */
  async as(personId: string): Promise<Client> {
    const { app, clock, database, url } = this.env;
    const now = clock.now();
    const known = this.clients.get(personId);
    if (known !== undefined && known.until > now) return known.client;
    const device = { personId, way: 'demo', device: '测试' } as const;
    const { signInId } = await database.write((db) => app.get(SignIns).open(db, now, device));
    const token = await app.get(Sessions).issue({ id: signInId, personId }, now, now + TOKEN_MS);
    const client = new Client(url, { token, refreshToken: '' });
    this.clients.set(personId, { client, until: now + TOKEN_MS - DAY_MS });
    return client;
  }

  async post<T>(personId: string, path: string, body: unknown = {}): Promise<T> {
    const client = await this.as(personId);
    return client.ok(client.post<T>(path, body));
  }

  /** A photo that somebody took. */
  async photo(personId: string): Promise<string> {
    const client = await this.as(personId);
    return (await client.ok(client.upload<{ id: string }>('photo.jpg', await plainPhoto('jpeg')))).id;
  }

  async put<T>(personId: string, path: string, body: unknown): Promise<T> {
    const client = await this.as(personId);
    return client.ok(client.put<T>(path, body));
  }

  async get<T>(personId: string, path: string): Promise<T> {
    const client = await this.as(personId);
    return client.ok(client.get<T>(path));
  }

  /** A list read to its end, by pages. @param personId null: a visitor */
  async all<T>(personId: string | null, path: string, limit = 50): Promise<T[]> {
    const client = personId === null ? this.env.cast.visitor : await this.as(personId);
    const items: T[] = [];
    let after: string | null = null;
    do {
      const query: string = `${path}${path.includes('?') ? '&' : '?'}limit=${limit}${after ? `&after=${encodeURIComponent(after)}` : ''}`;
      const page: { items: T[]; nextAfter: string | null } = await client.ok(client.get(query));
      items.push(...page.items);
      after = page.nextAfter;
    } while (after !== null);
    return items;
  }
}
