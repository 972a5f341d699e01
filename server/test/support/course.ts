import {
  type AgreedTask,
  addDays,
  type Created,
  chinaDate,
  chinaMoment,
  DAY_MS,
  type DepartmentView,
  type MinutesInput,
  type MoveResult,
  type OutcomeSummary,
  type Page,
  programmeOf,
  type Role,
  type SessionDetail,
  type SessionFormat,
  type SessionInput,
  type SessionPlace,
  type TaskSummary,
  type TodoView,
  type VisitFinding,
} from '@consult/shared';
import type { Player } from './cast.js';
import type { TestEnvironment } from './environment.js';
import { uploadPhoto } from './moderation.js';
import { acceptedTopic, PLACE } from './topics.js';

export interface Agreed {
  readonly format?: SessionFormat;
  readonly consensus?: string[];
  readonly dissent?: string[];
  readonly tasks?: AgreedTask[];
  /** Besides the convener, who is always there. */
  readonly present?: readonly Player[];
}

export interface Held {
  readonly sessionId: string;
  readonly minutesId: string;
  readonly outcomeId: string;
}

/** 民政局, 城市管理局: who carries things out in these tests. */
export const LEAD = '民政局';
export const OTHER = '城市管理局';

/** Takes topics along their whole course through the API, each step made by whoever makes it in life. */
export class Course {
  private quarters = 0;

  constructor(private readonly env: TestEnvironment) {}

  /** Lets days go by; everyone signs in again, as people do. */
  pass(days: number): void {
    this.until(this.env.clock.now() + days * DAY_MS);
  }

  until(moment: number): void {
    this.env.clock.set(moment);
    this.env.cast.forget();
  }

  convener(): Promise<Player> {
    return this.env.cast.one('convener', PLACE.township);
  }

  staff(role: Role): Promise<Player> {
    return this.env.cast.one(role, role === 'county_office' ? PLACE.county : PLACE.township);
  }

  department(name: string = LEAD): Promise<Player> {
    return this.env.cast.department(name, PLACE.county);
  }

  resident(nth = 0): Promise<Player> {
    return this.env.cast.one('resident', PLACE.township, nth);
  }

  /** As many as it takes until ratings show, each of another kind; asked for anew, as time ends what they are signed in with. */
  readonly others: readonly (() => Promise<Player>)[] = [
    () => this.env.cast.one('member', PLACE.township),
    () => this.staff('party_committee'),
    () => this.staff('county_office'),
    () => this.department(OTHER),
    () => this.resident(1),
  ];

  /** `others`, each as they are now. */
  everyOther(): Promise<Player[]> {
    return Promise.all(this.others.map((who) => who()));
  }

  /** What stands in somebody's inbox about an item. */
  async todosOf(itemId: string, who: Player | Promise<Player> = this.convener()): Promise<TodoView[]> {
    const { items } = await this.get<Page<TodoView>>(await who, '/inbox?limit=50');
    return items.filter((todo) => todo.itemId === itemId);
  }

  /** Posts as somebody and gives the answer's body. @throws with the refusal */
  async post<T>(player: Player, path: string, body: unknown = {}): Promise<T> {
    return player.client.ok(player.client.post<T>(path, body));
  }

  async get<T>(player: Player, path: string): Promise<T> {
    return player.client.ok(player.client.get<T>(path));
  }

  async departmentId(name: string = LEAD): Promise<string> {
    const { visitor } = this.env.cast;
    const all = await visitor.ok(visitor.get<DepartmentView[]>(`/departments?region=${PLACE.townshipCode}`));
    const found = all.find((department) => department.name.includes(name));
    if (found === undefined) throw new Error(`no department ${name}`);
    return found.id;
  }

  /** A task that passes every check, due in thirty days. */
  async agreedTask(over: Partial<AgreedTask> = {}): Promise<AgreedTask> {
    return {
      what: '在院内建一处二十平方米的老年活动室',
      leadDepartmentId: await this.departmentId(),
      coDepartmentIds: [],
      dueAt: this.env.clock.now() + 60 * DAY_MS,
      funds: '区级养老专项资金',
      ...over,
    };
  }

  async accepted(): Promise<string> {
    return (await acceptedTopic(this.env.cast)).id;
  }

