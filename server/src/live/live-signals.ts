import { Injectable } from '@nestjs/common';

export type LiveListener = (sessionId: string, seq: number) => void;

/** Says within this process that entries of a session were committed. */
@Injectable()
export class LiveSignals {
  private readonly listeners = new Set<LiveListener>();

  onCommitted(listener: LiveListener): void {
    this.listeners.add(listener);
  }

  committed(sessionId: string, seq: number): void {
    for (const listener of this.listeners) listener(sessionId, seq);
  }
}
