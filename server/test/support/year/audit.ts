import {
  type Count,
  type Figures,
  type InboxCount,
  type LedgerCounts,
  type LedgerEntry,
  type NewOpenKey,
  OPEN_KEY_HEADER,
  type OpenDataset,
  openFileName,
  type TaskDetail,
  type TaskSummary,
  TOPIC_STATES,
  type TodoView,
  type TopicDetail,
  type TopicSummary,
} from '@consult/shared';
import type { BookedTask, BookedTopic } from './books.js';
import { COUNTY, type County } from './county.js';
import { fateOf, GROUPS, isOwing, isSeen, lightOf, some, standingOf, tally } from './reckoning.js';

const YEAR = '2026';
/** Of answers that are shown. */
const MINIMUM = 5;
const TWO_WEEKS_MS = 14 * 24 * 60 * 60 * 1000;

/** Compares what the server says of a county with what its books say. */
export class Audit {
  private key: Promise<NewOpenKey> | null = null;

  constructor(private readonly county: County) {}

  /** Every number, at the end of a month. */
  async of(month: string): Promise<void> {
    const regions = [COUNTY, ...this.county.townships.map(({ code }) => code)];
    await this.all(month, [
      ...this.county.townships.map(
        ({ code }) =>
          () =>
            this.topicsOf(code),
      ),
      ...regions.flatMap((region) => [() => this.figuresOf(region, YEAR), () => this.ledgerOf(region)]),
      () => this.figuresOf(COUNTY, month),
      () => this.inboxes(),
      () => this.openData(),
      () => this.jobs(),
    ]);
  }

  /** Does every check, and tells all that is wrong at once: one number that is off seldom comes alone. */
  private async all(month: string, checks: readonly (() => Promise<void>)[]): Promise<void> {
    const wrong: string[] = [];
    for (const check of checks) await check().catch((error: Error) => wrong.push(error.message));
    if (wrong.length > 0) throw new Error(`at the end of ${month}:\n${wrong.join('\n')}`);
  }

  /** At the year's end: each kind of act happened, each topic has a fate, and nothing that was promised is forgotten. */
  async ofTheYear(): Promise<void> {
    const { books, now } = this.county;
    for (const act of [...EVERYDAY, ...PROVING]) expect([act, books.acts.get(act) ?? 0]).not.toEqual([act, 0]);
    expect(books.topics.size).toBeGreaterThan(80);
    for (const topic of books.topics.values()) await this.waitsOrIsDone(topic);
    for (const task of books.tasks.values()) {
      const late = isOwing(task) && task.dueAt < now;
      if (!isOwing(task) || !late) continue;
      const { light, overdue, clock } = await this.visitor<TaskDetail>(`/tasks/${task.id}`);
      expect([task.id, light, overdue]).toEqual([task.id, 'overdue', true]);
      // From two weeks on somebody above has been told.
      const told = clock.escalations.some(({ cause }) => cause === 'overdue');
      if (now - task.dueAt > TWO_WEEKS_MS) expect([task.id, told]).toEqual([task.id, true]);
    }
  }

  private visitor<T>(path: string): Promise<T> {
    const { visitor } = this.county.env.cast;
    return visitor.ok(visitor.get<T>(path));
  }

  private topicsIn(region: string): BookedTopic[] {
    return [...this.county.books.topics.values()].filter(({ township }) => township.startsWith(region));
  }

  private tasksIn(region: string): BookedTask[] {
    return [...this.county.books.tasks.values()].filter(({ township }) => township.startsWith(region));
  }

  /** Those that everybody sees. */
  private seenTasksIn(region: string): BookedTask[] {
    return this.tasksIn(region).filter(({ session }) => session.topics.some(isSeen));
  }

  /** Nothing that was raised has vanished, and each is where the books have it: in the lists of the office and of everyone. */
  private async topicsOf(code: string): Promise<void> {
    const { people } = this.county;
    const { convener } = this.county.township(code);
    const list: TopicSummary[] = [];
    for (const state of TOPIC_STATES.filter((one) => one !== 'draft')) {
      list.push(...(await people.all<TopicSummary>(convener, `/topics/work?region=${code}&state=${state}`)));
    }
    const own = this.topicsIn(code);
    expect(statesOf(list)).toEqual(statesOf(own));
    const seen = await people.all<TopicSummary>(null, `/topics?region=${code}`);
    expect(statesOf(seen)).toEqual(statesOf(own.filter(isSeen)));
  }

