import { Injectable } from '@nestjs/common';

/** Lets the worker of this process look at once instead of at its next turn. */
@Injectable()
export class JobWaker {
  private listener: () => void = () => {};

  onWake(listener: () => void): void {
    this.listener = listener;
  }

  wake(): void {
    this.listener();
  }
}
