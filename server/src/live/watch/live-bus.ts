import type { LivePresence } from '@consult/shared';

/** What servers tell one another. Any of it may be lost: the log is in the database. */
export type LiveSignal =
  | { readonly kind: 'seq'; readonly sessionId: string; readonly seq: number }
  | ({ readonly kind: 'here'; readonly sessionId: string } & LivePresence);

export type SignalListener = (signal: LiveSignal, server: string) => void;

/** Carries signals to the other servers of the deployment; a server does not hear its own. */
export abstract class LiveBus {
  /** Never throws and never waits: what cannot be sent is dropped. */
  abstract publish(signal: LiveSignal): void;
  abstract listen(listener: SignalListener): void;
  abstract close(): Promise<void>;
}

/** Where there is no bus: one server alone, or several that find what is new by looking every two seconds. */
export class NoBus extends LiveBus {
  publish(): void {}
  listen(): void {}
  async close(): Promise<void> {}
}