  /** The dashboard, what its numbers add up to, and the rows behind each of them. */
  private async figuresOf(region: string, period: string): Promise<void> {
    const { people, office, books, now } = this.county;
    const figures = await people.get<Figures>(office, `/figures?region=${region}&period=${period}`);
    const within = (at: number) => chinaMonthOf(at).startsWith(period);
    const topics = this.topicsIn(region).filter(({ raisedAt }) => within(raisedAt));
    const tasks = this.tasksIn(region).filter(({ madeAt }) => within(madeAt));
    const where = `${region} in ${period}`;

    const fates = tally(topics, (topic) => fateOf(topic, books));
    expect({ where, fates: numbers(figures.fates) }).toEqual({ where, fates });
    const groups = Object.values(GROUPS).map((names) =>
      names.reduce((sum, name) => sum + (figures.fates[name]?.n ?? 0), 0),
    );
    expect({ where, raised: groups.reduce((sum, n) => sum + n, 0) }).toEqual({ where, raised: topics.length });
    expect({ where, sources: numbers(figures.sources) }).toEqual({
      where,
      sources: tally(topics, ({ source }) => source),
    });
    const themes = Object.fromEntries(figures.themes.map(({ category, total }) => [category, total.n]));
    expect({ where, themes: some(themes) }).toEqual({ where, themes: tally(topics, ({ category }) => category) });
    const reached = {
      accepted: topics.filter(({ acceptedAt }) => acceptedAt !== null).length,
      promised: topics.filter(({ promisedAt }) => promisedAt !== null).length,
      kept: fates.kept ?? 0,
    };
    const { accepted, promised, kept } = figures.milestones;
    expect({ where, accepted: accepted.n, promised: promised.n, kept: kept.n }).toEqual({ where, ...reached });

    const { promises } = figures;
    expect({ where, made: promises.made.n }).toEqual({ where, made: tasks.length });
    expect({ where, standings: numbers(promises.standings) }).toEqual({ where, standings: tally(tasks, standingOf) });
    const answered = tasks.filter(({ replyClass }) => replyClass !== null);
    expect({ where, classes: numbers(promises.classes) }).toEqual({
      where,
      classes: tally(answered, ({ replyClass }) => replyClass as string),
    });
    const judged = tasks.filter((task) => task.state !== 'evaluating' && answersOf(task) >= MINIMUM);
    const { evaluation } = figures;
    expect({ where, shown: evaluation.shown.n }).toEqual({ where, shown: judged.length });
    const sums = (['satisfied', 'fair', 'dissatisfied'] as const).map((rating) =>
      judged.reduce((sum, { answers }) => sum + answers[rating], 0),
    );
    const [satisfied = 0, fair = 0, dissatisfied = 0] = sums;
    // Everyone in the year says 基本满意 of how it was deliberated, and of what was settled the same as of how it was handled.
    const handling = { satisfied, fair, dissatisfied };
    const process = { satisfied: 0, fair: satisfied + fair + dissatisfied, dissatisfied: 0 };
    expect({ where, answers: evaluation.answers }).toEqual({ where, answers: { process, result: handling, handling } });
    const late = tasks.filter((task) => isOwing(task) && task.dueAt < now).length;
    expect({ where, overdue: promises.overdue.n }).toEqual({ where, overdue: late });
    for (const { region: place, lights } of figures.places) {
      const open = this.tasksIn(place).map((task) => lightOf(task, now));
      const own = tally(
        open.filter((light) => light !== 'done'),
        (light) => light,
      );
      expect({ place, lights: numbers(lights) }).toEqual({ place, lights: own });
    }
    if (period !== YEAR) return;
    // The rows behind the numbers, read to their end.
    for (const [fate, n] of Object.entries(fates)) {
      const rows = await people.all<{ id: string }>(
        office,
        `/figures/topics?region=${region}&period=${period}&fate=${fate}`,
      );
      expect({ where, fate, n: new Set(rows.map(({ id }) => id)).size }).toEqual({ where, fate, n });
    }
    for (const { state, n, p90, longer } of figures.stays) {
      const stays = `/figures/stays?region=${region}&period=${period}&state=${state}`;
      for (const [path, count] of [
        [stays, n],
        [`${stays}&longerThan=${p90}`, longer.n],
      ] as const) {
        const rows = await people.all<{ id: string }>(office, path);
        expect({ where, path, n: new Set(rows.map(({ id }) => id)).size }).toEqual({ where, path, n: count });
      }
    }
    for (const { category, counts } of figures.themes) {
      const own = tally(
        topics.filter((topic) => topic.category === category),
        ({ raisedAt }) => chinaMonthOf(raisedAt),
      );
      const months = Object.fromEntries(figures.columns.map((column, i) => [column, counts[i]?.n ?? 0]));
      expect({ where, category, months: some(months) }).toEqual({ where, category, months: own });
      for (const [month, n] of Object.entries(own)) {
        const path = `/figures/topics?region=${region}&period=${month}&category=${encodeURIComponent(category)}`;
        const rows = await people.all<{ id: string }>(office, path);
        expect({ path, n: new Set(rows.map(({ id }) => id)).size }).toEqual({ path, n });
      }
    }
    for (const [standing, n] of Object.entries(tally(tasks, standingOf))) {
      const path = `/figures/promises?region=${region}&period=${period}&standing=${standing}`;
      const rows = await people.all<{ id: string }>(office, path);
      expect({ where, standing, n: new Set(rows.map(({ id }) => id)).size }).toEqual({ where, standing, n });
    }
  }

