import { MACHINES, NOTE_ACTIONS } from '../events/event.labels.js';
import { ITEM_KINDS, type ItemKind, type Machine } from '../machine/machine.js';
import { INSIDERS } from './message.audience.js';
import { MESSAGE_LIMITS, renderBody } from './message.render.js';
import { MESSAGE_TARGETS, messagePage } from './message.target.js';
import { digestText, ESCALATION, FOLLOW_UPS, REMINDERS, TELLINGS, tellingsOf } from './message.tellings.js';

/** The notes that each kind of item really has. */
const NOTES: Readonly<Record<ItemKind, readonly string[]>> = {
  topic: ['create', 'plan_published', 'classify'],
  session: [
    'create',
    'edit',
    'rearrange',
    'invite',
    'uninvite',
    'move_up',
    'open_draw',
    'draw',
    'drawn',
    'redraw',
    'add_material',
    'remove_material',
  ],
  minutes: ['create', 'sign', 'object', 'answer', 'signatories', 'open_signing', 'correct'],
  outcome: ['create'],
  task: [
    'create',
    'progress',
    'ask_visit',
    'ask_visitor',
    'visit',
    'look_back',
    'look_back_no',
    'look_back_answer',
    'move_on',
    'split',
    'milestone',
    'plan_funds',
    'spend',
    'wait_for',
    'wait_over',
    'show_photos',
    'appoint',
    'discharge',
    'supervise',
    'ask_extension',
    'grant_extension',
    'refuse_extension',
    'ask_handover',
    'refuse_handover',
    'escalate',
    'urge',
  ],
  round: ['create', 'edit'],
  research: ['create', 'edit', 'invite', 'uninvite', 'visit', 'carry'],
  questionnaire: ['create'],
  case: ['create'],
};
/** Anything public can be taken down and put back. */
const MODERATED = ['take_down', 'restore'];
const actionsOf = (kind: ItemKind) => [
  ...new Set([
    ...MODERATED,
    ...(MACHINES[kind] as Machine<string, string>).transitions.map((t) => t.action),
    ...NOTES[kind],
  ]),
];
const EVENTS = ITEM_KINDS.flatMap((kind) => actionsOf(kind).map((action) => [kind, action] as const));
const FACTS = ['title', 'reason', 'due', 'does', 'time', 'place'];
const MANY = [...EVENTS.flatMap(([kind, action]) => tellingsOf(kind, action)), ...Object.values(REMINDERS), ESCALATION]
  .map(({ many }) => many)
  .filter((many) => many !== undefined);

