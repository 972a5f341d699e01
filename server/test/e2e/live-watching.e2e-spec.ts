import { setTimeout as sleep } from 'node:timers/promises';
import {
  EMPTY_LIVE_STATE,
  entryOutside,
  foldLive,
  LIVE_CLOSE,
  LIVE_SOCKET,
  type LiveServerFrame,
  type LiveState,
  stateOutside,
} from '@consult/shared';
import { WebSocket } from 'ws';
import { LiveEntriesRepository } from '../../src/live/live-entries.repository.js';
import { LiveLog } from '../../src/live/live-log.js';
import { LiveAdmissions } from '../../src/live/watch/live-admissions.js';
import { LiveHub } from '../../src/live/watch/live-hub.js';
import type { Player } from '../support/cast.js';
import { Client } from '../support/client.js';
import { Cuttable } from '../support/cuttable.js';
import { createTestEnvironment, DATABASES, REDIS_URL, type TestEnvironment } from '../support/environment.js';
import { LiveStage, type Seated } from '../support/live.js';
import { LiveLine } from '../support/live-watch.js';

const tokenOf = ({ client }: Player) => Reflect.get(client, 'token') as string;
const stateIn = (frame: LiveServerFrame | undefined): LiveState | null =>
  frame !== undefined && 'state' in frame ? frame.state : null;

