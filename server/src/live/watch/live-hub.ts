import { randomUUID } from 'node:crypto';
import { type LivePresence } from '@consult/shared';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { CodedError } from '../../common/errors/coded-error.js';
import { Database } from '../../database/database.js';
import { LiveEntriesRepository } from '../live-entries.repository.js';
import { LivePresences } from '../live-presences.js';
import { LiveSignals } from '../live-signals.js';
import { LiveBus } from './live-bus.js';
import { LiveRoom } from './live-room.js';
import type { LiveWatcher } from './live-watcher.js';

/** Hints that come within this time of the last read share the next one. ms */
const TOGETHER_MS = 30;
/** How often the log is looked at without a hint. ms */
const LOOK_MS = 2_000;
/** How often others are told who watches here; they forget after three times that. ms */
const PRESENCE_MS = 5_000;
/** People who come and go at once are counted once. ms */
const COUNT_MS = 300;
const BATCH = 1_000;

interface Reading {
  readonly room: LiveRoom;
  /** Set while a read runs or is planned. */
  busy: Promise<void> | null;
  wanted: number;
  readAt: number;
  shown: LivePresence;
  counting: boolean;
}

/**
 * Brings committed entries to those who watch. Hints only say that there is something: the entries come from the log,
 * by one read for all watchers of a session, in order and without a gap.
 */
@Injectable()
export class LiveHub implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('live');
  private readonly server = randomUUID();
  private readonly rooms = new Map<string, Reading>();
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly database: Database,
    private readonly entries: LiveEntriesRepository,
    private readonly signals: LiveSignals,
    private readonly presences: LivePresences,
    private readonly bus: LiveBus,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.signals.onCommitted((sessionId, seq) => {
      this.hint(sessionId, seq);
      this.bus.publish({ kind: 'seq', sessionId, seq });
    });
    this.bus.listen((signal, server) => {
      if (signal.kind === 'seq') return this.hint(signal.sessionId, signal.seq);
      this.presences.set(signal.sessionId, server, signal);
      this.count(signal.sessionId);
    });
    this.timers.push(setInterval(() => void this.look(), LOOK_MS).unref());
    this.timers.push(setInterval(() => this.tellPresence(), PRESENCE_MS).unref());
  }

  async onModuleDestroy(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.bus.close();
  }

  /**
   * Lets an admitted watcher in, with all that is committed by now.
   * @throws SERVER.UNREADY where the log cannot be read
   */
  async enter(sessionId: string, watcher: LiveWatcher, after: number | null): Promise<void> {
    for (;;) {
      const reading = this.rooms.get(sessionId) ?? this.openRoom(sessionId);
      // The first one waits for the log to be read; for later ones the room is as fresh as its last hint.
      if (reading.readAt === 0) await this.read(reading);
      // Who comes from another server may know more than this one.
      else if (after !== null && after > reading.room.seq) await this.read(reading);
      // While this one waited, the last of the others may have left.
      if (this.rooms.get(sessionId) !== reading) continue;
      if (reading.readAt === 0) {
        this.closeIfEmpty(reading);
        throw new CodedError('SERVER.UNREADY');
      }
      if (!watcher.isOpen) return this.closeIfEmpty(reading);
      reading.room.enter(watcher, after, this.clock.now());
      watcher.send({ presence: this.presences.of(sessionId) });
      return this.count(sessionId);
    }
  }

  leave(sessionId: string, watcher: LiveWatcher): void {
    const reading = this.rooms.get(sessionId);
    if (reading === undefined) return;
    reading.room.leave(watcher);
    this.count(sessionId);
    this.closeIfEmpty(reading);
  }

  watchers(): LiveWatcher[] {
    return [...this.rooms.values()].flatMap(({ room }) => room.all());
  }

  /** Says that a session has entries up to `seq`. */
  hint(sessionId: string, seq: number): void {
    const reading = this.rooms.get(sessionId);
    if (reading === undefined || seq <= reading.room.seq) return;
    reading.wanted = Math.max(reading.wanted, seq);
    if (reading.busy === null) void this.read(reading);
  }

  /** Finds what no hint told of: one statement for all sessions that are watched here. */
  async look(): Promise<void> {
    const open = [...this.rooms.values()].filter(({ room }) => !room.isOver).map(({ room }) => room.sessionId);
    try {
      const logs = await this.entries.lastSeqs(this.database.read, open);
      for (const { id, seq } of logs) this.hint(id, Number(seq));
    } catch (error) {
      this.logger.warn(`the logs could not be looked at: ${(error as Error).message}`);
    }
  }

  private read(reading: Reading): Promise<void> {
    reading.busy ??= this.readAll(reading)
      .catch((error: Error) => {
        // The next look, or hint, tries again; whoever joins meanwhile too.
        this.logger.warn(`the log of ${reading.room.sessionId} could not be read: ${error.message}`);
        reading.wanted = reading.room.seq;
      })
      .finally(() => {
        reading.busy = null;
        if (reading.wanted > reading.room.seq) void this.read(reading);
      });
    return reading.busy;
  }

  private async readAll(reading: Reading): Promise<void> {
    const { room } = reading;
    const wait = reading.readAt + TOGETHER_MS - Date.now();
    if (reading.readAt > 0 && wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const { wanted } = reading;
    for (;;) {
      const more = await this.entries.after(this.database.read, room.sessionId, room.seq, BATCH);
      room.push(more);
      if (more.length < BATCH) break;
    }
    reading.readAt = Date.now();
    // A hint of what this database does not know yet is left to the next look; one that just came is read for at once.
    if (reading.wanted === wanted) reading.wanted = room.seq;
  }

  private openRoom(sessionId: string): Reading {
    const room = new LiveRoom(sessionId);
    const shown = { room: -1, home: -1 };
    const reading: Reading = { room, busy: null, wanted: 0, readAt: 0, shown, counting: false };
    this.rooms.set(sessionId, reading);
    return reading;
  }

  private closeIfEmpty({ room }: Reading): void {
    if (!room.isEmpty) return;
    this.rooms.delete(room.sessionId);
    this.publishPresence(room);
  }

  /** Counts who watches, soon, and tells those here and the other servers. */
  private count(sessionId: string): void {
    const reading = this.rooms.get(sessionId);
    if (reading === undefined || reading.counting) return;
    reading.counting = true;
    setTimeout(() => {
      reading.counting = false;
      this.publishPresence(reading.room);
      const sum = this.presences.of(sessionId);
      if (sum.room === reading.shown.room && sum.home === reading.shown.home) return;
      reading.shown = sum;
      reading.room.sendPresence(sum);
    }, COUNT_MS).unref();
  }

  private publishPresence(room: LiveRoom): void {
    const own = room.presence();
    this.presences.set(room.sessionId, this.server, own);
    this.bus.publish({ kind: 'here', sessionId: room.sessionId, ...own });
  }

  private tellPresence(): void {
    this.presences.forget();
    for (const { room } of this.rooms.values()) this.count(room.sessionId);
  }
}
