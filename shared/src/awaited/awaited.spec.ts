import { DAY_MS } from '../time/china-time.js';
import { awaitedByMinutes, awaitedBySession, awaitedByTask, awaitedByTopic, todoOf } from './awaited.js';

const NOW = 1_780_000_000_000;
const LATER = NOW + DAY_MS;

describe('Who is awaited', () => {
  const task = {
    state: 'replied' as const,
    parentId: null,
    currentDueAt: LATER,
    visitMissing: false,
    evaluationEndsAt: null,
  };

  it('by a promise called solved is whoever goes to see it, and its convener once somebody has', () => {
    const missing = { ...task, visitMissing: true };
    expect(awaitedByTask(missing, NOW)).toEqual({ text: '等提出、附议、参会的人或政协委员到现场看', dueAt: LATER });
    expect(awaitedByTask(task, NOW)).toEqual({ text: '等召集人组织评议', dueAt: LATER });
  });

  it('by an answered part is nobody', () => {
    expect(awaitedByTask({ ...task, parentId: 'whole', currentDueAt: null }, NOW)).toBeNull();
  });

  it('by a promise that is being rated is who rates it, and its convener when the time is over', () => {
    const rated = { ...task, state: 'evaluating' as const, evaluationEndsAt: LATER, currentDueAt: LATER + DAY_MS };
    expect(awaitedByTask(rated, NOW)).toEqual({ text: '等提出、附议、参会和抽中的人评议', dueAt: LATER });
    expect(awaitedByTask(rated, LATER + 1)).toEqual({ text: '等召集人处理评议结果', dueAt: LATER + DAY_MS });
  });

  it('after a session is its recorder, then who was there, who signs and who publishes', () => {
    const ended = [{ state: 'ended' as const }];
    const topic = { state: 'deliberating' as const, dueAt: null, sessions: ended, planPublished: true };
    const of = (state: 'draft' | 'objection' | 'countersigned', now = NOW) =>
      awaitedByTopic({ ...topic, coming: { kind: 'minutes', state, dueAt: LATER } }, now)?.text;
    expect(of('draft')).toBe('等记录人起草会议纪要');
    expect(of('objection')).toBe('等参会人核对会议纪要');
    expect(of('objection', LATER)).toBe('等核签人核签会议纪要');
    expect(of('countersigned')).toBe('等召集人发布会议纪要');
    const outcome = { kind: 'outcome' as const, state: 'drafted' as const, dueAt: LATER };
    expect(awaitedByTopic({ ...topic, coming: outcome }, NOW)).toEqual({ text: '等召集人发布协商成果', dueAt: LATER });
    const session = { format: 'onsite' as const, state: 'ended' as const, dueAt: null };
    const minutes = { kind: 'minutes' as const, state: 'draft' as const, dueAt: LATER };
    expect(awaitedBySession({ ...session, coming: minutes }, NOW)).toEqual({
      text: '等记录人起草会议纪要',
      dueAt: LATER,
    });
  });

  it('by minutes with an objection that nobody has answered is whoever answers it, not who signs', () => {
    const of = (signingBlockedBy: 'objection_period' | 'open_objections' | null, now: number) =>
      awaitedByMinutes({ state: 'objection', dueAt: LATER, signingBlockedBy }, now);
    expect(of('objection_period', NOW)?.text).toBe('等参会人核对会议纪要');
    expect(of('open_objections', LATER)).toEqual({ text: '等召集人答复异议，答复后才能核签', dueAt: LATER });
    expect(of(null, LATER)?.text).toBe('等核签人核签会议纪要');
  });

  it('by a topic says where and when only of a session that is to come', () => {
    const of = (state: 'announced' | 'in_progress' | 'postponed' | 'cancelled', dueAt: number | null = null) =>
      awaitedByTopic({ state: 'deliberating', dueAt, sessions: [{ state }], coming: null, planPublished: true }, NOW);
    expect(of('announced')?.text).toContain('时间和地点见下面');
    expect(of('in_progress')?.text).toContain('正在开协商会');
    expect(of('postponed')?.text).toContain('延期');
    expect(of('cancelled', LATER)).toEqual({ text: '等召集人召集协商', dueAt: LATER });
  });

  it('by a topic is who screens it, then who publishes its plan, and only then who calls the session', () => {
    const of = (state: 'submitted' | 'planned', planPublished: boolean) =>
      awaitedByTopic({ state, dueAt: LATER, sessions: [], coming: null, planPublished }, NOW);
    expect(of('submitted', false)).toEqual({ text: '等召集人审核议题', dueAt: LATER });
    expect(of('planned', false)).toEqual({ text: '等县政协公布计划', dueAt: LATER });
    expect(of('planned', true)).toEqual({ text: '等召集人召集协商', dueAt: LATER });
  });

  it('by a small session is whoever called it, and the convener by any other', () => {
    const of = (format: 'micro' | 'onsite') =>
      awaitedBySession({ state: 'announced', format, dueAt: LATER, coming: null }, NOW);
    expect(of('micro')).toEqual({ text: '等发起人按时开会', dueAt: LATER });
    expect(of('onsite')).toEqual({ text: '等召集人按时开会', dueAt: LATER });
  });

  it('is said to them as their inbox says it, but for states that wait for nobody', () => {
    expect(todoOf('task', 'replied')).toBe('组织评议');
    expect(() => todoOf('task', 'closed')).toThrow('waits for nobody');
  });
});
