import { addDays, chinaDate, chinaMoment } from '@consult/shared';
import type { Stage } from './stage.js';

type Act = (stage: Stage) => Promise<void>;

/**
 * A day of the demo. A number counts from the latest Wednesday, negative before it, so that every day of a story is
 * the same weekday whenever the demo is loaded and no office works on a Sunday. `daysAgo` counts from today: for
 * what people do on any day.
 */
export type Day = number | { readonly daysAgo: number };

const DAYS_FROM_SUNDAY_TO_WEDNESDAY = 3;
const MINUTE_MS = 60_000;

/** What happens in the demo, and when. */
export class Script {
  private readonly steps: { readonly at: number; readonly act: Act }[] = [];
  private readonly today: string;
  private readonly wednesday: string;

  constructor(private readonly now: number) {
    this.today = chinaDate(now);
    const weekday = new Date(`${this.today}T00:00:00Z`).getUTCDay();
    this.wednesday = addDays(this.today, -((weekday + 7 - DAYS_FROM_SUNDAY_TO_WEDNESDAY) % 7));
  }

  /** The date of a day, YYYY-MM-DD. */
  date(day: Day): string {
    return typeof day === 'number' ? addDays(this.wednesday, day) : addDays(this.today, -day.daysAgo);
  }

  /** ms since 1970 of a time of day. @param time HH:MM in China */
  moment(day: Day, time: string): number {
    return chinaMoment(this.date(day), time);
  }

  /** Adds a step. @param time HH:MM in China */
  at(day: Day, time: string, act: Act): void {
    this.steps.push({ at: this.moment(day, time), act });
  }

  /** Adds a step so many minutes before now. */
  ago(minutes: number, act: Act): void {
    this.steps.push({ at: this.minutesAgo(minutes), act });
  }

  /** ms since 1970; also of what is to come, with a negative number. */
  minutesAgo(minutes: number): number {
    return this.now - minutes * MINUTE_MS;
  }

  /** Plays every step that has come, in order of time; steps of one moment in the order they were added. */
  async play(stage: Stage): Promise<void> {
    const due = this.steps.filter(({ at }) => at <= this.now).sort((a, b) => a.at - b.at);
    for (const { at, act } of due) {
      stage.goTo(at);
      await act(stage);
    }
  }
}
