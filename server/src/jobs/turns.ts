import { Injectable } from '@nestjs/common';

/** What a worker looks for at every turn, besides jobs: work that is asked for so often that a job each would cost more. */
@Injectable()
export class Turns {
  private readonly all: (() => Promise<boolean>)[] = [];

  /**
   * @param work one cheap look where there is nothing to do, and else as much as jobs can wait for; answers whether there
   *   may be more. It must bear being done by several workers at once.
   */
  register(work: () => Promise<boolean>): void {
    this.all.push(work);
  }

  /** @returns whether there may be more to do */
  async take(): Promise<boolean> {
    let more = false;
    for (const work of this.all) more = (await work()) || more;
    return more;
  }
}
