import type {
  MinutesState,
  OutcomeState,
  Rating,
  ReplyClass,
  SessionFormat,
  SessionState,
  TaskState,
  TopicCategory,
  TopicSource,
  TopicState,
} from '@consult/shared';

/** A topic as this test keeps it: written down with each act, never read from the server. */
export interface BookedTopic {
  readonly id: string;
  readonly township: string;
  readonly category: TopicCategory;
  readonly source: TopicSource;
  readonly raiserId: string;
  readonly raisedAt: number;
  state: TopicState;
  /** Where it stood when it was put on hold or withdrawn. */
  heldFrom: TopicState | null;
  acceptedAt: number | null;
  promisedAt: number | null;
  mergedInto: BookedTopic | null;
  plan: BookedPlan | null;
  /** Since when it has been where it is. */
  since: number;
  /** Who put their names to it. */
  cosigners: readonly string[];
  /** Its convener is asked how it goes on (nothing was promised, or it came back from hold). */
  nextStep: boolean;
}

export interface BookedPlan {
  readonly id: string;
  readonly township: string;
  readonly quarter: number;
  publishedAt: number | null;
}

export interface BookedSession {
  readonly id: string;
  readonly title: string;
  readonly township: string;
  readonly topics: readonly BookedTopic[];
  readonly format: SessionFormat;
  state: SessionState;
  startsAt: number;
  readonly signatories: readonly string[];
  readonly signed: Set<string>;
  minutesId: string | null;
  minutes: 'none' | MinutesState;
  /** When its minutes went to those who were there. */
  sentAt: number | null;
  outcomeId: string | null;
  outcome: 'none' | OutcomeState;
  consensus: boolean;
  /** What was agreed, until it is handed out. */
  agreed: { what: string; leadDepartmentId: string; dueAt: number }[];
}

export interface BookedTask {
  readonly id: string;
  readonly session: BookedSession;
  readonly township: string;
  readonly madeAt: number;
  leadDepartmentId: string;
  state: TaskState | 'deferred' | 'reconsult_advised';
  dueAt: number;
  replyClass: ReplyClass | null;
  carriedOver: boolean;
  lastWordAt: number;
  evaluationEndsAt: number | null;
  /** Whether the evaluation before ended too low. */
  wasLow: boolean;
  /** A visitor found it not done, once. */
  sentBack: boolean;
  /** When what could not be done comes back. */
  reviewAt: number | null;
  closedAt: number | null;
  /** The look-back whose No waits for the convener. */
  lookBackWaits: string | null;
  /** The date that its department asks for. */
  asked: number | null;
  pausedAt: number | null;
  /** On handling, of the evaluation that ran last. */
  answers: Record<Rating, number>;
}

const GIVEN_UP: readonly TopicState[] = ['withdrawn', 'declined'];

/**
 * What happened in the county, in the test's own accounts. Each act writes down what follows from it by the rules of
 * the domain, so that what the server counts can be compared with something that did not come from it.
 */
export class Books {
  readonly topics = new Map<string, BookedTopic>();
  readonly plans = new Map<string, BookedPlan>();
  readonly sessions = new Map<string, BookedSession>();
  readonly tasks = new Map<string, BookedTask>();
  /** Every act with its number, for the report of the test and to see that each kind happened. */
  readonly acts = new Map<string, number>();

  did(act: string): void {
    this.acts.set(act, (this.acts.get(act) ?? 0) + 1);
  }

  move(topic: BookedTopic, state: TopicState, at: number): void {
    topic.state = state;
    topic.since = at;
    topic.nextStep = false;
    if (GIVEN_UP.includes(state)) this.release(topic, at);
  }

  hold(topic: BookedTopic, state: 'suspended' | 'withdrawn', at: number): void {
    if (topic.state !== 'suspended') topic.heldFrom = topic.state;
    this.move(topic, state, at);
  }

  /** What was merged into a topic that is given up comes back into the pool. */
  private release(target: BookedTopic, at: number): void {
    for (const topic of this.topics.values()) {
      if (topic.mergedInto !== target) continue;
      topic.mergedInto = null;
      this.move(topic, 'accepted', at);
    }
  }

  tasksOf(topic: BookedTopic): BookedTask[] {
    return [...this.tasks.values()].filter(({ session }) => session.topics.includes(topic));
  }

  sessionsOf(topic: BookedTopic): BookedSession[] {
    return [...this.sessions.values()].filter(({ topics }) => topics.includes(topic));
  }

  /** Whether a session about it, or what came of one, is on its way. */
  isTaken(topic: BookedTopic): boolean {
    return this.sessionsOf(topic).some(
      ({ state, outcome }) => state !== 'cancelled' && (state !== 'recorded' || outcome !== 'assigned'),
    );
  }

  /** Whether nothing is on its way about a topic that is being carried out. */
  isIdle(topic: BookedTopic): boolean {
    const open = this.tasksOf(topic).some(({ state }) => state !== 'closed');
    const waiting = this.sessionsOf(topic).some(({ outcome }) => outcome !== 'none' && outcome !== 'assigned');
    return !open && !waiting;
  }

  /** Topics close with their last promise, unless their convener was asked, or is again. */
  closeIfDone(topics: readonly BookedTopic[], at: number): void {
    for (const topic of topics) {
      if (topic.state !== 'resolving' || topic.nextStep || !this.isIdle(topic)) continue;
      if (this.lastPromisedNothing(topic)) topic.nextStep = true;
      else this.move(topic, 'closed', at);
    }
  }

  /** Whether what came last of a session about it was no promise. */
  private lastPromisedNothing(topic: BookedTopic): boolean {
    const [last] = this.sessionsOf(topic)
      .filter(({ outcome }) => outcome === 'assigned')
      .sort((a, b) => ((a.outcomeId ?? '') < (b.outcomeId ?? '') ? 1 : -1));
    return last !== undefined && ![...this.tasks.values()].some(({ session }) => session === last);
  }

  topicsIn(township: string, ...states: TopicState[]): BookedTopic[] {
    return [...this.topics.values()].filter((one) => one.township === township && states.includes(one.state));
  }

  planTopics(plan: BookedPlan, ...states: TopicState[]): BookedTopic[] {
    return [...this.topics.values()].filter((one) => one.plan === plan && states.includes(one.state));
  }
}
