import {
  EMPTY_LIVE_STATE,
  entryOutside,
  foldLive,
  LIVE_SOCKET,
  type LiveAudience,
  type LiveEntry,
  type LivePresence,
  type LiveState,
  stateOutside,
} from '@consult/shared';
import type { LiveWatcher } from './live-watcher.js';

const AUDIENCES: readonly LiveAudience[] = ['inside', 'outside'];

/**
 * Those who watch one session through this server, and what they are sent: every frame is made once for each
 * audience, and joins are answered from memory.
 */
export class LiveRoom {
  private readonly watchers = new Set<LiveWatcher>();
  private state: LiveState = EMPTY_LIVE_STATE;
  /** The last entries, for those who were away for a moment. */
  private recent: LiveEntry[] = [];
  private readonly stateText = new Map<LiveAudience, string>();

  constructor(readonly sessionId: string) {}

  get seq(): number {
    return this.state.seq;
  }

  get isEmpty(): boolean {
    return this.watchers.size === 0;
  }

  get isOver(): boolean {
    return this.state.closedAt !== null;
  }

  /** Takes in what is new, in order, and sends it to everyone. */
  push(entries: readonly LiveEntry[]): void {
    const fresh = entries.filter((entry) => entry.seq > this.seq);
    if (fresh.length === 0) return;
    this.state = foldLive(this.state, fresh);
    this.recent = [...this.recent, ...fresh].slice(-LIVE_SOCKET.behindMax);
    this.stateText.clear();
    this.noteRoll(fresh);
    for (const audience of AUDIENCES) {
      const watching = [...this.watchers].filter(({ admission }) => admission?.audience === audience);
      if (watching.length === 0) continue;
      const frame = Buffer.from(JSON.stringify({ entries: shownTo(audience, fresh) }));
      for (const watcher of watching) watcher.sendText(frame);
    }
  }

  /** Lets somebody in who has been admitted. @param after the last seq that they have; null: none */
  enter(watcher: LiveWatcher, after: number | null, now: number): void {
    this.watchers.add(watcher);
    const audience = watcher.admission?.audience ?? 'outside';
    const oldest = this.recent[0]?.seq ?? this.seq + 1;
    if (after === null || after > this.seq || after + 1 < oldest) {
      watcher.sendText(`{"state":${this.textOf(audience)},"audience":"${audience}","now":${now}}`);
    } else {
      const missed = this.recent.filter((entry) => entry.seq > after);
      watcher.send({ entries: shownTo(audience, missed), audience, now });
    }
  }

  leave(watcher: LiveWatcher): void {
    this.watchers.delete(watcher);
  }

  all(): LiveWatcher[] {
    return [...this.watchers];
  }

  /** Each person once, visitors by their sockets. */
  presence(): LivePresence {
    const here = new Map<unknown, boolean>();
    for (const watcher of this.watchers) {
      const { admission } = watcher;
      here.set(admission?.signIn?.personId ?? watcher, admission?.here ?? false);
    }
    const room = [...here.values()].filter(Boolean).length;
    return { room, home: here.size - room };
  }

  sendPresence(presence: LivePresence): void {
    const frame = Buffer.from(JSON.stringify({ presence }));
    for (const watcher of this.watchers) watcher.sendText(frame);
  }

  private noteRoll(entries: readonly LiveEntry[]): void {
    for (const entry of entries) {
      if (entry.kind !== 'roll') continue;
      for (const watcher of this.watchers) {
        const { admission } = watcher;
        if (admission !== null && admission.participantId === entry.participantId) {
          watcher.admission = { ...admission, here: entry.here };
        }
      }
    }
  }

  private textOf(audience: LiveAudience): string {
    const known = this.stateText.get(audience);
    if (known !== undefined) return known;
    const text = JSON.stringify(audience === 'inside' ? this.state : stateOutside(this.state));
    this.stateText.set(audience, text);
    return text;
  }
}

function shownTo(audience: LiveAudience, entries: readonly LiveEntry[]): LiveEntry[] {
  return audience === 'inside' ? [...entries] : entries.map(entryOutside);
}