  /** Every promise stands in the ledger and the list, under its light, and the counts say the same. */
  private async ledgerOf(region: string): Promise<void> {
    const { people, now } = this.county;
    const own = this.seenTasksIn(region);
    const counts = await this.visitor<LedgerCounts>(`/ledger/counts?region=${region}`);
    const lights = tally(own, (task) => lightOf(task, now));
    expect({ region, made: counts.made, lights: some(counts.lights) }).toEqual({ region, made: own.length, lights });
    const entries = await people.all<LedgerEntry>(null, `/ledger?region=${region}`);
    expect(statesOf(entries)).toEqual(statesOf(own));
    const listed = await people.all<TaskSummary>(null, `/tasks?region=${region}`);
    expect(statesOf(listed)).toEqual(statesOf(own));
  }

  /** Who owes something has a to-do for it, and nobody has one for what they owe no more. */
  private async inboxes(): Promise<void> {
    const { people, books, townships, departments, office } = this.county;
    const members = townships.flatMap(({ convener, party, members, residents }) => [
      convener,
      party,
      ...members,
      ...residents,
    ]);
    const found = new Set<string>();
    for (const personId of [office, ...members, ...departments.map((one) => one.personId)]) {
      const todos = await people.all<TodoView>(personId, '/inbox');
      const { total } = await people.get<InboxCount>(personId, '/inbox/count');
      expect(todos).toHaveLength(total);
      for (const { kind, itemId } of todos) found.add(`${kind} ${itemId}`);
    }
    for (const todo of await this.opensLater()) found.add(todo);
    const awaited = new Set<string>();
    for (const topic of books.topics.values()) if (awaitsSomebody(topic)) awaited.add(`topic ${topic.id}`);
    for (const session of books.sessions.values()) {
      if (['preparing', 'announced', 'postponed'].includes(session.state)) awaited.add(`session ${session.id}`);
      if (['draft', 'objection', 'countersigned'].includes(session.minutes))
        awaited.add(`minutes ${session.minutesId}`);
      if (['drafted', 'published', 'sent', 'instructed'].includes(session.outcome))
        awaited.add(`outcome ${session.outcomeId}`);
    }
    for (const task of books.tasks.values()) {
      const taken = task.state === 'reconsulting' && task.session.topics.some((topic) => this.isAtTheTable(topic));
      if ((task.state !== 'closed' || task.lookBackWaits !== null) && !taken) awaited.add(`task ${task.id}`);
    }
    // A topic of a plan under way, and one whose session fell through, is asked for too: see waitsAtTheTable.
    for (const topic of books.topics.values()) {
      if (topic.state === 'deliberating' && !this.isAtTheTable(topic)) awaited.add(`topic ${topic.id}`);
    }
    expect([...found].sort()).toEqual([...awaited].sort());
  }

  /** What waits for somebody who cannot do it yet: answers to objections nobody made, evaluations that still run. */
  private async opensLater(): Promise<string[]> {
    const { env, now } = this.county;
    const rows: { kind: string; item_id: string; does: string }[] = await env.database.read.query(
      'SELECT kind, item_id, does FROM todos WHERE opens_at > ?',
      [now],
    );
    for (const { does } of rows) expect(['答复异议', '处理评议结果']).toContain(does);
    return rows.map(({ kind, item_id }) => `${kind} ${item_id}`);
  }

  /** Whether a session that holds it, or what came of one, is on its way. */
  private isAtTheTable(topic: BookedTopic): boolean {
    return this.county.books
      .sessionsOf(topic)
      .some(({ state, outcome }) =>
        state === 'recorded' ? outcome !== 'assigned' : ['announced', 'ended', 'postponed'].includes(state),
      );
  }

