import { Injectable } from '@nestjs/common';

/** What a worker looks for at every turn, besides jobs: work that is asked for so often that a job each would cost more. */
@Injectable()
export class Turns {
  private readonly all: (() => Promise<void>)[] = [];

  /** @param work one cheap look where there is nothing to do; it must bear being done by several workers at once */
  register(work: () => Promise<void>): void {
    this.all.push(work);
  }

  async take(): Promise<void> {
    for (const work of this.all) await work();
  }
}
