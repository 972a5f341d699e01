import type { ItemKind } from '../machine/machine.js';
import { DAY_MS } from '../time/china-time.js';
import type { ManyTelling, Silent, Telling, Told } from './message.audience.js';
import { CASE_TELLINGS } from './tellings/case.tellings.js';
import { MINUTES_TELLINGS } from './tellings/minutes.tellings.js';
import { OPINION_TELLINGS } from './tellings/opinion.tellings.js';
import { OUTCOME_TELLINGS } from './tellings/outcome.tellings.js';
import { QUESTIONNAIRE_TELLINGS, RESEARCH_TELLINGS } from './tellings/research.tellings.js';
import { SESSION_TELLINGS } from './tellings/session.tellings.js';
import { TASK_TELLINGS } from './tellings/task.tellings.js';
import { TOPIC_TELLINGS } from './tellings/topic.tellings.js';

/** Who hears of what: every move and note of every kind of item, told or silent with the reason why. */
export const TELLINGS: Readonly<Record<ItemKind, Readonly<Record<string, Told | Silent | undefined>>>> = {
  topic: TOPIC_TELLINGS,
  session: SESSION_TELLINGS,
  minutes: MINUTES_TELLINGS,
  outcome: OUTCOME_TELLINGS,
  task: TASK_TELLINGS,
  round: OPINION_TELLINGS,
  research: RESEARCH_TELLINGS,
  questionnaire: QUESTIONNAIRE_TELLINGS,
  case: CASE_TELLINGS,
};

/** @see FOLLOW_UPS */
interface FollowUp {
  readonly daysBefore: number;
  readonly told: Told;
  /** Nobody who was told of how it stands for less long than this: it would be nothing new. */
  readonly notToldForMs?: number;
}

/**
 * What is told once more before a date that an event has set, if nothing has moved the item since: the day before a
 * session, two days before an evaluation ends, and on the last day but one of an opinion round.
 */
export const FOLLOW_UPS: Readonly<Record<string, FollowUp | undefined>> = {
  'session.announce': {
    daysBefore: 1,
    notToldForMs: DAY_MS,
    told: [
      {
        to: ['named', 'participants'],
        title: '明天有协商会议',
        body: '“{title}”{time}开始。地点：{place}。会议材料在会议页面上。',
        template: 'meeting',
        arrangement: 'stands',
      },
    ],
  },
  'task.open_evaluation': {
    daysBefore: 2,
    told: [
      {
        to: ['unrated'],
        title: '评议快要结束',
        body: '“{title}”的评议{due}结束，您还没有评。只要一分钟。',
        template: 'evaluate',
      },
    ],
  },
  'round.open': {
    daysBefore: 1,
    told: [
      {
        to: ['unheard'],
        title: '网络议政快要截止',
        body: '“{title}”{due}截止，您还没有说说看法。点一点“赞成”“反对”就行。',
        template: 'progress',
      },
    ],
  },
};

/** What messages are called that say when and where a session is: the latest says all that earlier ones did. */
export const ARRANGEMENT_TITLES: readonly string[] = [
  ...Object.keys(SESSION_TELLINGS).flatMap((action) => tellingsOf('session', action)),
  ...(FOLLOW_UPS['session.announce']?.told ?? []),
].flatMap(({ arrangement, title }) => (arrangement === 'stands' ? title : []));

/** The tellings of an event; empty where nobody is told. */
export function tellingsOf(kind: ItemKind, action: string): Told {
  const found = TELLINGS[kind][action];
  return found === undefined || 'silent' in found ? [] : found;
}

/** Whether an event is told together with all others of the run of a schedule that made it. */
export function isToldByRun(kind: ItemKind, action: string): boolean {
  return tellingsOf(kind, action).some(({ many }) => many !== undefined);
}

/** What is told of each thing, or of several at once. */
type Reminder = Omit<Telling, 'to'> & { readonly many: ManyTelling };

/** What whoever has to do something is told before and after it is due. */
export const REMINDERS: Readonly<Record<'before' | 'overdue', Reminder>> = {
  before: {
    title: '有事快到期了',
    body: '“{title}”：请在{due}前{does}。',
    template: 'todo',
    many: { title: '有几件事快到期了', body: '有 {count} 件事快到期了。请打开待办，看看先办哪一件。', opens: null },
  },
  overdue: {
    title: '有事已经超期',
    body: '“{title}”：应在{due}前{does}，现已超期，请尽快办理。',
    template: 'todo',
    many: { title: '有几件事已经超期', body: '有 {count} 件事已经超期。请打开待办，尽快办理。', opens: null },
  },
};

/** What the county office is told of what nobody has done for far too long. */
export const ESCALATION: Reminder = {
  title: '有事久拖未办',
  body: '“{title}”：应在{due}前{does}，至今没有办。请过问。',
  template: 'todo',
  many: { title: '有几件事久拖未办', body: '有 {count} 件事早该办，至今没有办。请过问。', opens: null },
};

/** What a convener is told at the beginning of a week. */
export interface DigestCounts {
  /** Topics handed in during the last seven days. */
  raised: number;
  waiting: number;
  overdue: number;
  /** Sessions in the coming seven days. */
  sessions: number;
  /** Promises that fall due in the coming seven days. */
  due: number;
}

/** The weekly digest; null where there is nothing to say. */
export function digestText({ raised, waiting, overdue, sessions, due }: DigestCounts): string | null {
  const parts = [
    raised > 0 && `上周新提议题 ${raised} 件`,
    waiting > 0 && `等您办理 ${waiting} 件${overdue > 0 ? `，其中超期 ${overdue} 件` : ''}`,
    sessions > 0 && `本周会议 ${sessions} 场`,
    due > 0 && `本周到期的承办事项 ${due} 件`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : `${parts.join('；')}。`;
}
export const DIGEST_TITLE = '本周协商工作';