  /** The open data hold each public topic and each promise about one once, in the state where the books have it. */
  private async openData(): Promise<void> {
    await this.openRowsOf('topics', this.topicsIn(COUNTY).filter(isSeen));
    await this.openRowsOf('promises', this.seenTasksIn(COUNTY));
  }

  private async openRowsOf(dataset: OpenDataset, own: readonly { readonly state: string }[]): Promise<void> {
    const { env } = this.county;
    const name = openFileName({ dataset, region: COUNTY, year: Number(YEAR), format: 'ndjson' });
    const answer = await fetch(`${env.url}/api/v1/open/files/${name}`, {
      headers: { [OPEN_KEY_HEADER]: await this.openKey() },
    });
    expect(answer.status).toBe(200);
    const lines = (await answer.text()).split('\n').filter((line) => line !== '');
    const rows = lines.map((line): { code: string; state: string } => JSON.parse(line));
    expect([dataset, new Set(rows.map(({ code }) => code)).size]).toEqual([dataset, own.length]);
    const states = (all: readonly { readonly state: string }[]) => tally(all, ({ state }) => state);
    expect([dataset, states(rows)]).toEqual([dataset, states(own)]);
  }

  /** A year goes by in less than a minute, in which nobody without a key reads so many files. */
  private async openKey(): Promise<string> {
    const { people, admin } = this.county;
    this.key ??= people.post<NewOpenKey>(admin, '/open-keys', {
      region: COUNTY,
      holder: '统计局',
      purpose: '核对数字',
    });
    return (await this.key).key;
  }

  /** The work behind the pages was done: none of it was given up. */
  private async jobs(): Promise<void> {
    const rows: { kind: string }[] = await this.county.env.database.read.query(
      "SELECT kind FROM jobs WHERE state = 'dead'",
    );
    expect(rows).toEqual([]);
  }

  /** What is not over has somebody who is asked, or stands where the books say it rests. */
  private async waitsOrIsDone(topic: BookedTopic): Promise<void> {
    const { people, books } = this.county;
    const { convener } = this.county.township(topic.township);
    const { state } = await people.get<TopicDetail>(convener, `/topics/${topic.id}`);
    expect(state).toBe(topic.state);
    if (topic.state === 'closed') expect(books.tasksOf(topic).every((task) => task.state === 'closed')).toBe(true);
    if (topic.mergedInto !== null) expect(['withdrawn', 'declined']).not.toContain(topic.mergedInto.state);
  }
}

/** What a year brings in two townships, so that a year in which something never happened is not taken for a test of it. */
const EVERYDAY = [
  'raise (resident)',
  'raise (member)',
  'raise (leader)',
  'accept',
  'decline',
  'return',
  'supplement',
  'cosign',
  'merge',
  'withdraw',
  'shortlist',
  'propose',
  'approve (party)',
  'approve (county)',
  'publish plan',
  'call (micro)',
  'call (onsite)',
  'announce',
  'publish minutes',
  'publish outcome',
  'send outcome',
  'instruct',
  'assign',
  'assign-directly',
  'promise',
  'take',
  'refuse',
  'reassign',
  'progress',
  'reply A',
  'reply B',
  'reply C',
  'rate',
  'conclude: closed',
  'conclude: long_term',
  'conclude: redo',
  'restart',
  'ask for more time',
  'grant more time',
  'urge',
  'pause',
  'resume a promise',
  'suspend',
  'resume',
  'close',
];

/** The same of what is asked of promises that are proved. */
const PROVING = ['visit: done', 'visit: not_done', 'conclude: deferred', 'look back: yes', 'look back: no', 'reopen'];

const answersOf = ({ answers: { satisfied, fair, dissatisfied } }: BookedTask): number =>
  satisfied + fair + dissatisfied;

const statesOf = (all: Iterable<{ id: string; state: string }>): string[] =>
  [...all].map(({ id, state }) => `${id} ${state}`).sort();

const numbers = (counts: Readonly<Record<string, Count>>): Record<string, number> =>
  some(Object.fromEntries(Object.entries(counts).map(([name, { n }]) => [name, n])));

const chinaMonthOf = (at: number): string => new Date(at + 8 * 60 * 60 * 1000).toISOString().slice(0, 7);

/** Whether somebody is asked to do something about a topic as such. */
function awaitsSomebody(topic: BookedTopic): boolean {
  const always = ['submitted', 'returned', 'accepted', 'shortlisted', 'party_review', 'county_review', 'planned'];
  return always.includes(topic.state) || (topic.state === 'resolving' && topic.nextStep);
}
