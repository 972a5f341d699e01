import {
  followLive,
  LIVE_SOCKET,
  LIVE_SOCKET_PATH,
  type LiveClientFrame,
  type LiveFollowed,
  type LiveServerFrame,
  type LiveView,
  NOTHING_FOLLOWED,
} from '@consult/shared';
import type { OpenWire, Wire } from './wire';

/** The first try comes within a second; later ones are further apart, and not at the same moment on all phones. */
const RETRY_FIRST_MS = 500;
const RETRY_MOST_MS = 15_000;
/** After so many failures tries are as far apart as they get. */
const SELDOM = 5;
/** A wire over which nothing has come by then never will. */
const JOINED_WITHIN_MS = 8_000;
/** The other side has so long to answer a ping. */
const ANSWERS_WITHIN_MS = 5_000;
/** Without a wire for so long, the state is asked for instead, this often. */
const POLL_MS = 3_000;

/** opening: nothing was heard yet. live: as it happens. polled: asked for now and then. broken: as it stood last. */
export type LiveLink = 'opening' | 'live' | 'polled' | 'broken';

/** What is known of a session that is on. */
export interface LivePicture extends LiveFollowed {
  readonly link: LiveLink;
  /** What I may do there; null until the server has said. */
  readonly me: LiveView['me'] | null;
  /** Why there is nothing to see: the server's code. */
  readonly refused: string | null;
}

export const EMPTY_PICTURE: LivePicture = { ...NOTHING_FOLLOWED, link: 'opening', me: null, refused: null };

/** What a follower needs around it. */
export interface FollowerHost {
  openWire: OpenWire;
  /** Runs `join` with a good token, null for a visitor, and once more with a new one where it says that it ran out. */
  withToken(join: (token: string | null) => Promise<void>): Promise<void>;
  /** GET /sessions/:id/live. @throws where the server was not reached, or refuses */
  read(): Promise<LiveView>;
  /** Makes the error that `withToken` and who asks know, from the code of a refusal. */
  refusal(code: string): Error;
  onChange(picture: LivePicture): void;
  /** ms since 1970 */
  now(): number;
  /** From 0 up to 1. */
  random(): number;
}

type Alarm = 'retry' | 'joined' | 'ping' | 'pong' | 'poll';

/**
 * Follows one session: over a WebSocket, which it opens again whenever it breaks and on which it asks for what it
 * missed; by asking now and then, where none can be opened. What is known stays while nothing comes.
 */
