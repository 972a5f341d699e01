import { type ContentState, truncate } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AttachmentBinder } from '../../attachments/attachment-binder.js';
import { actorOf, type RequestContext } from '../../common/context/request-context.js';
import { notFound } from '../../common/errors/coded-error.js';
import { ContentChecks } from '../../moderation/content-checks.service.js';
import { ContentOwners, type ContentPlace } from '../../moderation/content-owners.js';
import { TaskEntity } from '../task.entity.js';
import { TaskAccess } from '../task-access.js';
import { LookBackAnswerEntity, LookBackEntity, TaskVisitEntity } from './proof.entity.js';

/** Of a check. */
const TITLE_MAX = 80;

/** What people write and photograph of a visit or a look-back: others see it once it has passed. */
@Injectable()
export class ProofContent implements OnModuleInit {
  constructor(
    private readonly owners: ContentOwners,
    private readonly checks: ContentChecks,
    private readonly attachments: AttachmentBinder,
    private readonly access: TaskAccess,
  ) {}

  onModuleInit(): void {
    this.owners.register('visit', {
      show: (db, id, content) => this.show(db, TaskVisitEntity, id, content),
      place: async (db, id) => {
        const visit = await db.findOneBy(TaskVisitEntity, { id });
        return visit && placeOf(db, visit.taskId, visit.personId);
      },
      see: (ctx, id) => this.see(ctx, id),
    });
    this.owners.register('look_back', {
      show: (db, id, content) => this.show(db, LookBackAnswerEntity, id, content),
      place: async (db, id) => {
        const answer = await db.findOneBy(LookBackAnswerEntity, { id });
        const lookBack = answer && (await db.findOneBy(LookBackEntity, { id: answer.lookBackId }));
        return answer && lookBack && placeOf(db, lookBack.taskId, answer.personId);
      },
    });
  }

  /**
   * Binds the photos and asks for the checks of them and of the words; no words end a check that still runs.
   * @throws ATTACHMENT.NOT_FOUND
   */
  async ask(
    ctx: RequestContext,
    task: TaskEntity,
    written: { kind: 'visit' | 'look_back'; id: string; text: string | null; photos: readonly string[] },
  ): Promise<void> {
    const { kind, id, text, photos } = written;
    const { county, township, what } = task;
    const about = {
      county,
      township,
      authorId: actorOf(ctx).id,
      title: truncate(what, TITLE_MAX),
      page: { kind: 'task' as const, id: task.id },
    };
    await this.attachments.bind(ctx, kind === 'visit' ? 'task_visit' : 'look_back', id, photos);
    if (text === null) await this.checks.supersede(ctx, kind, id);
    else await this.checks.ask(ctx, { ...about, kind, ownerId: id, text });
    for (const photo of photos) await this.checks.ask(ctx, { ...about, kind: 'photo', ownerId: photo, text: '' });
  }

  private async show(
    db: EntityManager,
    entity: typeof TaskVisitEntity | typeof LookBackAnswerEntity,
    id: string,
    content: ContentState,
  ): Promise<void> {
    await db.update<TaskVisitEntity | LookBackAnswerEntity>(entity, { id }, { content });
  }

  private async see(ctx: RequestContext, visitId: string): Promise<void> {
    const visit = await ctx.db.findOneBy(TaskVisitEntity, { id: visitId });
    if (visit === null) throw notFound();
    const { inside } = await this.access.get(ctx, visit.taskId);
    if (!inside && visit.content !== 'passed') throw notFound();
  }
}

async function placeOf(db: EntityManager, taskId: string, authorId: string): Promise<ContentPlace | null> {
  const task = await db.findOneBy(TaskEntity, { id: taskId });
  if (task === null) return null;
  const { county, township, what: title } = task;
  // Its task is what is public; the words stand in no timeline.
  return { county, township, title, authorId, item: null, isPublic: true };
}