  /** A plan for a quarter that no other one in this test has. */
  async plan(): Promise<string> {
    const n = this.quarters++;
    const body = { township: PLACE.townshipCode, year: 2030 + Math.floor(n / 4), quarter: (n % 4) + 1 };
    return (await this.post<Created>(await this.convener(), '/plans', body)).id;
  }

  /** A topic in a plan that has been published as long as it must. */
  async planned(): Promise<string> {
    const topicId = await this.accepted();
    const planId = await this.plan();
    await this.post(await this.convener(), `/topics/${topicId}/shortlist`, { planId });
    this.pass(5);
    await this.post(await this.convener(), `/plans/${planId}/propose`);
    await this.post(await this.staff('party_committee'), `/plans/${planId}/party-approve`);
    await this.post(await this.staff('county_office'), `/plans/${planId}/county-approve`);
    await this.post(await this.staff('county_office'), `/plans/${planId}/publish`);
    this.pass(5);
    return topicId;
  }

  /** Holds a session about topics and sees its minutes published. */
  async hold(topicIds: readonly string[], agreed: Agreed = {}): Promise<Held> {
    const { format = 'micro', present = [], tasks = [], dissent = [] } = agreed;
    const sessionId = await this.announce(topicIds, format, present.length + 2);
    const places: string[] = [];
    for (const { id: personId } of present) {
      const invited = { personId, category: 'resident' };
      places.push(
        (await this.post<SessionPlace>(await this.convener(), `/sessions/${sessionId}/participants`, invited)).id,
      );
    }
    const { startsAt } = await this.get<SessionDetail>(await this.convener(), `/sessions/${sessionId}`);
    this.until(startsAt);
    await this.post(await this.convener(), `/sessions/${sessionId}/start`);
    for (const participantId of places) {
      await this.post(await this.convener(), `/sessions/${sessionId}/roll`, { participantId, present: true });
    }
    await this.post(await this.convener(), `/sessions/${sessionId}/end`);
    const minutesId = await this.publishMinutes(sessionId, {
      situation: '院内老人多，活动场地不足。',
      points: [{ speaker: '居民代表', text: '希望有一处能坐下来的地方。' }],
      departmentAnswers: [],
      consensus: agreed.consensus ?? ['在院内建一处老年活动室'],
      dissent,
      noDissent: dissent.length === 0,
      tasks,
      photos: [],
      revision: 0,
    });
    const work = await this.get<Page<OutcomeSummary>>(
      await this.convener(),
      `/outcomes/work?region=${PLACE.townshipCode}&limit=1`,
    );
    return { sessionId, minutesId, outcomeId: work.items[0]?.id ?? '' };
  }

  /** Writes an outcome's summary and publishes it. */
  async publish(outcomeId: string, tasks: readonly AgreedTask[]): Promise<void> {
    const convener = await this.convener();
    const body = {
      summary: '各方同意在院内建老年活动室，年内完成。',
      suggestions: ['由社区负责日常管理'],
      tasks,
      revision: 0,
    };
    await convener.client.ok(convener.client.put(`/outcomes/${outcomeId}`, body));
    await this.post(convener, `/outcomes/${outcomeId}/publish`);
  }

  /** A promise handed out by a 微协商 about a new topic. */
  async task(over: Partial<AgreedTask> = {}, agreed: Agreed = {}): Promise<{ taskId: string; topicId: string } & Held> {
    const topicId = await this.accepted();
    const held = await this.handOut([topicId], [await this.agreedTask(over)], agreed);
    const [taskId] = held.taskIds;
    return { ...held, topicId, taskId: taskId ?? '' };
  }

  /** Holds a 微协商 and hands out these promises. */
  async handOut(
    topicIds: readonly string[],
    tasks: readonly AgreedTask[],
    agreed: Agreed = {},
  ): Promise<Held & { taskIds: string[] }> {
    const held = await this.hold(topicIds, { ...agreed, tasks: [...tasks] });
    await this.publish(held.outcomeId, tasks);
    await this.post(await this.convener(), `/outcomes/${held.outcomeId}/assign-directly`);
    const { tasks: made } = await this.get<{ tasks: TaskSummary[] }>(
      await this.convener(),
      `/outcomes/${held.outcomeId}`,
    );
    return { ...held, taskIds: made.map((task) => task.id) };
  }

