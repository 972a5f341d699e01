import { COUNTIES, communityCode } from '../places.data.js';
import type { Day, Script } from '../script.js';
import type { Player, Stage } from '../stage.js';
import { GOVERNMENT, type Who } from './who.js';

type Act = (player: Player, stage: Stage) => Promise<unknown>;

const WEEK = 7;
const SATURDAY = 3;
const SUNDAY = 4;

/** One township's part of the demo: who is who there, and the ids of what has come about so far. */
export class Scene {
  readonly township: string;
  private readonly county: (typeof COUNTIES)[number];
  private readonly data: (typeof COUNTIES)[number]['townships'][number];
  private readonly ids = new Map<string, string>();

  /** @param name the township's */
  constructor(
    readonly script: Script,
    name: string,
  ) {
    const county = COUNTIES.find(({ townships }) => townships.some((township) => township.name === name));
    const data = county?.townships.find((township) => township.name === name);
    if (county === undefined || data === undefined) throw new Error(`the demo has no township ${name}`);
    this.county = county;
    this.data = data;
    this.township = data.code;
  }

  /** Adds a step that somebody takes. @param time HH:MM in China */
  act(day: Day, time: string, who: Who, act: Act): void {
    this.script.at(day, time, async (stage) => {
      await act(this.player(stage, who), stage);
    });
  }

  /** Adds a step that somebody took so many minutes ago. */
  actAgo(minutes: number, who: Who, act: Act): void {
    this.script.ago(minutes, async (stage) => {
      await act(this.player(stage, who), stage);
    });
  }

  player(stage: Stage, who: Who): Player {
    if ('department' in who) return stage.department(this.departmentName(who.department));
    return stage.one(who.role, who.role === 'county_office' ? this.county.code : this.township, who.nth);
  }

  departmentId(stage: Stage, name: string): string {
    const region = name === GOVERNMENT ? this.township : this.county.code;
    return stage.departmentId(this.departmentName(name), region);
  }

  communityCode(name: string): string {
    const index = this.data.communities.indexOf(name);
    if (index < 0) throw new Error(`${this.data.name} has no ${name}`);
    return communityCode(this.township, index);
  }

  /** Keeps the id of something under the name that the story has for it. */
  keep(key: string, id: string): void {
    this.ids.set(key, id);
  }

  /** The id of something that has come about already. */
  id(key: string): string {
    const id = this.ids.get(key);
    if (id === undefined) throw new Error(`in ${this.data.name} there is no ${key} yet`);
    return id;
  }

  /** What the county's offices are called: 委办公室 → 县委办公室. */
  countyBody(name: string): string {
    return `${this.county.name.at(-1)}${name}`;
  }

  private departmentName(name: string): string {
    return name === GOVERNMENT ? this.data.government : this.countyBody(name);
  }
}

/** The same day of a story, or the Monday after when it is a weekend: offices are closed then. */
export function officeDay(day: number): number {
  const weekday = ((day % WEEK) + WEEK) % WEEK;
  if (weekday === SATURDAY) return day + 2;
  return weekday === SUNDAY ? day + 1 : day;
}

/** A time of day between two hours; the same for the same `seed`. */
export function someTime(seed: number, fromHour: number, toHour: number): string {
  const minutes = (seed * 37 + 11) % ((toHour - fromHour) * 60);
  return `${String(fromHour + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The day of the i-th of `count` things that are spread over the days from `from` to `until`. */
export function spread(i: number, count: number, from: number, until: number): number {
  return from + Math.floor((i * (until - from + 1)) / count);
}
