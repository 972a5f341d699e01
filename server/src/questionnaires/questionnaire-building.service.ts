import {
  type Capacity,
  type Created,
  closingProblem,
  type ErrorCode,
  holds,
  type MoveResult,
  QUESTIONNAIRE_LIMITS,
  type Question,
  type QuestionnaireAction,
  questionnaireMachine,
  questionProblem,
  RESEARCH_EDIT_STATES,
  type Saved,
  stateLabel,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { EventLog } from '../moves/event-log.js';
import { Mover } from '../moves/mover.js';
import { ResearchAccess } from '../research/research-access.js';
import { ResearchSubjects } from '../research/research-subjects.repository.js';
import { QuestionnaireEntity } from './questionnaire.entity.js';
import { QuestionnaireAccess, type QuestionnaireInView } from './questionnaire-access.js';
import type { QuestionnaireEditDto, QuestionnaireInputDto } from './questionnaires.dto.js';
import { Tallies } from './tallies.repository.js';

const BUILDERS = ['researcher', 'convener', 'county_office'] as const;

/** Building a questionnaire, and letting people answer it. */
@Injectable()
export class QuestionnaireBuilding {
  constructor(
    private readonly research: ResearchAccess,
    private readonly access: QuestionnaireAccess,
    private readonly subjects: ResearchSubjects,
    private readonly tallies: Tallies,
    private readonly mover: Mover,
    private readonly events: EventLog,
    private readonly words: BlockedWords,
  ) {}

  /** @throws ITEM.NOT_FOUND, AUTH.FORBIDDEN, RESEARCH.NOT_EDITABLE, QUESTIONNAIRE.TOO_MANY, and what check throws */
  async create(ctx: RequestContext, researchId: string, input: QuestionnaireInputDto): Promise<Created> {
    const { research, held } = await this.research.lock(ctx, researchId);
    if (!holds('questionnaire.write', held)) throw new CodedError('AUTH.FORBIDDEN');
    if (!RESEARCH_EDIT_STATES.includes(research.state)) {
      throw new CodedError('RESEARCH.NOT_EDITABLE', refusal('research', research.state));
    }
    if ((await ctx.db.countBy(QuestionnaireEntity, { researchId })) >= QUESTIONNAIRE_LIMITS.perResearch) {
      throw new CodedError('QUESTIONNAIRE.TOO_MANY', { max: QUESTIONNAIRE_LIMITS.perResearch });
    }
    await this.check(ctx, research.township, input);
    const questionnaire: QuestionnaireEntity = Object.assign(new QuestionnaireEntity(), {
      id: newId(ctx.now),
      researchId,
      county: research.county,
      township: research.township,
      ...columnsOf(input),
      state: questionnaireMachine.initial,
      answers: 0,
      revision: 0,
      content: 'passed',
      dueAt: null,
      createdAt: ctx.now,
      movedAt: ctx.now,
    } satisfies QuestionnaireEntity);
    await ctx.db.insert(QuestionnaireEntity, questionnaire);
    await this.events.note(ctx, questionnaire, {
      kind: 'questionnaire',
      action: 'create',
      capacity: capacityOf(held),
      isPublic: false,
      topicIds: [],
    });
    return { id: questionnaire.id };
  }

  /** @throws ITEM.NOT_FOUND, AUTH.FORBIDDEN, QUESTIONNAIRE.NOT_EDITABLE, QUESTIONNAIRE.STALE, and what check throws */
  async edit(ctx: RequestContext, id: string, input: QuestionnaireEditDto): Promise<Saved> {
    const { questionnaire, held } = await this.access.lock(ctx, id);
    if (!holds('questionnaire.write', held)) throw new CodedError('AUTH.FORBIDDEN');
    if (questionnaire.state !== 'draft') {
      throw new CodedError('QUESTIONNAIRE.NOT_EDITABLE', refusal('questionnaire', questionnaire.state));
    }
    if (questionnaire.revision !== input.revision) {
      throw new CodedError('QUESTIONNAIRE.STALE', { revision: questionnaire.revision });
    }
    await this.check(ctx, questionnaire.township, input);
    const revision = questionnaire.revision + 1;
    await ctx.db.update(QuestionnaireEntity, { id }, { ...columnsOf(input), revision });
    return { id, state: questionnaire.state, revision };
  }

  /**
   * Lets people answer; from now on its questions are fixed.
   * @throws QUESTIONNAIRE.BAD_CLOSING, QUESTIONNAIRE.NOT_PUBLIC of a sensitive matter, RESEARCH.NOT_EDITABLE
   */
  async open(ctx: RequestContext, id: string): Promise<MoveResult> {
    const opened = await this.access.lock(ctx, id);
    const { questionnaire, view, held } = opened;
    if (questionnaire.state === 'draft' && holds('questionnaire.open', held)) {
      checkClosing(questionnaire.closesAt, ctx.now);
      if (!view.subject?.isOpen) throw new CodedError('QUESTIONNAIRE.NOT_PUBLIC');
      if (view.research.state !== 'open') {
        throw new CodedError('RESEARCH.NOT_EDITABLE', refusal('research', view.research.state));
      }
    }
    const result = await this.move(ctx, opened, 'open');
    await this.tallies.begin(ctx.db, id, questionnaire.questions);
    return result;
  }

  async close(ctx: RequestContext, id: string): Promise<MoveResult> {
    return this.move(ctx, await this.access.lock(ctx, id), 'close');
  }

  async drop(ctx: RequestContext, id: string): Promise<MoveResult> {
    return this.move(ctx, await this.access.lock(ctx, id), 'drop');
  }

  private async move(
    ctx: RequestContext,
    { questionnaire, view, held }: QuestionnaireInView,
    action: QuestionnaireAction,
  ): Promise<MoveResult> {
    const state = await this.mover.move(ctx, {
      machine: questionnaireMachine,
      item: questionnaire,
      action,
      held,
      title: questionnaire.title,
      topicIds: await this.subjects.topicIdsOf(ctx.db, view.research),
    });
    return { id: questionnaire.id, state };
  }

  /** @throws QUESTIONNAIRE.BAD_CLOSING, CONTENT.BLOCKED_WORD, REQUEST.INVALID naming the question that is wrong */
  private async check(ctx: RequestContext, township: string, input: QuestionnaireInputDto): Promise<void> {
    const { title, intro, questions, closesAt } = input;
    checkClosing(closesAt, ctx.now);
    if (new Set(questions.map((question) => question.id)).size !== questions.length)
      invalid('questions', '题目编号重复');
    for (const [position, question] of questions.entries()) {
      const problem = questionProblem(question);
      if (problem !== null) invalid(`questions.${position}`, `第 ${position + 1} 题：${problem}`);
    }
    const texts = questions.flatMap((question) => [question.title, ...question.options]);
    await this.words.refuse(ctx, township, [title, intro, ...texts]);
  }
}

function checkClosing(closesAt: number, now: number): void {
  const problem: ErrorCode | null = closingProblem(closesAt, now);
  if (problem !== null) throw new CodedError(problem, { days: QUESTIONNAIRE_LIMITS.longestDays });
}

function invalid(field: string, message: string): never {
  throw new CodedError('REQUEST.INVALID', { fields: [{ field, message }] });
}

function refusal(kind: 'research' | 'questionnaire', state: string) {
  return { state: stateLabel(kind, state), stateCode: state };
}

function capacityOf(held: ReadonlySet<Capacity>): Capacity {
  return BUILDERS.find((capacity) => held.has(capacity)) ?? 'system';
}

function columnsOf({ title, intro, anonymous, closesAt, questions }: QuestionnaireInputDto) {
  const plain = questions.map(
    ({ id, kind, title: text, required, options }): Question => ({ id, kind, title: text, required, options }),
  );
  return { title, intro, anonymous, closesAt, questions: plain };
}
