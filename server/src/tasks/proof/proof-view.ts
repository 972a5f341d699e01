import {
  type EvaluationView,
  isEvaluating,
  isShown,
  type LookBackView,
  needsProof,
  publicLookBack,
  publicTally,
  ratedBy,
  type TallyShowing,
  type TaskProof,
  type TaskVisitView,
  tallyOf,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { AttachmentReader } from '../../attachments/attachment-reader.js';
import type { RequestContext } from '../../common/context/request-context.js';
import { Settings } from '../../regions/settings.service.js';
import type { TaskInView } from '../task-access.js';
import { EvaluationSample } from './evaluation-sample.js';
import { isLookingBack } from './look-backs.service.js';
import { LookBackAnswerEntity, LookBackEntity, TaskEvaluationEntity, TaskVisitEntity } from './proof.entity.js';
import { TaskAsked } from './task-asked.js';
import { isVisitable, isVisitor } from './task-visits.service.js';

/** Bounds for the page. */
const VISITS_MOST = 60;
const ROUNDS_MOST = 10;
const LOOK_BACKS_MOST = 9;
const REASONS_MOST = 20;

/** What a promise's page says of proof, evaluations and looking back, as far as this viewer may see it. */
@Injectable()
export class ProofViews {
  constructor(
    private readonly attachments: AttachmentReader,
    private readonly sample: EvaluationSample,
    private readonly asked: TaskAsked,
    private readonly settings: Settings,
  ) {}

  async of(ctx: RequestContext, view: TaskInView): Promise<TaskProof> {
    const { task } = view;
    const { minimumRatings } = (await this.settings.of(ctx.db, task.township)).thresholds;
    const visits = await this.visits(ctx, view);
    const rounds = await ctx.db.find(TaskEvaluationEntity, {
      where: { taskId: task.id },
      order: { round: 'DESC' },
      take: ROUNDS_MOST,
    });
    const [next] = rounds.filter(({ openedAt }) => openedAt === null);
    const [current] = rounds.filter(({ openedAt }) => openedAt !== null);
    const stands = visits.filter(({ isEarlier }) => !isEarlier);
    return {
      visitMissing: task.state === 'replied' && needsProof(task) && stands.length === 0,
      canVisit: isVisitable(task) && isVisitor(ctx, view) && !stands.some(({ mine }) => mine),
      visits,
      reviewAt: task.reviewAt,
      evaluations: rounds.flatMap((round) =>
        evaluationView(round, {
          minimum: minimumRatings,
          isRunning: round.concludedAt === null && isEvaluating(task, ctx.now),
        }),
      ),
      nextSeedHash: next?.seedHash ?? null,
      isSampled: await this.sample.isDrawn(ctx, current ?? null),
      lookBacks: await this.lookBacks(ctx, view, minimumRatings),
    };
  }

  /** Latest first. */
  private async visits(ctx: RequestContext, { task, inside }: TaskInView): Promise<TaskVisitView[]> {
    const rows = await ctx.db.find(TaskVisitEntity, {
      where: { taskId: task.id },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: VISITS_MOST,
    });
    const isMine = (row: TaskVisitEntity) => row.personId === ctx.actor?.id;
    const ids = (own: boolean) => rows.filter((row) => isMine(row) === own).map(({ id }) => id);
    const photos = new Map([
      ...(await this.attachments.of(ctx.db, 'task_visit', ids(false), inside)),
      ...(await this.attachments.of(ctx.db, 'task_visit', ids(true), true)),
    ]);
    return rows.map((row): TaskVisitView => {
      const mine = isMine(row);
      const { id, visitedAt, finding, capacity, content, createdAt } = row;
      return {
        id,
        visitedAt,
        finding,
        as: capacity,
        text: inside || mine || isShown(content) ? row.text : null,
        photos: photos.get(id) ?? [],
        at: createdAt,
        isEarlier: row.repliedAt !== task.repliedAt,
        mine,
        ...((inside || mine) && !isShown(content) && { content }),
      };
    });
  }

  /** Latest first. */
  private async lookBacks(ctx: RequestContext, view: TaskInView, minimum: number): Promise<LookBackView[]> {
    const { task, held } = view;
    const rows = await ctx.db.find(LookBackEntity, {
      where: { taskId: task.id, askedAt: Not(IsNull()) },
      order: { closedAt: 'DESC', nth: 'DESC' },
      take: LOOK_BACKS_MOST,
    });
    if (rows.length === 0) return [];
    const personId = ctx.actor?.id ?? '';
    const mine = await ctx.db.findBy(LookBackAnswerEntity, { lookBackId: In(rows.map(({ id }) => id)), personId });
    const isAsked = await this.asked.isAskedLater(ctx, view);
    const views: LookBackView[] = [];
    for (const row of rows) {
      const { id, nth, askedAt, closesAt, yes, no, replyText, repliedAt, waitingSince, reopenedAt } = row;
      const isRunning = isLookingBack(task, row, ctx.now);
      const counts = publicLookBack({ yes, no }, { minimum, isRunning });
      const own = mine.find(({ lookBackId }) => lookBackId === id);
      views.push({
        id,
        nth,
        askedAt: askedAt ?? 0,
        closesAt: closesAt ?? 0,
        isRunning,
        answers: view.inside || yes + no >= minimum ? yes + no : null,
        counts,
        reasons: view.inside || counts !== null ? await this.reasons(ctx, id, view.inside) : [],
        reopenedAt,
        reply: replyText === null || repliedAt === null ? null : { text: replyText, at: repliedAt },
        mine: own === undefined ? null : { works: own.works, reason: own.reason },
        canAnswer: isAsked && isRunning,
        canReply: waitingSince !== null && task.state === 'closed' && held.has('convener'),
      });
    }
    return views;
  }

  private async reasons(ctx: RequestContext, lookBackId: string, inside: boolean): Promise<LookBackView['reasons']> {
    const rows = await ctx.db.find(LookBackAnswerEntity, {
      where: { lookBackId, works: false, ...(!inside && { content: 'passed' }) },
      order: { at: 'DESC', id: 'DESC' },
      take: REASONS_MOST,
    });
    const ids = rows.map(({ id }) => id);
    const photos = await this.attachments.of(ctx.db, 'look_back', ids, inside);
    return rows.map(({ id, reason, at, content }) => ({
      id,
      reason: reason ?? '',
      at,
      photos: photos.get(id) ?? [],
      ...(!isShown(content) && { content }),
    }));
  }
}

function evaluationView(row: TaskEvaluationEntity, showing: TallyShowing): EvaluationView[] {
  const { round, openedAt, endsAt, concludedAt, verdict, pool, drawn, seed, seedHash } = row;
  if (openedAt === null || endsAt === null) return [];
  const tally = row.tally ?? tallyOf([]);
  return [
    {
      round,
      openedAt,
      endsAt,
      concludedAt,
      verdict,
      answers: ratedBy(tally.all),
      tally: publicTally(tally, showing),
      sample: pool === 0 ? null : { seedHash, seed, pool, drawn },
    },
  ];
}
