import { DELETE_WORD, GONE_NAME, ROLE_LABELS, takenBy } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PhotoEraser } from '../attachments/photo-eraser.js';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { lockRow } from '../database/lock-row.js';
import { Sessions } from '../identity/sessions.service.js';
import { IdentityEntity } from '../people/person.entity.js';
import type { DeleteAccountDto } from './account.dto.js';
import { type ErasedPerson, PersonalRecords } from './personal-records.js';
import { PERSONAL_TABLES } from './personal-tables.js';

/** 注销: what names the person goes; what they contributed stays, and names nobody. */
@Injectable()
export class AccountDeletion {
  constructor(
    private readonly sessions: Sessions,
    private readonly others: PersonalRecords,
    private readonly photos: PhotoEraser,
  ) {}

  /** @throws ACCOUNT.CONFIRM, ACCOUNT.STAFF for who holds any role but resident */
  async delete(ctx: RequestContext, { confirm, photos = false }: DeleteAccountDto): Promise<void> {
    const { id, name, grants } = actorOf(ctx);
    if (confirm !== DELETE_WORD) throw new CodedError('ACCOUNT.CONFIRM');
    const offices = [...new Set(grants.map(({ role }) => role))].filter((role) => role !== 'resident');
    if (offices.length > 0) {
      throw new CodedError('ACCOUNT.STAFF', {
        roles: offices.map((role) => ROLE_LABELS[role]).join('、'),
        office: [...new Set(offices.map(takenBy))].join('和'),
      });
    }
    const { db } = ctx;
    await lockRow(db, 'people', id);
    const identities = await db.findBy(IdentityEntity, { personId: id, provider: 'wechat' });
    const person = { id, name, openids: identities.map(({ subject }) => subject) };
    for (const { erase } of this.others.all) await erase?.(db, person);
    await unname(db, person);
    await dropDrafts(db, id, ctx.now);
    await this.photos.erase(ctx, id, { raised: photos });
    for (const { table, column, atDeletion } of PERSONAL_TABLES) {
      if (atDeletion === 'delete') await db.query(`DELETE FROM ${table} WHERE ${column} = ?`, [id]);
    }
    this.sessions.forget(id);
  }
}

/** Takes the name out of what is kept. */
async function unname(db: EntityManager, { id, openids }: ErasedPerson): Promise<void> {
  await db.query('UPDATE phone_reveals SET reason = ? WHERE person_id = ?', [GONE_NAME, id]);
  await db.query("UPDATE content_checks SET title = ?, hash = '' WHERE author_id = ? AND kind = 'nickname'", [
    GONE_NAME,
    id,
  ]);
  await db.query('UPDATE minutes SET recorder_name = ? WHERE recorder_id = ?', [GONE_NAME, id]);
  await db.query(
    'UPDATE minutes SET chair_name = ? WHERE session_id IN (SELECT s.id FROM sessions s WHERE s.chair_id = ?)',
    [GONE_NAME, id],
  );
  for (const openid of openids) await db.query('DELETE FROM jobs WHERE payload LIKE ?', [`%${openid}%`]);
}

/** Drafts were never anybody else's; their photos are let go. */
async function dropDrafts(db: EntityManager, id: string, now: number): Promise<void> {
  const rows: { id: string }[] = await db.query("SELECT id FROM topics WHERE raiser_id = ? AND state = 'draft'", [id]);
  for (const draft of rows) {
    await db.query(
      "UPDATE attachments SET owner_kind = NULL, owner_id = NULL, loose_since = ? WHERE owner_kind = 'topic' AND owner_id = ?",
      [now, draft.id],
    );
    await db.query('DELETE FROM event_topics WHERE topic_id = ?', [draft.id]);
    await db.query('DELETE FROM topics WHERE id = ?', [draft.id]);
  }
}
