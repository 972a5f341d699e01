import {
  type Created,
  DAY_MS,
  type Question,
  type QuestionnaireDetail,
  type QuestionnaireInput,
  type QuestionnaireResults,
  type ResearchDetail,
  type ResearchInput,
  type ResearchReport,
  type SheetAnswer,
  type SheetReceipt,
} from '@consult/shared';
import type { Player } from './cast.js';
import { Stage } from './sessions.js';
import { acceptedTopic } from './topics.js';

export const QUESTIONS: Question[] = [
  { id: 'where', kind: 'single', title: '建在哪里好', required: true, options: ['一号院', '三号院'] },
  { id: 'needs', kind: 'multiple', title: '最需要什么', required: false, options: ['助餐', '日间照料', '康复'] },
  { id: 'urgent', kind: 'scale', title: '有多急', required: true, options: [] },
  { id: 'words', kind: 'text', title: '还想说什么', required: false, options: [] },
];

/** A whole sheet; what is given replaces an answer. */
export function sheet(over: Partial<Record<'where' | 'needs' | 'urgent' | 'words', string[]>> = {}): {
  answers: SheetAnswer[];
} {
  const values = { where: ['0'], needs: ['0', '2'], urgent: ['4'], words: [], ...over };
  return { answers: Object.entries(values).map(([questionId, given]) => ({ questionId, values: given })) };
}

/** The people of 沿河街道 and what they find out before a session. */
export class ResearchStage extends Stage {
  async plan(over: Partial<ResearchInput> = {}): Promise<ResearchInput> {
    const [convener, member] = [await this.convener(), await this.member()];
    return {
      title: '沿西社区养老需求调研',
      methods: ['visit', 'questionnaire'],
      leadId: member.id,
      memberIds: [convener.id],
      dueAt: this.now + 15 * DAY_MS,
      ...over,
    };
  }

  /** A research on a new topic, not begun. */
  async begun(over: Partial<ResearchInput> = {}): Promise<{ id: string; topicId: string }> {
    const { id: topicId } = over.sessionId ? { id: '' } : await acceptedTopic(this.env.cast);
    const convener = await this.convener();
    const subject = over.sessionId ? {} : { topicId };
    const input = await this.plan({ ...subject, ...over });
    const { id } = await convener.client.ok(convener.client.post<Created>('/research', input));
    return { id, topicId };
  }

  async started(over: Partial<ResearchInput> = {}): Promise<{ id: string; topicId: string }> {
    const research = await this.begun(over);
    await this.act(await this.convener(), research.id, 'start');
    return research;
  }

  async reported(over: Partial<ResearchInput> = {}): Promise<{ id: string; topicId: string }> {
    const research = await this.started(over);
    await this.writeReport(await this.member(), research.id);
    await this.act(await this.member(), research.id, 'report');
    return research;
  }

  async finished(over: Partial<ResearchInput> = {}): Promise<{ id: string; topicId: string }> {
    const research = await this.reported(over);
    await this.act(await this.convener(), research.id, 'finish');
    return research;
  }

  act(who: Player, id: string, action: string, body = {}) {
    return who.client.ok(who.client.post(`/research/${id}/${action}`, body));
  }

  research(who: Pick<Player, 'client'>, id: string): Promise<ResearchDetail> {
    return who.client.ok(who.client.get<ResearchDetail>(`/research/${id}`));
  }

  reportInput(over: Partial<ResearchReport> = {}): ResearchReport {
    return {
      situation: '沿西社区六十岁以上老人占三成，独居的四十一户。',
      data: '走访二十户，回收问卷五十六份。',
      demands: '居民希望建在一楼，物业担心水电费用。',
      policy: '省里的社区养老设施配建标准。',
      summary: '走访和问卷都说明，最急的是助餐和日间照料。',
      questions: ['建在一号院还是三号院', '运行的钱从哪里来'],
      revision: 0,
      ...over,
    };
  }

  async writeReport(who: Player, id: string, over: Partial<ResearchReport> = {}) {
    const revision = (await this.research(who, id)).inside?.revision ?? 0;
    return who.client.ok(
      who.client.put<{ revision: number }>(`/research/${id}/report`, this.reportInput({ revision, ...over })),
    );
  }

  form(over: Partial<QuestionnaireInput> = {}): QuestionnaireInput {
    return {
      title: '养老设施需求问卷',
      intro: '想听听大家要什么样的养老设施。',
      anonymous: true,
      closesAt: this.now + 7 * DAY_MS,
      questions: QUESTIONS,
      ...over,
    };
  }

  /** A questionnaire that is still being built. */
  async builtForm(researchId: string, over: Partial<QuestionnaireInput> = {}): Promise<string> {
    const { client } = await this.convener();
    const { id } = await client.ok(client.post<Created>(`/research/${researchId}/questionnaires`, this.form(over)));
    return id;
  }

  /** A questionnaire that takes answers. */
  async asked(over: Partial<QuestionnaireInput> = {}): Promise<{ id: string; researchId: string; topicId: string }> {
    const { id: researchId, topicId } = await this.started();
    const id = await this.builtForm(researchId, over);
    const { client } = await this.convener();
    await client.ok(client.post(`/questionnaires/${id}/open`));
    return { id, researchId, topicId };
  }

  questionnaire(who: Pick<Player, 'client'>, id: string): Promise<QuestionnaireDetail> {
    return who.client.ok(who.client.get<QuestionnaireDetail>(`/questionnaires/${id}`));
  }

  answer(who: Pick<Player, 'client'>, id: string, over: Parameters<typeof sheet>[0] = {}): Promise<SheetReceipt> {
    return who.client.ok(who.client.post<SheetReceipt>(`/questionnaires/${id}/answers`, sheet(over)));
  }

  results(who: Pick<Player, 'client'>, id: string): Promise<QuestionnaireResults> {
    return who.client.ok(who.client.get<QuestionnaireResults>(`/questionnaires/${id}/results`));
  }

  /** Has it take no more answers. */
  async closeForm(id: string): Promise<void> {
    const { client } = await this.convener();
    await client.ok(client.post(`/questionnaires/${id}/close`));
  }

  /** So many people of the place, each with one sheet. */
  async crowd(n: number): Promise<Player[]> {
    const people = [
      await this.resident(),
      await this.resident(1),
      await this.member(),
      await this.convener(),
      await this.party(),
      await this.county(),
    ];
    return people.slice(0, n);
  }
}
