import {
  type Created,
  holds,
  isMaterialLate,
  MATERIAL_LIMITS,
  MATERIAL_STATES,
  type MaterialDetail,
  type MaterialFile,
  type MoveResult,
  materialDaysFor,
  materialsDueAt,
  programmeItem,
  type SessionMaterial,
  type SessionMaterials,
  stateLabel,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError, notFound } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { EventLog } from '../moves/event-log.js';
import { Settings } from '../regions/settings.service.js';
import type { SessionEntity } from '../sessions/session.entity.js';
import { SessionAccess, type SessionInView } from '../sessions/session-access.js';
import { SessionsRepository } from '../sessions/sessions.repository.js';
import { SessionMaterialEntity } from './material.entity.js';
import { MATERIAL_TYPES } from './material-files.js';
import type { StoredMaterial } from './material-intake.js';
import { MaterialKeys } from './material-keys.js';
import type { MaterialInputDto } from './materials.dto.js';
import { MaterialsDeadline } from './materials-deadline.js';

/** The papers of a session: files and pages of text, for everyone or for those who take part. */
@Injectable()
export class Materials {
  constructor(
    private readonly access: SessionAccess,
    private readonly sessions: SessionsRepository,
    private readonly settings: Settings,
    private readonly keys: MaterialKeys,
    private readonly words: BlockedWords,
    private readonly events: EventLog,
    private readonly deadline: MaterialsDeadline,
  ) {}

  /** Gives a stored file its row; it belongs to nothing yet. */
  async keep(ctx: RequestContext, { id, extension, bytes }: StoredMaterial): Promise<MaterialFile> {
    const { kind } = MATERIAL_TYPES[extension];
    await ctx.db.insert(SessionMaterialEntity, {
      id,
      sessionId: null,
      itemId: null,
      title: '',
      kind,
      extension,
      bytes,
      text: null,
      audience: 'participants',
      uploaderId: actorOf(ctx).id,
      createdAt: ctx.now,
      looseSince: ctx.now,
    });
    return { id, kind, bytes };
  }

  /** @throws ITEM.NOT_FOUND */
  async list(ctx: RequestContext, sessionId: string): Promise<SessionMaterials> {
    const view = await this.access.get(ctx, sessionId);
    const days = await this.daysOf(ctx, view.session);
    const rows = await ctx.db.find(SessionMaterialEntity, {
      where: { sessionId, ...(!view.inside && { audience: 'public' }) },
      order: { id: 'ASC' },
    });
    return {
      items: rows.map((row) => this.viewOf(row, view, days)),
      dueAt: materialsDueAt({ startsAt: view.session.startsAt, days }),
      canManage: mayManage(view),
    };
  }

  /** @throws ITEM.NOT_FOUND, also for a paper that is not for this viewer */
  async get(ctx: RequestContext, sessionId: string, id: string): Promise<MaterialDetail> {
    const view = await this.access.get(ctx, sessionId);
    const row = await ctx.db.findOneBy(SessionMaterialEntity, { id, sessionId });
    if (row === null || !(view.inside || row.audience === 'public')) throw notFound();
    return { ...this.viewOf(row, view, await this.daysOf(ctx, view.session)), text: row.text };
  }

