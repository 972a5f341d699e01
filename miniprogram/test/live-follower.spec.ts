import { EMPTY_LIVE_STATE, foldLive, type LiveEntry, type LiveServerFrame, type LiveView } from '@consult/shared';
import { LiveFollower, type LivePicture } from '../src/services/live/follower';
import type { WireEvents } from '../src/services/live/wire';

const NOW = 1_780_000_000_000;
const SESSION = 'S1';

/** One WebSocket as the server sees it. */
interface Line {
  events: WireEvents;
  /** What the follower sent over it. */
  heard: Record<string, unknown>[];
  closed: boolean;
}

const notice = (seq: number): LiveEntry => ({ seq, at: NOW + seq, kind: 'notice', text: `第 ${seq} 条` });
const log = (from: number, to: number): LiveEntry[] =>
  Array.from({ length: to - from + 1 }, (_, i) => notice(from + i));
const stateAt = (seq: number) => foldLive(EMPTY_LIVE_STATE, log(1, seq));

const ME: LiveView['me'] = {
  participantId: null,
  canChair: false,
  canTakePart: false,
  canRecord: false,
  canCountRoom: false,
  roomHandsMax: null,
  vote: null,
};

class Somebody {
  readonly lines: Line[] = [];
  readonly pictures: LivePicture[] = [];
  reads = 0;
  /** What GET answers; null: the server is not reached. */
  answer: Partial<LiveView> | null = null;
  token = 'old';
  readonly follower = new LiveFollower(SESSION, {
    openWire: (_path, events) => {
      const line: Line = { events, heard: [], closed: false };
      this.lines.push(line);
      return {
        send: (text) => void line.heard.push(JSON.parse(text) as Record<string, unknown>),
        close: () => {
          line.closed = true;
        },
      };
    },
    withToken: async (join) => {
      try {
        await join(this.token);
      } catch (error) {
        if ((error as Error).message !== 'AUTH.EXPIRED') throw error;
        this.token = 'new';
        await join(this.token);
      }
    },
    read: async () => {
      this.reads += 1;
      if (this.answer === null)
        throw Object.assign(new Error('unreachable'), { code: 'NETWORK.UNREACHABLE', status: 0 });
      return {
        sessionId: SESSION,
        audience: 'inside',
        state: EMPTY_LIVE_STATE,
        presence: { room: 0, home: 1 },
        now: NOW,
        me: ME,
        ...this.answer,
      };
    },
    refusal: (code) => new Error(code),
    onChange: (picture) => void this.pictures.push(picture),
    now: () => NOW,
    random: () => 0,
  });

  get line(): Line {
    const line = this.lines.at(-1);
    if (!line) throw new Error('no socket was opened');
    return line;
  }

  get now(): LivePicture {
    const picture = this.pictures.at(-1);
    if (!picture) throw new Error('nothing was seen yet');
    return picture;
  }

  /** The server sends this over the newest socket. */
  async hear(frame: LiveServerFrame): Promise<void> {
    this.line.events.onText(JSON.stringify(frame));
    await settle();
  }

  /** The newest socket opens, and the join is answered with the state. */
  async join(seq: number): Promise<void> {
    this.line.events.onOpen();
    await settle();
    await this.hear({ state: stateAt(seq), audience: 'inside', now: NOW });
  }
}

const settle = () => jest.advanceTimersByTimeAsync(0);

