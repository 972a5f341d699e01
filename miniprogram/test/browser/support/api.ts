import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DemoPerson, Role, SignedIn } from '@consult/shared';
import type { Town } from './town';

const PICTURE = path.resolve(__dirname, '../../../src/assets/tabs/home.png');

/** Somebody who does without a screen what a test has to have done before it begins. */
export class Caller {
  constructor(
    private readonly town: Town,
    /** Null for a visitor. */
    private readonly token: string | null = null,
  ) {}

  /** @param place a region's name, or of a department its own @param who which of several with that role, from 0 */
  static async of(town: Town, role: Role, place: string, who = 0): Promise<Caller> {
    const visitor = new Caller(town);
    const people = await visitor.get<DemoPerson[]>('/identity/demo/people');
    const person = people.filter((one) => one.role === role && (one.departmentName ?? one.regionName) === place)[who];
    if (!person) throw new Error(`There is no ${role} number ${who} in ${place}`);
    const body = { provider: 'demo', credential: person.id };
    const { token } = await visitor.post<SignedIn>('/identity/sign-in', body);
    return new Caller(town, token);
  }

  get = <T>(route: string): Promise<T> => this.call<T>('GET', route);
  post = <T>(route: string, body: object = {}): Promise<T> => this.call<T>('POST', route, body);
  put = <T>(route: string, body: object): Promise<T> => this.call<T>('PUT', route, body);

  /** Puts a picture on the server. @returns its id */
  async photo(): Promise<string> {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(readFileSync(PICTURE))]), 'photo.png');
    const headers = { Authorization: `Bearer ${this.token}`, 'Idempotency-Key': randomUUID() };
    const answer = await fetch(`${this.town.url}/api/v1/attachments`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`${answer.status} POST /attachments: ${await answer.text()}`);
    return ((await answer.json()) as { id: string }).id;
  }

  private async call<T>(method: string, route: string, body?: object): Promise<T> {
    const answer = await fetch(`${this.town.url}/api/v1${route}`, {
      method,
      headers: {
        ...(this.token !== null && { Authorization: `Bearer ${this.token}` }),
        ...(body && { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${answer.status} ${method} ${route}: ${await answer.text()}`);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  }
}