  /**
   * @throws AUTH.FORBIDDEN, SESSION.NOT_EDITABLE, MATERIAL.NOT_FOUND for a file that is not the person's own or used
   *   already, MATERIAL.TOO_MANY, REQUEST.INVALID
   */
  async add(ctx: RequestContext, sessionId: string, input: MaterialInputDto): Promise<Created> {
    const view = await this.lockToManage(ctx, sessionId);
    const { session } = view;
    const { title, audience, itemId = null, fileId, text = null } = input;
    if ((fileId === undefined) === (text === null)) throw invalid('text', '请选择文件，或写一段文字');
    if (itemId !== null && programmeItem(session.programme, itemId) === undefined) {
      throw invalid('itemId', '没有这一项议程，请重新选择');
    }
    await this.words.refuse(ctx, session.township, [title, text ?? '']);
    if ((await ctx.db.countBy(SessionMaterialEntity, { sessionId })) >= MATERIAL_LIMITS.perSession) {
      throw new CodedError('MATERIAL.TOO_MANY', { max: MATERIAL_LIMITS.perSession });
    }
    const uploaderId = actorOf(ctx).id;
    const columns = { sessionId, itemId, title, audience, createdAt: ctx.now, looseSince: null };
    const id = fileId ?? newId(ctx.now);
    if (fileId === undefined) {
      const page = { kind: 'text', extension: null, bytes: null, text, uploaderId } as const;
      await ctx.db.insert(SessionMaterialEntity, { id, ...columns, ...page });
    } else {
      const { affected } = await ctx.db.update(SessionMaterialEntity, { id, uploaderId, sessionId: IsNull() }, columns);
      if (affected !== 1) throw new CodedError('MATERIAL.NOT_FOUND');
    }
    await this.note(ctx, view, 'add_material', { id, title, audience });
    await this.deadline.watch(ctx, session);
    return { id };
  }

  /** Nobody sees it any more; its file goes within two days. @throws AUTH.FORBIDDEN, SESSION.NOT_EDITABLE, ITEM.NOT_FOUND */
  async remove(ctx: RequestContext, sessionId: string, id: string): Promise<MoveResult> {
    const view = await this.lockToManage(ctx, sessionId);
    const row = await ctx.db.findOneBy(SessionMaterialEntity, { id, sessionId });
    if (row === null) throw notFound();
    await ctx.db.update(SessionMaterialEntity, { id }, { sessionId: null, looseSince: ctx.now });
    await this.note(ctx, view, 'remove_material', row);
    await this.deadline.watch(ctx, view.session);
    return { id: sessionId, state: view.session.state };
  }

  private async daysOf(ctx: RequestContext, { township, format }: SessionEntity): Promise<number> {
    return materialDaysFor(format, (await this.settings.of(ctx.db, township)).thresholds);
  }

  private viewOf(row: SessionMaterialEntity, { session, inside }: SessionInView, days: number): SessionMaterial {
    const { id, title, kind, audience, itemId, bytes, extension, createdAt } = row;
    return {
      id,
      title,
      kind,
      audience,
      itemId,
      bytes,
      extension,
      url: extension && `/api/v1/materials/${id}/file?key=${this.keys.keyOf(id, inside)}`,
      addedAt: createdAt,
      late: isMaterialLate({ addedAt: createdAt, startsAt: session.startsAt, days }),
    };
  }

  private async lockToManage(ctx: RequestContext, id: string): Promise<SessionInView> {
    const view = await this.access.lock(ctx, id);
    if (!holds('session.materials', view.held)) throw new CodedError('AUTH.FORBIDDEN');
    const { state } = view.session;
    if (!MATERIAL_STATES.includes(state)) {
      throw new CodedError('SESSION.NOT_EDITABLE', { state: stateLabel('session', state), stateCode: state });
    }
    return view;
  }

  /** Everyone hears of a paper for everyone. */
  private async note(
    ctx: RequestContext,
    { session, held }: SessionInView,
    action: 'add_material' | 'remove_material',
    { id, title, audience }: Pick<SessionMaterialEntity, 'id' | 'title' | 'audience'>,
  ): Promise<void> {
    const topics = await this.sessions.topicsOf(ctx.db, session.id);
    await this.events.note(ctx, session, {
      kind: 'session',
      action,
      capacity: held.has('convener') ? 'convener' : 'initiator',
      isPublic: audience === 'public',
      data: { materialId: id, title },
      topicIds: topics.map((topic) => topic.id),
    });
  }
}

const mayManage = ({ session, held }: SessionInView): boolean =>
  holds('session.materials', held) && MATERIAL_STATES.includes(session.state);

const invalid = (field: string, message: string) => new CodedError('REQUEST.INVALID', { fields: [{ field, message }] });
