import type { DemoPerson, Role, SignedIn } from '@consult/shared';
import { Client } from './client.js';

/** One of the demo's people, signed in. */
export interface Player {
  readonly id: string;
  readonly name: string;
  readonly client: Client;
}

/** The demo's people by role and place, signed in when they are first called. */
export class Cast {
  private readonly players = new Map<string, Promise<Player>>();

  private constructor(
    private readonly url: string,
    private readonly people: readonly DemoPerson[],
  ) {}

  static async of(url: string): Promise<Cast> {
    const { body } = await new Client(url).get<DemoPerson[]>('/identity/demo/people');
    return new Cast(url, body);
  }

  get visitor(): Client {
    return new Client(this.url);
  }

  /** Signs everyone in afresh, after the clock has gone past a session's end. */
  forget(): void {
    this.players.clear();
  }

  /** Somebody with a role in a place, by the place's name; `nth` for the second resident. */
  one(role: Role, place: string, nth = 0): Promise<Player> {
    const person = this.people.filter((p) => p.role === role && p.regionName === place)[nth];
    if (person === undefined) throw new Error(`no ${role} number ${nth} in ${place}`);
    return this.play(person);
  }

  /** Somebody who works for a department, by a part of its name, within a county. */
  department(name: string, county: string): Promise<Player> {
    const person = this.people.find((p) => p.departmentName?.includes(name) && p.regionName === county);
    if (person === undefined) throw new Error(`nobody of ${name} in ${county}`);
    return this.play(person);
  }

  private play(person: DemoPerson): Promise<Player> {
    const known = this.players.get(person.id);
    if (known !== undefined) return known;
    const visitor = this.visitor;
    const player = visitor
      .ok(visitor.post<SignedIn>('/identity/sign-in', { provider: 'demo', credential: person.id }))
      .then((signedIn) => ({ id: person.id, name: person.name, client: new Client(this.url, signedIn) }));
    this.players.set(person.id, player);
    return player;
  }
}
