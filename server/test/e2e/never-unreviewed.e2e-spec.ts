import type { Created, HomeView, Page, SimilarTopic, TopicDetail, TopicSummary } from '@consult/shared';
import { DAY_MS, MINUTE_MS } from '@consult/shared';
import { AttachmentEntity } from '../../src/attachments/attachment.entity.js';
import { TopicEntity } from '../../src/topics/topic.entity.js';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { ScriptedChecks, uploadPhoto, withOpenid } from '../support/moderation.js';
import { PLACE, topicInput } from '../support/topics.js';

const RUNS = 8;
const STEPS = 14;

/** Numbers that look random and are the same in every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe.each(DATABASES)('whatever happens in whatever order, on %s', (kind) => {
  let env: TestEnvironment;
  let checks: ScriptedChecks;
  let resident: Player;
  let convener: Player;
  let pick: (below: number) => number;

  beforeAll(async () => {
    env = await createTestEnvironment(kind, { logLevel: 'silent' });
    checks = new ScriptedChecks(env);
    await withOpenid(env, await env.cast.one('resident', PLACE.township));
  });
  afterAll(() => env.stop());

  /** What somebody outside can see of a topic, on every way to it. */
  async function publicTraces(id: string, title: string, photo: string, openUrls: Set<string>): Promise<string[]> {
    const visitor = env.cast.visitor;
    const traces: string[] = [];
    const detail = await visitor.get<TopicDetail>(`/topics/${id}`);
    if (detail.status === 200) {
      traces.push('detail');
      for (const { url } of detail.body.photos) openUrls.add(url.replace('/api/v1', ''));
      if (detail.body.photos.length > 0) traces.push('photo listed');
    }
    const list = await visitor.ok(visitor.get<Page<TopicSummary>>(`/topics?region=${PLACE.townshipCode}&limit=50`));
    if (list.items.some((topic) => topic.id === id)) traces.push('list');
    const home = await visitor.ok(visitor.get<HomeView>(`/home?township=${PLACE.townshipCode}`));
    if (home.topics.some((topic) => topic.id === id)) traces.push('home');
    const other = await env.cast.one('resident', PLACE.township, 1);
    const query = new URLSearchParams({ township: PLACE.townshipCode, title });
    const similar = await other.client.ok(other.client.get<SimilarTopic[]>(`/topics/similar?${query}`));
    if (similar.some((topic) => topic.id === id)) traces.push('similar');
    for (const url of [`/attachments/${photo}/full`, ...openUrls]) {
      if ((await visitor.get(url)).status === 200) traces.push('photo');
    }
    return traces;
  }

  it.each(Array.from({ length: RUNS }, (_, seed) => seed))(
    'nothing unreviewed is ever public (seed %s)',
    async (seed) => {
      env.clock.advance(DAY_MS);
      env.cast.forget();
      resident = await env.cast.one('resident', PLACE.township);
      convener = await env.cast.one('convener', PLACE.township);
      checks.reset();
      pick = seeded(seed + 1);
      const verdicts = ['pass', 'review', 'risky'] as const;
      checks.text = () => ({ suggest: verdicts[pick(3)] ?? 'review', label: 20001 });
      const photo = await uploadPhoto(resident);
      const { submit: _, ...input } = topicInput({ photos: [photo] });
      const { id } = await resident.client.ok(
        resident.client.post<Created>('/topics', { ...input, submit: pick(2) === 0 }),
      );
      const openUrls = new Set<string>();
      const act = (player: Player, path: string, body = {}) => player.client.post(path, body);
      const reason = '按规定处理';
      const current = async () => (await resident.client.get<TopicDetail>(`/topics/${id}`)).body.content?.checkId;
      const steps: (() => Promise<unknown>)[] = [
        () => act(resident, `/topics/${id}/submit`),
        () => resident.client.put(`/topics/${id}`, { ...input, affected: `约${pick(900) + 100}户` }),
        () => env.work(),
        () => env.work(),
        async () => {
          const order = checks.images[pick(Math.max(checks.images.length, 1))];
          if (order) await checks.push(order.traceId, verdicts[pick(3)] ?? 'pass');
        },
        () => act(convener, `/topics/${id}/accept`),
        () => act(convener, `/topics/${id}/return`, { reason }),
        async () => act(resident, `/moderation/checks/${await current()}/appeal`, { reason }),
        async () => act(convener, `/moderation/checks/${await current()}/approve`),
        async () => act(convener, `/moderation/checks/${await current()}/reject`, { reason }),
        async () => act(convener, `/moderation/checks/${await current()}/override`, { reason }),
        () => act(convener, `/moderation/items/topic/${id}/take-down`, { reason }),
        () => act(convener, `/moderation/items/topic/${id}/restore`, { reason }),
        () => act(convener, `/moderation/items/photo/${photo}/take-down`, { reason }),
        async () => env.clock.advance(41 * MINUTE_MS),
      ];
      for (let i = 0; i < STEPS; i += 1) {
        // Sometimes two at once.
        const now = [steps[pick(steps.length)], ...(pick(3) === 0 ? [steps[pick(steps.length)]] : [])];
        await Promise.all(now.map((step) => step?.()));
        const traces = await publicTraces(id, input.title, photo, openUrls);
        const topic = await env.database.read.findOneByOrFail(TopicEntity, { id });
        const picture = await env.database.read.findOneByOrFail(AttachmentEntity, { id: photo });
        const reviewed = await env.database.read.query(
          `SELECT kind FROM content_checks WHERE owner_id IN (?, ?) AND state = 'passed' AND superseded_at IS NULL`,
          [id, photo],
        );
        const passed = (what: string) => (reviewed as { kind: string }[]).some((row) => row.kind === what);
        if (!passed('topic') || topic.acceptedAt === null) expect(traces).toEqual([]);
        if (!passed('photo')) expect(traces.filter((trace) => trace.startsWith('photo'))).toEqual([]);
        expect([topic.content === 'passed', picture.content === 'passed']).toEqual([passed('topic'), passed('photo')]);
      }
    },
  );
});
