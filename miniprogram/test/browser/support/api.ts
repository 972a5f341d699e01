import { randomUUID } from 'node:crypto';
import type { DemoPerson, Role, SignedIn } from '@consult/shared';
import type { Town } from './town';

/** Somebody who does without a screen what a test has to have done before it begins. */
export class Caller {
  constructor(
    private readonly town: Town,
    /** Null for a visitor. */
    private readonly token: string | null = null,
  ) {}

  /** @param who which of several with that role, from 0 */
  static async of(town: Town, role: Role, place: string, who = 0): Promise<Caller> {
    const visitor = new Caller(town);
    const people = await visitor.get<DemoPerson[]>('/identity/demo/people');
    const person = people.filter((one) => one.role === role && one.regionName === place)[who];
    if (!person) throw new Error(`There is no ${role} number ${who} in ${place}`);
    const body = { provider: 'demo', credential: person.id };
    const { token } = await visitor.post<SignedIn>('/identity/sign-in', body);
    return new Caller(town, token);
  }

  get = <T>(path: string): Promise<T> => this.call<T>('GET', path);
  post = <T>(path: string, body: object = {}): Promise<T> => this.call<T>('POST', path, body);

  private async call<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(`${this.town.url}/api/v1${path}`, {
      method,
      headers: {
        ...(this.token !== null && { Authorization: `Bearer ${this.token}` }),
        ...(body && { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${answer.status} ${method} ${path}: ${await answer.text()}`);
    return (answer.status === 204 ? undefined : await answer.json()) as T;
  }
}
