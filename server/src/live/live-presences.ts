import type { LivePresence } from '@consult/shared';
import { Injectable } from '@nestjs/common';

/** A server that is silent for this long has gone, with all who watched through it. ms */
const SILENT_MS = 15_000;

interface Heard extends LivePresence {
  readonly at: number;
}

/** Who watches which session: as this server sees it, and as the others last said. Times are of this machine. */
@Injectable()
export class LivePresences {
  /** By session, then by server. */
  private readonly heard = new Map<string, Map<string, Heard>>();

  /** What one server counts now; nobody at all is forgotten at once. */
  set(sessionId: string, server: string, { room, home }: LivePresence, now = Date.now()): void {
    const servers = this.heard.get(sessionId) ?? new Map<string, Heard>();
    if (room + home > 0) servers.set(server, { room, home, at: now });
    else servers.delete(server);
    if (servers.size > 0) this.heard.set(sessionId, servers);
    else this.heard.delete(sessionId);
  }

  of(sessionId: string, now = Date.now()): LivePresence {
    const fresh = [...(this.heard.get(sessionId)?.values() ?? [])].filter(({ at }) => now - at < SILENT_MS);
    return fresh.reduce((sum, { room, home }) => ({ room: sum.room + room, home: sum.home + home }), {
      room: 0,
      home: 0,
    });
  }

  /** Lets go of what was not said again. */
  forget(now = Date.now()): void {
    for (const [sessionId, servers] of this.heard) {
      for (const [server, { at }] of servers) if (now - at >= SILENT_MS) servers.delete(server);
      if (servers.size === 0) this.heard.delete(sessionId);
    }
  }
}