describe('Who is told of what', () => {
  it.each(EVENTS)('is said for %s %s: somebody hears, or it is silent with a reason', (kind, action) => {
    const entry = TELLINGS[kind][action];
    if (entry === undefined) throw new Error(`nothing is said of ${kind}.${action}`);
    if ('silent' in entry) expect(entry.silent.length).toBeGreaterThan(5);
    else expect(entry.length).toBeGreaterThan(0);
  });

  it('speaks of nothing that does not happen', () => {
    for (const kind of ITEM_KINDS) expect(Object.keys(TELLINGS[kind]).sort()).toEqual(actionsOf(kind).sort());
    expect(new Set([...MODERATED, ...Object.values(NOTES).flat()])).toEqual(new Set(NOTE_ACTIONS));
    for (const name of Object.keys(FOLLOW_UPS)) expect(EVENTS.map((event) => event.join('.'))).toContain(name);
  });

  it.each(EVENTS)('of %s %s is plain words that fit, with known facts', (kind, action) => {
    for (const { title, body } of [...tellingsOf(kind, action), ...(FOLLOW_UPS[`${kind}.${action}`]?.told ?? [])]) {
      expect(title.length).toBeLessThanOrEqual(MESSAGE_LIMITS.titleMax);
      expect(body).toMatch(/。$/);
      for (const [, fact] of body.matchAll(/\{(\w+)\}/g)) expect(FACTS).toContain(fact);
      expect(body.replace(/\{\w+\}/g, '')).not.toMatch(/[{}A-Za-z]/);
    }
  });

  it('of several things at once is their number in plain words', () => {
    expect(MANY.length).toBeGreaterThan(3);
    for (const { title, body } of MANY) {
      expect(title.length).toBeLessThanOrEqual(MESSAGE_LIMITS.titleMax);
      expect(renderBody(body, { count: '12' })).toBe(body.replace('{count}', '12'));
      expect(body.match(/\{\w+\}/g)).toEqual(['{count}']);
    }
  });

  it('is told by a run of all its audiences or of none', () => {
    for (const [kind, action] of EVENTS) {
      const gathered = tellingsOf(kind, action).map(({ many }) => many !== undefined);
      expect([kind, action, new Set(gathered).size <= 1]).toEqual([kind, action, true]);
    }
  });

  it.each(EVENTS)('of %s %s gives a reason only to those who may read it', (kind, action) => {
    const moves = (MACHINES[kind] as Machine<string, string>).transitions.filter((t) => t.action === action);
    const isPublic = moves.some((move) => move.reasonPublic);
    for (const { to, body } of tellingsOf(kind, action)) {
      if (!body.includes('{reason}') || isPublic) continue;
      // A co-signer sees no reason of an internal step; the sentence is left out for them.
      const readers = to.filter((audience) => INSIDERS.has(audience) || audience === 'raisers');
      expect([kind, action, readers.length > 0]).toEqual([kind, action, true]);
    }
  });

  it.each(EVENTS)('of %s %s has what its subscription message needs', (kind, action) => {
    for (const { template, body } of tellingsOf(kind, action)) {
      if (template === 'meeting') expect(kind).toBe('session');
      if (template === 'evaluate') expect([kind, body.includes('{due}')]).toEqual(['task', true]);
    }
  });

  it('names in each step that leaves work somebody to be told of it, or says that it was their own doing', () => {
    const untold = EVENTS.filter(([kind, action]) => {
      const machine = MACHINES[kind] as Machine<string, string>;
      const leaves = machine.transitions.some(
        (move) =>
          move.action === action &&
          move.to !== 'previous' &&
          machine.states[move.to]?.awaits !== undefined &&
          // Whoever makes the move is who has the work, so that they know.
          !move.by.includes(machine.states[move.to]?.awaits?.by as never) &&
          machine.states[move.to]?.awaits?.by !== 'raiser',
      );
      return leaves && !tellingsOf(kind, action).some(({ to }) => to.includes('next'));
    });
    expect(untold).toEqual([]);
  });
});

describe('Reminders and the digest', () => {
  it('say what is to be done', () => {
    for (const { body } of Object.values(REMINDERS)) expect(body).toMatch(/\{title\}.*\{due\}.*\{does\}/);
  });

  it('name only what there is', () => {
    expect(digestText({ raised: 0, waiting: 0, overdue: 0, sessions: 0, due: 0 })).toBeNull();
    expect(digestText({ raised: 3, waiting: 5, overdue: 1, sessions: 0, due: 2 })).toBe(
      '上周新提议题 3 件；等您办理 5 件，其中超期 1 件；本周到期的承办事项 2 件。',
    );
  });

  it('open a page of each kind of item', () => {
    expect(messagePage(null)).toBe('packages/work/inbox/index');
    expect(messagePage({ kind: 'minutes', id: 'M' })).toBe('packages/minutes/detail/index?id=M');
    expect(messagePage({ kind: 'round', id: 'R' })).toBe('packages/opinion/round/index?id=R');
    expect(messagePage({ kind: 'topic', id: 'T' })).toBe('packages/topics/detail/index?id=T');
  });

  it('open a page of everything that a message is about', () => {
    const pages = MESSAGE_TARGETS.map((kind) => messagePage({ kind, id: 'X' }));
    expect(new Set(pages).size).toBe(MESSAGE_TARGETS.length);
    expect(messagePage({ kind: 'report', id: 'X' })).toBe('packages/me/reports/index');
  });
});
