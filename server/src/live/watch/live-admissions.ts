import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { CodedError } from '../../common/errors/coded-error.js';
import { type Admission, LiveGate } from './live-gate.js';
import { LiveHub } from './live-hub.js';
import type { LiveWatcher } from './live-watcher.js';

/** How often sign-ins are looked at: one statement for up to so many of them. ms */
const CHECK_MS = 10_000;
const AT_ONCE = 500;
/** After this time it is asked anew whether somebody still may: roles and lists change. ms */
const STALE_MS = 120_000;

/** As what each watcher is let in, at first and as long as they stay. */
@Injectable()
export class LiveAdmissions implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('live');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly gate: LiveGate,
    private readonly hub: LiveHub,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.check().catch((error: Error) => this.logger.warn(`who watches could not be checked: ${error.message}`));
    }, CHECK_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** @throws ITEM.NOT_FOUND, AUTH.EXPIRED */
  first(sessionId: string, token: string | undefined): Promise<Admission> {
    return this.gate.admit(sessionId, token);
  }

  /** Asks anew about those whose sign-in has ended or run out, and about those not asked about for long. */
  async check(): Promise<void> {
    const watchers = this.hub.watchers();
    const ended = await this.endedOf(watchers);
    for (const watcher of watchers) {
      const { signIn = null } = watcher.admission ?? {};
      const isOver = signIn !== null && (ended.has(signIn.id) || signIn.expiresAt <= this.clock.now());
      if (isOver || Date.now() - watcher.checkedAt > STALE_MS) await this.renew(watcher);
    }
  }

  /**
   * Asks anew about one. Whose sign-in does not stand any more watches as a visitor from then on, where visitors may;
   * another audience starts from its own state.
   */
  async renew(watcher: LiveWatcher): Promise<void> {
    const { sessionId, admission: before } = watcher;
    if (sessionId === null || before === null) return;
    try {
      const admission = await this.admitAgain(sessionId, watcher);
      watcher.checkedAt = Date.now();
      if (watcher.sessionId !== sessionId) return;
      watcher.admission = admission;
      if (admission.audience !== before.audience) await this.hub.enter(sessionId, watcher, null);
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      watcher.refuse(error.code);
    }
  }

  private async admitAgain(sessionId: string, watcher: LiveWatcher): Promise<Admission> {
    try {
      return await this.gate.admit(sessionId, watcher.token);
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== 'AUTH.EXPIRED') throw error;
      watcher.token = undefined;
      return this.gate.admit(sessionId, undefined);
    }
  }

  private async endedOf(watchers: readonly LiveWatcher[]): Promise<Set<string>> {
    const ids = [...new Set(watchers.flatMap(({ admission }) => admission?.signIn?.id ?? []))];
    const ended = new Set<string>();
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      for (const id of await this.gate.ended(ids.slice(from, from + AT_ONCE))) ended.add(id);
    }
    return ended;
  }
}
