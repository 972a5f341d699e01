import { GONE_NAME, type TopicState } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { hydrate } from '../database/hydrate.js';
import { TopicEntity } from './topic.entity.js';

/** A topic with what its page needs besides, and what there is more to read. */
export interface TopicPage {
  readonly topic: TopicEntity;
  readonly raiserName: string;
  readonly mergedInto: {
    readonly id: string;
    readonly code: string;
    readonly title: string;
    readonly state: TopicState;
    readonly heldFrom: TopicState | null;
    readonly isPublic: boolean;
  } | null;
  readonly planPublished: boolean;
  readonly hasPhotos: boolean;
  readonly hasMerged: boolean;
  readonly hasSessions: boolean;
}

const PAGE = `SELECT t.*, p.name AS raiser_name, m.code AS merged_code, m.title AS merged_title, m.state AS merged_state,
    m.held_from AS merged_held_from, m.is_public AS merged_public, pl.published_at AS plan_published_at,
    EXISTS (SELECT 1 FROM attachments a WHERE a.owner_kind = 'topic' AND a.owner_id = t.id) AS has_photos,
    EXISTS (SELECT 1 FROM topics x WHERE x.merged_into = t.id) AS has_merged,
    EXISTS (SELECT 1 FROM session_topics s WHERE s.topic_id = t.id) AS has_sessions
  FROM topics t LEFT JOIN people p ON p.id = t.raiser_id LEFT JOIN topics m ON m.id = t.merged_into
    LEFT JOIN plans pl ON pl.id = t.plan_id
  WHERE t.id = ?`;

@Injectable()
export class TopicPageRepository {
  /** One statement for what every page shows; most topics have nothing further. */
  async find(db: EntityManager, id: string): Promise<TopicPage | null> {
    const [row]: Record<string, unknown>[] = await db.query(PAGE, [id]);
    if (row === undefined) return null;
    const topic = hydrate(db, TopicEntity, row);
    const { mergedInto } = topic;
    return {
      topic,
      raiserName: String(row.raiser_name ?? GONE_NAME),
      mergedInto:
        mergedInto === null
          ? null
          : {
              id: mergedInto,
              code: String(row.merged_code ?? ''),
              title: String(row.merged_title ?? ''),
              state: row.merged_state as TopicState,
              heldFrom: row.merged_held_from as TopicState | null,
              isPublic: Boolean(row.merged_public),
            },
      planPublished: row.plan_published_at != null,
      hasPhotos: Boolean(row.has_photos),
      hasMerged: Boolean(row.has_merged),
      hasSessions: Boolean(row.has_sessions),
    };
  }

  /** The topics merged into this one. @param all false leaves out those that are not public */
  async mergedHere(
    db: EntityManager,
    id: string,
    all: boolean,
  ): Promise<{ id: string; code: string; title: string }[]> {
    const open = all ? '' : 'AND is_public = 1';
    return db.query(`SELECT id, code, title FROM topics WHERE merged_into = ? ${open} ORDER BY id`, [id]);
  }
}
