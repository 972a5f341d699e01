import { randomUUID } from 'node:crypto';
import { type AttachmentView, MINUTE_MS, type Role } from '@consult/shared';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { EntityManager } from 'typeorm';
import type { ManualClock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { Sessions } from '../identity/sessions.service.js';
import { SignIns } from '../identity/sign-ins.service.js';

interface PersonRow {
  id: string;
  role: Role;
  region: string;
  department: string | null;
}

/** One of the demo's people, acting through the API. */
export interface Player {
  readonly id: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: object): Promise<T>;
  put<T>(path: string, body: object): Promise<T>;
  upload(picture: Buffer): Promise<AttachmentView>;
}

/** Where the demo's history is played: the real server, with a clock set to each step's moment. */
export class Stage {
  private readonly signInIds = new Map<string, string>();

  private constructor(
    private readonly url: string,
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly signIns: SignIns,
    private readonly clock: ManualClock,
    private readonly people: readonly PersonRow[],
    private readonly departmentIds: ReadonlyMap<string, string>,
  ) {}

  /** @param app listening on this machine */
  static async set(app: NestFastifyApplication, clock: ManualClock): Promise<Stage> {
    const db = app.get(Database).read;
    const people: PersonRow[] = await db.query(
      `SELECT p.id, g.role, g.region, d.name AS department FROM grants g JOIN people p ON p.id = g.person_id
       LEFT JOIN departments d ON d.id = g.department_id ORDER BY g.id`,
    );
    const departments: { id: string; name: string; region: string }[] = await db.query(
      'SELECT id, name, region FROM departments',
    );
    const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
    return new Stage(
      url,
      app.get(Database),
      app.get(Sessions),
      app.get(SignIns),
      clock,
      people,
      new Map(departments.map((d) => [`${d.region} ${d.name}`, d.id])),
    );
  }

  /** ms since 1970 of the step being played */
  get now(): number {
    return this.clock.now();
  }

  goTo(at: number): void {
    this.clock.set(at);
  }

  /** The n-th person with a role in a region. */
  one(role: Role, region: string, nth = 0): Player {
    const person = this.people.filter((p) => p.role === role && p.region === region)[nth];
    if (person === undefined) throw new Error(`the demo has no ${role} number ${nth} in ${region}`);
    return this.player(person.id);
  }

  /** Whoever works for a department, by its full name. */
  department(name: string): Player {
    const person = this.people.find((p) => p.department === name);
    if (person === undefined) throw new Error(`the demo has nobody of ${name}`);
    return this.player(person.id);
  }

  /** The id of a department of a region. */
  departmentId(name: string, region: string): string {
    const id = this.departmentIds.get(`${region} ${name}`);
    if (id === undefined) throw new Error(`the demo has no ${name} in ${region}`);
    return id;
  }

  /** Writes in one transaction what so many people do that the API would take too long for it. */
  write(work: (db: EntityManager) => Promise<void>): Promise<void> {
    return this.database.write(work);
  }

  private player(id: string): Player {
    const send = <T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
      this.send<T>(id, method, path, body);
    return {
      id,
      get: (path) => send('GET', path),
      post: (path, body = {}) => send('POST', path, body),
      put: (path, body) => send('PUT', path, body),
      upload: (picture) => this.upload(id, picture),
    };
  }

  private async send<T>(personId: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { ...(await this.headers(personId)), ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return answer<T>(`${method} ${path}`, response);
  }

  private async upload(personId: string, picture: Buffer): Promise<AttachmentView> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'photo.jpg');
    const response = await fetch(`${this.url}/api/v1/attachments`, {
      method: 'POST',
      headers: await this.headers(personId),
      body: form,
    });
    return answer<AttachmentView>('POST /attachments', response);
  }

  /** Everyone signs in once; where the clock then goes, their token of that moment follows. */
  private async tokenOf(personId: string): Promise<string> {
    const { now } = this;
    let signInId = this.signInIds.get(personId);
    if (signInId === undefined) {
      const as = { personId, way: 'demo', device: '演示' } as const;
      signInId = (await this.database.write((db) => this.signIns.open(db, now, as))).signInId;
      this.signInIds.set(personId, signInId);
    }
    return this.sessions.issue({ id: signInId, personId }, now, now + MINUTE_MS);
  }

  private async headers(personId: string): Promise<Record<string, string>> {
    const token = await this.tokenOf(personId);
    return { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() };
  }
}

async function answer<T>(what: string, response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(`the demo's ${what} was refused: ${response.status} ${text}`);
  return (text === '' ? null : JSON.parse(text)) as T;
}
