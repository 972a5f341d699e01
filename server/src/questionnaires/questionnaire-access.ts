import { type Capacity, holds, isShown, type QuestionnaireState } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import { lockRow } from '../database/lock-row.js';
import { ResearchAccess, type ResearchInView } from '../research/research-access.js';
import { QuestionnaireEntity } from './questionnaire.entity.js';

const PUBLIC_STATES: readonly QuestionnaireState[] = ['open', 'closed'];

/** A questionnaire together with what the person asking is to it. */
export interface QuestionnaireInView {
  readonly questionnaire: QuestionnaireEntity;
  readonly view: ResearchInView;
  readonly held: ReadonlySet<Capacity>;
  /** Looks after it: sees drafts, what was written, and the table. */
  readonly handles: boolean;
}

/** The only way to one questionnaire: unknown and not for this person are the same answer. */
@Injectable()
export class QuestionnaireAccess {
  constructor(private readonly research: ResearchAccess) {}

  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<QuestionnaireInView> {
    const questionnaire = await ctx.db.findOneBy(QuestionnaireEntity, { id });
    const view = questionnaire && (await this.research.known(ctx, questionnaire.researchId));
    if (questionnaire === null || view === null) throw notFound();
    if (!view.inside && !isForEveryone(questionnaire, view)) throw notFound();
    return { questionnaire, view, held: view.held, handles: holds('questionnaire.read', view.held) };
  }

  /** The same, holding it until the transaction ends. @throws ITEM.NOT_FOUND */
  async lock(ctx: RequestContext, id: string): Promise<QuestionnaireInView> {
    await lockRow(ctx.db, 'questionnaires', id);
    return this.get(ctx, id);
  }
}

/** What was published about a matter that is no secret can be opened by whoever has its link. */
export function isForEveryone(
  { state, content }: Pick<QuestionnaireEntity, 'state' | 'content'>,
  { research, subject }: Pick<ResearchInView, 'research' | 'subject'>,
): boolean {
  const isOut = PUBLIC_STATES.includes(state) && isShown(content);
  return isOut && research.state !== 'withdrawn' && (subject?.isOpen ?? false);
}