describe.each(DATABASES)('watching a session by a socket, on %s', (kind) => {
  let env: TestEnvironment;
  let live: LiveStage;
  let convener: Player;
  let id: string;
  let ren: Seated;
  let dan: Seated;
  let wei: Seated;
  const lines: LiveLine[] = [];

  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'silent' });
    live = new LiveStage(env);
  });
  afterAll(() => env.stop());
  beforeEach(async () => {
    ({
      id,
      seated: [ren, dan, wei],
    } = await live.open());
    convener = await live.stage.convener();
  });
  afterEach(() => {
    for (const line of lines.splice(0)) line.cut();
  });

  const join = async (who: Player | null, after: number | null = null, url = env.url, session = id) => {
    const line = await LiveLine.join(url, session, { after, ...(who && { token: tokenOf(who) }) });
    lines.push(line);
    return line;
  };
  const entries = () => env.app.get(LiveEntriesRepository).after(env.database.read, id, 0, 1000);
  const note = (text: string) => live.do(convener, id, 'notice', { text });

  it('begins with the state and goes on with each entry, in order', async () => {
    await live.do(ren.player, id, 'hand');
    const line = await join(ren.player);
    expect(line.frames[0]).toMatchObject({ audience: 'inside', state: { seq: 2, queue: [{ name: ren.player.name }] } });
    await live.do(dan.player, id, 'hand');
    await live.do(convener, id, 'floor', { participantId: ren.participantId, seconds: 60 });
    await line.until(() => line.seqs.length === 2);
    expect(line.seqs).toEqual([3, 4]);
    const folded = foldLive(stateIn(line.frames[0]) ?? EMPTY_LIVE_STATE, line.entries);
    expect(folded).toEqual((await live.view(convener, id)).state);
  });

  it('brings hands counted in the room as it brings votes, to those outside without who entered them', async () => {
    const mark = { participantId: ren.participantId, present: true };
    await convener.client.ok(convener.client.post(`/sessions/${id}/roll`, mark));
    const { id: pollId } = await live.do(convener, id, 'polls', { question: '同意吗' });
    const [inside, outside] = [await join(dan.player), await join(null)];
    const { seq } = await live.do(convener, id, `polls/${pollId}/room`, { counts: [1, 0, 0] });
    for (const [line, name] of [
      [inside, convener.name],
      [outside, null],
    ] as const) {
      await line.until(() => line.seqs.includes(seq));
      expect(line.entries.at(-1)).toMatchObject({ seq, kind: 'poll_room', counts: [1, 0, 0], who: { name } });
    }
  });

  it('goes on after a cut with exactly what was missed, nothing of it twice', async () => {
    const first = await join(ren.player);
    await note('一');
    await first.until(() => first.seqs.includes(2));
    first.cut();
    for (const text of ['二', '三', '四']) await note(text);
    const again = await join(ren.player, 2);
    await note('五');
    await again.until(() => again.seqs.length === 4);
    expect(again.seqs).toEqual([3, 4, 5, 6]);
    expect(again.frames[0]).toMatchObject({ audience: 'inside', entries: [{ seq: 3 }, { seq: 4 }, { seq: 5 }] });
    const nothing = await join(ren.player, 6);
    expect(nothing.frames[0]).toMatchObject({ entries: [] });
  });

  it('begins anew for who is too far behind, or says more than there is', async () => {
    const log = env.app.get(LiveLog);
    await env.database.write(async (db) => {
      const ctx = { requestId: '', actor: null, db, now: env.clock.now() };
      const held = await log.lock(ctx, id);
      for (let i = 0; i < LIVE_SOCKET.behindMax + 5; i++)
        await log.append(ctx, held, { kind: 'notice', text: `第${i}次` });
    });
    const behind = await join(ren.player, 1);
    expect(stateIn(behind.frames[0])?.seq).toBe(LIVE_SOCKET.behindMax + 6);
    const within = await join(ren.player, 10);
    expect(within.seqs).toHaveLength(LIVE_SOCKET.behindMax - 4);
    const ahead = await join(ren.player, 1_000_000);
    expect(stateIn(ahead.frames[0])?.seq).toBe(LIVE_SOCKET.behindMax + 6);
  });

  it('shows those outside the same seqs without names, points and reasons', async () => {
    const visitor = await join(null);
    const stranger = await join(await live.stage.stranger());
    const inside = await join(ren.player);
    await live.do(ren.player, id, 'hand');
    await live.do(dan.player, id, 'hand');
    const order = [dan.participantId, ren.participantId];
    await live.do(convener, id, 'queue', { order, reason: '先听年长的' });
    await live.do(dan.player, id, 'points', { text: '楼道灯坏了' });
    for (const line of [visitor, stranger, inside]) await line.until(() => line.seqs.length === 4);
    const log = await entries();
    expect(inside.entries).toEqual(log.slice(1));
    for (const line of [visitor, stranger]) {
      expect(line.frames[0]).toMatchObject({ audience: 'outside' });
      expect(line.entries).toEqual(log.slice(1).map(entryOutside));
      const said = JSON.stringify(line.frames);
      for (const secret of [ren.player.name, dan.player.name, '楼道灯坏了', '先听年长的'])
        expect(said).not.toContain(secret);
    }
    const late = await join(null);
    expect(stateIn(late.frames[0])).toEqual(stateOutside(foldLive(EMPTY_LIVE_STATE, log)));
  });

  it('is refused for what one may not see, with a token that is out of date, and without sense', async () => {
    const { id: hidden } = await live.stage.called();
    const unseen = await join(await live.stage.stranger(), null, env.url, hidden);
    await unseen.closed();
    expect([unseen.frames, unseen.closedWith]).toEqual([[{ refused: 'ITEM.NOT_FOUND' }], LIVE_CLOSE.refused]);
    const forged = await LiveLine.join(env.url, id, { token: 'nonsense' });
    await forged.closed();
    expect(forged.frames).toEqual([{ refused: 'AUTH.EXPIRED' }]);
    for (const frame of ['no json', { join: 'x', after: null }, { join: id, after: -1 }, { dance: true }]) {
      const line = await LiveLine.open(env.url);
      line.say(frame);
      await line.closed();
      expect([frame, line.closedWith]).toEqual([frame, LIVE_CLOSE.malformed]);
    }
    const large = await LiveLine.open(env.url);
    large.say({ join: id, after: null, token: 'x'.repeat(LIVE_SOCKET.frameMax) });
    await large.closed();
    expect(large.closedWith).toBe(1009);
  });

  it('is for our own pages and for what is no page, and has one address', async () => {
    const port = new URL(env.url).port;
    const opened = async (headers: Record<string, string>) =>
      LiveLine.open(env.url, headers).then(
        (line) => {
          line.cut();
          return true;
        },
        () => false,
      );
    expect(await opened({ origin: 'https://elsewhere.example' })).toBe(false);
    expect(await opened({ origin: 'null' })).toBe(false);
    expect(await opened({ origin: `http://127.0.0.1:${port}` })).toBe(true);
    expect(await opened({ origin: 'https://servicewechat.com' })).toBe(true);
    expect(await opened({})).toBe(true);
    const elsewhere = new WebSocket(`${env.url.replace('http', 'ws')}/api/v1/sessions`);
    const error = await new Promise<Error>((resolve) => elsewhere.once('error', resolve));
    expect(error.message).toContain('404');
  });

  it('drops an insider whose sign-in ended to what visitors see, at the latest with the next look', async () => {
    const line = await join(ren.player);
    await ren.player.client.post('/identity/sign-out');
    await env.app.get(LiveAdmissions).check();
    await line.until(() => line.frames.some((frame) => 'audience' in frame && frame.audience === 'outside'));
    await live.do(dan.player, id, 'hand');
    await line.until(() => line.seqs.includes(2));
    expect(line.entries.at(-1)).toMatchObject({ kind: 'hand_up', who: { name: null } });
    env.cast.forget();
  });

  it('drops who let their token run out, and takes them in again with a new one', async () => {
    const line = await join(wei.player);
    live.stage.later(24 * 60 * 60 * 1000);
    await env.app.get(LiveAdmissions).check();
    await line.until(() => line.frames.some((frame) => 'audience' in frame && frame.audience === 'outside'));
    line.say({ token: tokenOf(await live.stage.member()) });
    const audiences = () => line.frames.flatMap((frame) => ('audience' in frame ? [frame.audience] : []));
    await line.until(() => audiences().length === 3);
    expect(audiences()).toEqual(['inside', 'outside', 'inside']);
  });

  it('tells who watches: those on the roll in the room, all others elsewhere, each once', async () => {
    await convener.client.ok(
      convener.client.post(`/sessions/${id}/roll`, { participantId: ren.participantId, present: true }),
    );
    const first = await join(ren.player);
    await join(ren.player);
    await join(dan.player);
    const isSo = (room: number, home: number) =>
      first.until(() => {
        const [last] = first.frames.flatMap((frame) => ('presence' in frame ? [frame.presence] : [])).slice(-1);
        return last?.room === room && last.home === home;
      });
    await isSo(1, 1);
    await convener.client.ok(
      convener.client.post(`/sessions/${id}/roll`, { participantId: dan.participantId, present: true }),
    );
    const visitor = await join(null);
    await isSo(2, 1);
    expect((await live.view(convener, id)).presence).toEqual({ room: 2, home: 1 });
    visitor.cut();
    await isSo(2, 0);
  });

  it('answers a ping with its number and the clock', async () => {
    const line = await join(null);
    line.say({ ping: 7 });
    await line.until(() => line.frames.some((frame) => 'pong' in frame));
    expect(line.frames.find((frame) => 'pong' in frame)).toEqual({ pong: 7, now: env.clock.now() });
  });

  it('reads the log once for all who watch, however many there are', async () => {
    const watching = await Promise.all(Array.from({ length: 12 }, () => join(null)));
    const repository = env.app.get(LiveEntriesRepository);
    const after = repository.after.bind(repository);
    let reads = 0;
    repository.after = (db, ...rest) => {
      // A write reads within its own transaction.
      if (db === env.database.read) reads += 1;
      return after(db, ...rest);
    };
    const { seq } = await note('一');
    for (const line of watching) await line.until(() => line.seqs.includes(seq));
    repository.after = after;
    expect(reads).toBe(1);
  });

  it('closes who does not read what they are sent, and nobody else has to wait', async () => {
    const slow = await join(ren.player);
    const quick = await join(dan.player);
    slow.socket.pause();
    // Larger than anything that people can write, so that what the system holds for a connection fills up.
    const text = '慢'.repeat(20_000);
    const log = env.app.get(LiveLog);
    for (let batch = 0; batch < 25; batch++) {
      await env.database.write(async (db) => {
        const ctx = { requestId: '', actor: null, db, now: env.clock.now() };
        const held = await log.lock(ctx, id);
        for (let i = 0; i < 20; i++) await log.append(ctx, held, { kind: 'notice', text });
      });
      await quick.until(() => quick.seqs.length === 20 * (batch + 1));
    }
    slow.socket.resume();
    await slow.closed();
    expect([LIVE_CLOSE.slow, 1006]).toContain(slow.closedWith);
    expect(slow.seqs.length).toBeLessThan(500);
    await note('还在');
    await quick.until(() => quick.seqs.length === 501);
    expect(env.app.get(LiveHub).watchers()).toHaveLength(1);
  });

  it('hears from another server through the log alone, only a little later', async () => {
    const other = await env.another();
    const line = await join(ren.player, null, other.url);
    const began = Date.now();
    await note('一');
    await note('二');
    await line.until(() => line.seqs.length === 2);
    expect(line.seqs).toEqual([2, 3]);
    expect(Date.now() - began).toBeLessThan(10_000);
    const closing = line.closed();
    await other.app.close();
    await closing;
    expect(line.closedWith).toBe(LIVE_CLOSE.restart);
  });

  (REDIS_URL === null ? it.skip : it)(
    'goes on without Redis when that dies in the middle, loses nothing, and is quick again once it is back',
    async () => {
      const way = await Cuttable.to(REDIS_URL ?? '');
      const here = await env.another({ redisUrl: way.url });
      const there = await env.another({ redisUrl: way.url });
      const line = await join(ren.player, null, here.url);
      const writer = new Client(there.url, Reflect.get(convener.client, 'signedIn'));
      const say = (text: string) =>
        writer.ok(writer.post<{ seq: number }>(`/sessions/${id}/live/notice`, { text })).then(({ seq }) => seq);
      const arrives = (seq: number) => line.until(() => line.seqs.includes(seq));
      await arrives(await say('Redis 还在'));
      await way.cut();
      for (const text of ['刚断', '断了一会儿', '还断着']) await say(text);
      await arrives((await entries()).length);
      await way.join();
      await arrives(await say('又通了'));
      expect(line.seqs).toEqual((await entries()).map(({ seq }) => seq).slice(1));
      expect(line.closedWith).toBeNull();
      line.cut();
      await here.app.close();
      await there.app.close();
      await way.cut();
    },
  );

  it('is over when the session ends, and can be looked at afterwards', async () => {
    const line = await join(ren.player);
    await live.stage.move(convener, id, 'end');
    await line.until(() => line.entries.some(({ kind: what }) => what === 'closed'));
    const late = await join(null);
    expect(stateIn(late.frames[0])).toMatchObject({ open: false, closedAt: env.clock.now() });
  });

  it('keeps to the number of sockets of one address', async () => {
    const other = await env.another({ liveSocketsPerAddress: 2 });
    const kept = [await LiveLine.open(other.url), await LiveLine.open(other.url)];
    await expect(LiveLine.open(other.url)).rejects.toThrow('429');
    const elsewhere = await LiveLine.open(other.url, { 'x-forwarded-for': '198.51.100.7' });
    kept[0]?.cut();
    await kept[0]?.closed();
    await sleep(50);
    (await LiveLine.open(other.url)).cut();
    for (const line of [...kept, elsewhere]) line.cut();
    await other.app.close();
  });
});
