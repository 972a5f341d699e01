import { addDays, chinaDate, chinaMoment } from '@consult/shared';
import type { Stage } from './stage.js';

type Act = (stage: Stage) => Promise<void>;

/** What happens in the demo, and when: days are counted from today, negative ones have passed. */
export class Script {
  private readonly steps: { readonly at: number; readonly act: Act }[] = [];
  private readonly today: string;

  constructor(private readonly now: number) {
    this.today = chinaDate(now);
  }

  /** ms since 1970 of a time of day, some days from today. */
  moment(day: number, time: string): number {
    return chinaMoment(addDays(this.today, day), time);
  }

  /** Adds a step. @param time HH:MM in China */
  at(day: number, time: string, act: Act): void {
    this.steps.push({ at: this.moment(day, time), act });
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
