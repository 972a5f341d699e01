import { chinaDate, endOfChinaDay, type Page, type TodoView } from '@consult/shared';
import type { TestEnvironment } from '../environment.js';
import { Books } from './books.js';
import { Chance } from './chance.js';
import { People } from './people.js';

export interface Township {
  readonly code: string;
  readonly communities: readonly string[];
  readonly convener: string;
  readonly party: string;
  readonly members: readonly string[];
  readonly residents: readonly string[];
}

/** 墨阳县: two townships that work through the year, and three in which nothing happens. */
export const COUNTY = '419921';
const AT_WORK = [
  { code: '419921101', communities: ['419921101001', '419921101002'] },
  { code: '419921201', communities: ['419921201001', '419921201002'] },
] as const;

/** The county of one test: who is in it, what has happened, and what chance brings next. */
export class County {
  readonly books = new Books();
  readonly people: People;
  /** Departments that carry things out. */
  departments: readonly { id: string; name: string; personId: string }[] = [];
  townships: readonly Township[] = [];
  office = '';
  admin = '';

  private constructor(
    readonly env: TestEnvironment,
    readonly chance: Chance,
  ) {
    this.people = new People(env);
  }

  static async of(env: TestEnvironment, seed: number): Promise<County> {
    const county = new County(env, new Chance(seed));
    const { people } = county;
    const one = async (...of: Parameters<People['holding']>) => (await people.holding(...of))[0] ?? '';
    county.office = await one('county_office', COUNTY);
    county.admin = await one('admin', COUNTY);
    county.departments = (await people.departments(COUNTY)).slice(0, 4);
    county.townships = await Promise.all(
      AT_WORK.map(async ({ code, communities }) => ({
        code,
        communities,
        convener: await one('convener', code),
        party: await one('party_committee', code),
        members: (await people.holding('member', code)).slice(0, 2),
        residents: (await people.holding('resident', code)).slice(0, 8),
      })),
    );
    return county;
  }

  get now(): number {
    return this.env.clock.now();
  }

  township(code: string): Township {
    const found = this.townships.find((one) => one.code === code);
    if (found === undefined) throw new Error(`no township ${code}`);
    return found;
  }

  /** The last moment of the day so many days from now. */
  endOf(days: number): number {
    return endOfChinaDay(chinaDate(this.now + days * 24 * 60 * 60 * 1000));
  }

  /** What waits for somebody, soonest due first. */
  async inbox(personId: string): Promise<TodoView[]> {
    const first = await this.people.get<Page<TodoView>>(personId, '/inbox?limit=50');
    return first.nextAfter === null ? first.items : this.people.all<TodoView>(personId, '/inbox');
  }
}
