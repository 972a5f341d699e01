import type { Readable } from 'node:stream';
import { type AttachmentView, type ContentState, isShown, rolesIn, TOPIC_READERS } from '@consult/shared';
import { Inject, Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import { aboutPublicTopic } from '../topics/about-public.js';
import { AttachmentEntity } from './attachment.entity.js';
import { AttachmentReader } from './attachment-reader.js';
import { type PhotoSize, photoKey } from './photo-files.js';
import type { StoredPhoto } from './photo-intake.js';
import { PhotoKeys } from './photo-keys.js';
import { PHOTO_STORE, type PhotoStore } from './photo-store.js';

/** What a photo hangs on, as far as it decides who sees it. */
interface OwnerRow {
  township: string;
  content: ContentState;
  open: number;
}

const OF_TASK = `SELECT k.township, k.content, CASE WHEN ${aboutPublicTopic('k.session_id')} THEN 1 ELSE 0 END AS open
  FROM tasks k WHERE k.id = ?`;

/** Where the owner of each kind is, and whether everyone may see it. */
const OWNER_SQL: Readonly<Record<NonNullable<AttachmentEntity['ownerKind']>, string>> = {
  topic: `SELECT township, content, is_public AS open FROM topics
    WHERE id = ? AND NOT (state = 'draft' OR (state = 'withdrawn' AND held_from = 'draft'))`,
  minutes: `SELECT m.township, m.content, CASE WHEN m.state = 'published' AND ${aboutPublicTopic('m.session_id')} THEN 1 ELSE 0 END AS open
    FROM minutes m WHERE m.id = ?`,
  task_progress: `SELECT k.township, p.content, CASE WHEN ${aboutPublicTopic('k.session_id')} THEN 1 ELSE 0 END AS open
    FROM task_progress p JOIN tasks k ON k.id = p.task_id WHERE p.id = ?`,
  task_photo: OF_TASK,
  task_visit: `SELECT k.township, k.content, CASE WHEN ${aboutPublicTopic('k.session_id')} THEN 1 ELSE 0 END AS open
    FROM task_visits v JOIN tasks k ON k.id = v.task_id WHERE v.id = ?`,
  // Shown only once enough have answered, by their address.
  look_back: `SELECT k.township, k.content, 0 AS open FROM look_back_answers a
    JOIN task_look_backs l ON l.id = a.look_back_id JOIN tasks k ON k.id = l.task_id WHERE a.id = ?`,
  // Photos of a visit are for those who work on the research, who open them by their address.
  research_visit: `SELECT r.township, r.content, 0 AS open FROM research_visits v JOIN research r ON r.id = v.research_id WHERE v.id = ?`,
  case: `SELECT c.township, c.content, CASE WHEN c.state = 'featured' AND t.is_public = 1 THEN 1 ELSE 0 END AS open
    FROM cases c JOIN topics t ON t.id = c.topic_id WHERE c.id = ?`,
  // The picture of a person is shown by its address alone.
  person: `SELECT COALESCE(p.home_township, '') AS township, 'passed' AS content, 0 AS open FROM people p WHERE p.id = ?`,
  task_reply: OF_TASK,
};

@Injectable()
export class AttachmentsService {
  constructor(
    @Inject(PHOTO_STORE) private readonly store: PhotoStore,
    private readonly reader: AttachmentReader,
    private readonly keys: PhotoKeys,
  ) {}

  /** Gives a stored photo its row; it belongs to nothing yet. */
  async add(ctx: RequestContext, photo: StoredPhoto): Promise<AttachmentView> {
    await ctx.db.insert(AttachmentEntity, {
      ...photo,
      uploaderId: actorOf(ctx).id,
      ownerKind: null,
      ownerId: null,
      content: 'pending',
      createdAt: ctx.now,
      looseSince: ctx.now,
    });
    return this.reader.view({ ...photo, content: 'pending' }, true);
  }

  /**
   * @param key from the photo's address, see PhotoKeys
   * @throws ITEM.NOT_FOUND for a photo of something that this viewer may not see, ATTACHMENT.STORE_DOWN
   */
  async open(ctx: RequestContext, id: string, size: PhotoSize, key = ''): Promise<Readable> {
    await this.check(ctx, id, key);
    const file = (await this.store.read(photoKey(id, size))) ?? (await this.store.read(photoKey(id, 'full')));
    if (file === null) throw notFound();
    return file;
  }

  /** @throws ITEM.NOT_FOUND unless this viewer may see the photo */
  async check(ctx: RequestContext, id: string, key = ''): Promise<void> {
    const row = await ctx.db.findOneBy(AttachmentEntity, { id });
    if (row === null || !(this.keys.opens(key, id, true) || (await this.visible(ctx, row, key)))) throw notFound();
  }

  private async visible(ctx: RequestContext, row: AttachmentEntity, key: string): Promise<boolean> {
    if (ctx.actor?.id === row.uploaderId) return true;
    if (row.ownerKind === null) return false;
    const [owner]: OwnerRow[] = await ctx.db.query(OWNER_SQL[row.ownerKind], [row.ownerId]);
    if (owner === undefined) return false;
    if (isShown(row.content) && isShown(owner.content) && (owner.open || this.keys.opens(key, row.id, false)))
      return true;
    const roles = rolesIn(ctx.actor?.grants ?? [], owner.township);
    return TOPIC_READERS.some((role) => roles.has(role));
  }
}
