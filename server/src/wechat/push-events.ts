import { Injectable } from '@nestjs/common';
import type { Completion } from '../jobs/job-handlers.js';

/** An event that WeChat pushed: verified, decrypted, and handed on once. */
export interface PushEvent {
  /** E.g. wxa_media_check, subscribe_msg_popup_event. */
  readonly event: string;
  /** The person whom it concerns; null where it concerns none. */
  readonly openid: string | null;
  /** ms since 1970 */
  readonly createdAt: number;
  /** All fields as WeChat names them. `detail` and `List` are always lists; large numbers are strings. */
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Does its outside work without a transaction, as a JobHandler does, and answers what to write.
 * Throwing has the event handed on again later.
 */
// biome-ignore lint/suspicious/noConfusingVoidType: as of a JobHandler
export type PushHandler = (event: PushEvent) => Promise<Completion | void>;

/** Who wants to hear which of WeChat's events. Modules register when they start. */
@Injectable()
export class PushEvents {
  private readonly handlers = new Map<string, PushHandler[]>();

  on(event: string, handler: PushHandler): void {
    this.handlers.set(event, [...this.of(event), handler]);
  }

  of(event: string): readonly PushHandler[] {
    return this.handlers.get(event) ?? [];
  }
}
