import type { Player } from './cast.js';
import { type Course, OTHER } from './course.js';
import type { TestEnvironment } from './environment.js';
import { PLACE } from './topics.js';

type Who = () => Promise<Player>;

/** Five people who may rate what came of a session, as calls, because everyone signs in anew when days pass. */
export class Raters {
  readonly five: readonly Who[];

  constructor(
    env: TestEnvironment,
    private readonly course: Course,
  ) {
    this.five = [
      () => course.resident(),
      () => env.cast.one('member', PLACE.township),
      () => course.staff('party_committee'),
      () => course.staff('county_office'),
      () => course.department(OTHER),
    ];
  }

  /** What each of them answers; satisfied where nothing is said. */
  say(...answers: string[]): (readonly [Who, string])[] {
    return this.five.map((who, i) => [who, answers[i] ?? 'satisfied'] as const);
  }

  /** A task of a session in which all five were. */
  async task() {
    return this.course.task({}, { present: await Promise.all(this.five.slice(1).map((who) => who())) });
  }
}