  /** Takes a promise on and answers it. */
  async answer(taskId: string, replyClass: 'A' | 'B' | 'C' | 'D' = 'A', department: string = LEAD): Promise<void> {
    await this.post(await this.department(department), `/tasks/${taskId}/take`);
    await this.reply(taskId, replyClass, department);
  }

  /** What is called solved comes with a photo, and its raiser has been to see it; nobody goes to see a part. */
  async reply(
    taskId: string,
    replyClass: 'A' | 'B' | 'C' | 'D' = 'A',
    department: string = LEAD,
    visited = true,
  ): Promise<void> {
    const reviewAt = this.env.clock.now() + 180 * DAY_MS;
    const reason = replyClass === 'C' || replyClass === 'D' ? { reason: '院内暂时没有可用的房屋', reviewAt } : {};
    const lead = await this.department(department);
    const photos = replyClass === 'A' ? [await uploadPhoto(lead)] : [];
    const body = { replyClass, text: '活动室已建成，配好桌椅和血压计。', photos, ...reason };
    await this.post(lead, `/tasks/${taskId}/reply`, body);
    if (replyClass === 'A' && visited) await this.visit(taskId);
  }

  /** What could not be done comes back on its review date, and is closed for good then. */
  async reviewAndClose(taskId: string): Promise<void> {
    this.pass(181);
    await this.post(await this.convener(), `/tasks/${taskId}/close`, { reason: '复核过，情况没有变化' });
  }

  /** Its raiser, or whoever else, goes to see it. */
  async visit(taskId: string, finding: VisitFinding = 'done', who: Player | Promise<Player> = this.resident()) {
    const body = { visitedAt: this.env.clock.now(), finding, text: '到院里看过，桌椅都在用。', photos: [] };
    return this.post<MoveResult>(await who, `/tasks/${taskId}/visit`, body);
  }

  /** Lets these people rate a replied promise, waits for the end and settles it. */
  async evaluate(taskId: string, answers: readonly (readonly [() => Promise<Player>, string])[] = []): Promise<string> {
    await this.post(await this.convener(), `/tasks/${taskId}/open-evaluation`);
    for (const [who, handling] of answers) await this.rate(await who(), taskId, handling);
    this.pass(16);
    return (await this.post<{ state: string }>(await this.convener(), `/tasks/${taskId}/conclude`)).state;
  }

  async rate(player: Player, taskId: string, handling: string): Promise<void> {
    await this.post(player, `/tasks/${taskId}/rate`, { process: 'satisfied', result: 'fair', handling });
  }

  /** Calls a session about topics, and leaves it in preparation. */
  async call(topicIds: readonly string[], format: SessionFormat = 'micro', seats = 2): Promise<Created> {
    const { id } = await this.convener();
    const day = addDays(chinaDate(this.env.clock.now()), format === 'micro' ? 2 : 8);
    const body: SessionInput = {
      title: '沿西社区养老设施协商会',
      topicIds: [...topicIds],
      format,
      startsAt: chinaMoment(day, '09:00'),
      endsAt: chinaMoment(day, '11:00'),
      place: '沿西社区议事室',
      questions: ['活动室建在哪里'],
      programme: programmeOf(['情况说明', '讨论协商'], (i) => `item-${i + 1}`),
      seats,
      chairId: id,
      recorderId: id,
      signatoryIds: [id],
    };
    return this.post<Created>(await this.convener(), '/sessions', body);
  }

  private async announce(topicIds: readonly string[], format: SessionFormat, seats: number): Promise<string> {
    const { id } = await this.call(topicIds, format, seats);
    await this.post(await this.convener(), `/sessions/${id}/announce`);
    return id;
  }

  private async publishMinutes(sessionId: string, content: MinutesInput): Promise<string> {
    const { minutes } = await this.get<SessionDetail>(await this.convener(), `/sessions/${sessionId}`);
    const id = minutes[0]?.id ?? '';
    await this.writeMinutes(id, content);
    return id;
  }

  /** Takes a draft through the objection period to publication. */
  async writeMinutes(id: string, content: MinutesInput): Promise<void> {
    const convener = await this.convener();
    await convener.client.ok(convener.client.put(`/minutes/${id}`, content));
    await this.post(convener, `/minutes/${id}/circulate`);
    this.pass(4);
    await this.post(await this.convener(), `/minutes/${id}/sign`);
    await this.post(await this.convener(), `/minutes/${id}/publish`);
  }
}