export class LiveFollower {
  private picture = EMPTY_PICTURE;
  private wire: Wire | null = null;
  private failures = 0;
  private stopped = false;
  /** The join that is on its way. */
  private joining: { done(): void; fail(error: Error): void } | null = null;
  private readonly alarms = new Map<Alarm, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly sessionId: string,
    private readonly host: FollowerHost,
  ) {}

  start(): void {
    this.connect();
    void this.read();
  }

  stop(): void {
    this.stopped = true;
    this.hangUp();
    for (const alarm of this.alarms.values()) clearTimeout(alarm);
    this.alarms.clear();
  }

  /** The network is back, or somebody looks again: what broke meanwhile is found out now. */
  wake(): void {
    if (this.stopped || this.picture.refused !== null) return;
    if (this.picture.link === 'live') {
      this.ping();
      return;
    }
    this.failures = 0;
    this.connect();
  }

  /** The device has lost its network: nothing will come over this wire, whatever it says of itself. */
  sleep(): void {
    if (this.stopped) return;
    // Whoever says so may be wrong: tried again, though seldom.
    this.failures = SELDOM;
    this.broke();
  }

  /** Tells the server of a newer token than the one it has, before that one runs out. */
  renew(token: string): void {
    if (this.picture.link === 'live') this.say({ token });
  }

  /** Takes in what is known otherwise of what I may do or did, such as my vote. */
  note(change: Partial<LiveView['me']>): void {
    const { me } = this.picture;
    if (me !== null) this.set({ me: { ...me, ...change } });
  }

  /**
   * Asks for the state and for what I may do: at first, when that changed, and after a deed while there is no wire.
   * @returns whether the server answered
   */
  async read(): Promise<boolean> {
    try {
      const { state, audience, presence, now, me } = await this.host.read();
      if (this.stopped) return false;
      const known = this.picture;
      const older = known.state !== null && known.audience === audience && known.state.seq > state.seq;
      this.set({ me, ...(older ? {} : { state, audience, presence, clockAhead: now - this.host.now() }) });
      return true;
    } catch (thrown) {
      if (this.stopped) return false;
      // The wire tells what it is, or the next try.
      const { code, status } = thrown as { code?: string; status?: number };
      if (code !== undefined && (status === 403 || status === 404)) this.refuse(code);
      return false;
    }
  }

  private connect(): void {
    this.hangUp();
    this.silence('retry');
    const place: { wire: Wire | null } = { wire: null };
    let over = false;
    const current = () => place.wire !== null && place.wire === this.wire;
    const lost = () => {
      if (place.wire === null) over = true;
      else if (current()) this.broke();
    };
    place.wire = this.host.openWire(LIVE_SOCKET_PATH, {
      onOpen: () => {
        if (current()) void this.join();
      },
      onText: (text) => {
        if (current()) this.hear(JSON.parse(text) as LiveServerFrame);
      },
      onClose: lost,
    });
    this.wire = place.wire;
    this.after('joined', JOINED_WITHIN_MS, lost);
    if (over) this.broke();
  }

  /** Says which session, and up to where it is known. @param from null: start from the state as it is now */
  private async join(from = this.picture.state?.seq ?? null): Promise<void> {
    const { wire } = this;
    try {
      await this.host.withToken(
        (token) =>
          new Promise((done, fail) => {
            if (this.wire !== wire) return fail(new Error('gone'));
            this.joining = { done, fail };
            this.say({ join: this.sessionId, after: from, ...(token === null ? {} : { token }) });
          }),
      );
    } catch {
      if (this.wire === wire && this.picture.refused === null) this.broke();
      return;
    }
    if (this.wire !== wire) return;
    this.failures = 0;
    this.silence('joined');
    this.silence('poll');
    this.set({ link: 'live', refused: null });
    this.after('ping', LIVE_SOCKET.pingEveryMs, () => this.ping());
  }

  private hear(frame: LiveServerFrame): void {
    this.silence('pong');
    if ('refused' in frame) {
      this.refuse(frame.refused);
      return;
    }
    const answersJoin = 'audience' in frame;
    // Of what is pushed while a join is on its way, the answer knows more.
    if ('entries' in frame && !answersJoin && this.joining !== null) return;
    const { audience } = this.picture;
    const seen = followLive(this.picture, frame, this.host.now());
    if (seen === 'rejoin') void this.join();
    else if (seen === 'restart') void this.join(null);
    else {
      this.set(seen);
      if (audience !== null && seen.audience !== audience) void this.read();
      if (answersJoin) this.joined();
    }
  }

  private joined(): void {
    const { joining } = this;
    this.joining = null;
    joining?.done();
  }

  private refuse(code: string): void {
    const { joining } = this;
    this.joining = null;
    if (code === 'AUTH.EXPIRED') {
      // The join is tried again with a new token; the server hangs up on the old one.
      if (joining === null) this.broke();
      else joining.fail(this.host.refusal(code));
      return;
    }
    this.hangUp();
    for (const alarm of ['retry', 'poll'] as const) this.silence(alarm);
    this.set({ refused: code, link: 'broken' });
    joining?.fail(this.host.refusal(code));
  }

  private ping(): void {
    this.say({ ping: this.host.now() });
    this.after('pong', ANSWERS_WITHIN_MS, () => this.broke());
    this.after('ping', LIVE_SOCKET.pingEveryMs, () => this.ping());
  }

  /** There is no wire any more: another one in a while, and the state without it meanwhile. */
  private broke(): void {
    this.hangUp();
    if (this.stopped || this.picture.refused !== null) return;
    if (this.picture.link === 'live') this.set({ link: 'broken' });
    if (!this.alarms.has('poll')) this.after('poll', POLL_MS, () => void this.poll());
    const most = Math.min(RETRY_MOST_MS, RETRY_FIRST_MS * 2 ** this.failures);
    this.failures += 1;
    this.after('retry', most * (0.5 + this.host.random() / 2), () => this.connect());
  }

  private async poll(): Promise<void> {
    const answered = await this.read();
    if (this.stopped || this.picture.link === 'live' || this.picture.refused !== null) return;
    this.set({ link: answered ? 'polled' : 'broken' });
    this.after('poll', POLL_MS, () => void this.poll());
  }

  private hangUp(): void {
    const { wire, joining } = this;
    this.wire = null;
    this.joining = null;
    for (const alarm of ['joined', 'ping', 'pong'] as const) this.silence(alarm);
    joining?.fail(new Error('hung up'));
    wire?.close();
  }

  private say(frame: LiveClientFrame): void {
    this.wire?.send(JSON.stringify(frame));
  }

  private set(change: Partial<LivePicture>): void {
    this.picture = { ...this.picture, ...change };
    this.host.onChange(this.picture);
  }

  private after(alarm: Alarm, ms: number, work: () => void): void {
    this.silence(alarm);
    const ring = () => {
      this.alarms.delete(alarm);
      work();
    };
    this.alarms.set(alarm, setTimeout(ring, ms));
  }

  private silence(alarm: Alarm): void {
    clearTimeout(this.alarms.get(alarm));
    this.alarms.delete(alarm);
  }
}