describe('following a session that is on', () => {
  let somebody: Somebody;
  beforeEach(async () => {
    jest.useFakeTimers();
    somebody = new Somebody();
    somebody.follower.start();
    await settle();
  });
  afterEach(() => {
    somebody.follower.stop();
    jest.useRealTimers();
  });

  it('says which session and who asks in the first frame, and takes in what comes', async () => {
    await somebody.join(3);
    expect(somebody.line.heard).toEqual([{ join: SESSION, after: null, token: 'old' }]);
    await somebody.hear({ entries: log(4, 5) });
    await somebody.hear({ presence: { room: 2, home: 3 } });
    expect(somebody.now).toMatchObject({ link: 'live', state: stateAt(5), presence: { room: 2, home: 3 } });
  });

  it('asks for what is missing where an entry was left out, and passes over what it has', async () => {
    await somebody.join(3);
    await somebody.hear({ entries: [notice(3), notice(6)] });
    expect(somebody.now.state).toEqual(stateAt(3));
    expect(somebody.line.heard.at(-1)).toMatchObject({ join: SESSION, after: 3 });
    await somebody.hear({ entries: [notice(7)] });
    expect(somebody.line.heard).toHaveLength(2);
    await somebody.hear({ entries: log(4, 7), audience: 'inside', now: NOW });
    expect(somebody.now.state).toEqual(stateAt(7));
  });

  it('opens another socket within a second, from where it was, and keeps what it has meanwhile', async () => {
    await somebody.join(3);
    somebody.line.events.onClose();
    expect(somebody.now).toMatchObject({ link: 'broken', state: stateAt(3) });
    await jest.advanceTimersByTimeAsync(1000);
    expect(somebody.lines).toHaveLength(2);
    somebody.line.events.onOpen();
    await settle();
    expect(somebody.line.heard).toEqual([{ join: SESSION, after: 3, token: 'old' }]);
    await somebody.hear({ entries: log(4, 9), audience: 'inside', now: NOW });
    expect(somebody.now).toMatchObject({ link: 'live', state: stateAt(9) });
  });

  it('lets longer and longer pass between tries that fail', async () => {
    const tries = async (ms: number) => {
      const before = somebody.lines.length;
      const until = Date.now() + ms;
      while (Date.now() < until) {
        if (!somebody.line.closed) somebody.line.events.onClose();
        await jest.advanceTimersByTimeAsync(50);
      }
      return somebody.lines.length - before;
    };
    const [early, late] = [await tries(10_000), await tries(10_000)];
    expect(early).toBeGreaterThanOrEqual(4);
    expect(late).toBeLessThanOrEqual(2);
    expect(late).toBeGreaterThan(0);
  });

  it('tries at once when the network is back', async () => {
    await somebody.join(3);
    somebody.follower.sleep();
    expect(somebody.line.closed).toBe(true);
    expect(somebody.now.link).toBe('broken');
    somebody.follower.wake();
    expect(somebody.lines).toHaveLength(2);
  });

  it('asks by itself now and then while no socket can be opened, and stops once one is', async () => {
    somebody.answer = { state: stateAt(2) };
    somebody.line.events.onClose();
    await jest.advanceTimersByTimeAsync(3_000);
    expect(somebody.now).toMatchObject({ link: 'polled', state: stateAt(2), me: ME });
    somebody.answer = { state: stateAt(4) };
    await jest.advanceTimersByTimeAsync(3_000);
    expect(somebody.now.state).toEqual(stateAt(4));
    await somebody.join(5);
    const { reads } = somebody;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(somebody.reads).toBe(reads);
  });

  it('never goes back to an answer that is older than what it has', async () => {
    await somebody.join(5);
    somebody.answer = { state: stateAt(2) };
    await somebody.follower.read();
    expect(somebody.now.state).toEqual(stateAt(5));
  });

  it('takes a socket that answers no ping for lost', async () => {
    await somebody.join(1);
    await jest.advanceTimersByTimeAsync(16_000);
    expect(somebody.line.heard.at(-1)).toEqual({ ping: NOW });
    await somebody.hear({ pong: NOW, now: NOW + 70_000 });
    expect(somebody.now.clockAhead).toBe(70_000);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(somebody.lines.length).toBeGreaterThan(1);
  });

  it('joins anew with another token where the one it had ran out', async () => {
    somebody.line.events.onOpen();
    await settle();
    await somebody.hear({ refused: 'AUTH.EXPIRED' });
    expect(somebody.line.heard.map(({ token }) => token)).toEqual(['old', 'new']);
  });

  it('stops where it is refused, and says why', async () => {
    somebody.line.events.onOpen();
    await settle();
    await somebody.hear({ refused: 'ITEM.NOT_FOUND' });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(somebody.now.refused).toBe('ITEM.NOT_FOUND');
    expect(somebody.lines).toHaveLength(1);
  });

  it('asks what I may do once more when I see more than before', async () => {
    somebody.answer = {};
    await somebody.join(1);
    const { reads } = somebody;
    somebody.answer = { audience: 'outside', state: stateAt(1), me: { ...ME, canTakePart: true } };
    await somebody.hear({ state: stateAt(1), audience: 'outside', now: NOW });
    expect(somebody.reads).toBe(reads + 1);
    expect(somebody.now.me?.canTakePart).toBe(true);
  });
});
