import type { FoundPromise, SearchQuery } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SHOWN_TO_ALL } from '../tasks/shown-to-all.js';
import { mostShared, type NearBlock } from './near-titles.js';
import { Postings } from './postings.js';
import type { SearchDocumentEntity } from './search.entity.js';
import { blockOf } from './search-bits.js';
import { documentAt, SHELF_PARTS, standingOf } from './search-shelves.js';
import { blocksOf, SearchWalk, type Shelf } from './search-walk.js';
import { WordDensities } from './word-densities.js';

type Document = Pick<SearchDocumentEntity, 'id' | 'kind' | 'itemId' | 'standing'>;

@Injectable()
export class SearchRepository {
  constructor(private readonly densities: WordDensities) {}

  /** All that the index offers for a search, see SearchWalk. */
  async walk(db: EntityManager, search: Pick<SearchQuery, 'ranks'>, shelves: readonly Shelf[]): Promise<SearchWalk> {
    const last = await newest(db);
    const blocks = [...blocksOf(last, true), ...blocksOf(last, false)];
    return new SearchWalk(new Postings(db, this.densities, blocks.length), search, shelves, blocks);
  }

  /** Documents by their standings. */
  async documents(db: EntityManager, standings: readonly number[]): Promise<Document[]> {
    if (standings.length === 0) return [];
    return db.query(
      `SELECT id, kind, item_id AS "itemId", standing FROM search_documents WHERE id IN (${standings.map(() => '?').join(', ')})`,
      standings.map(documentAt),
    );
  }

  /** The topic with a public code, or the topics that the promise with it came out of. */
  async topicsCalled(db: EntityManager, code: string): Promise<string[]> {
    const rows: { id: string }[] = await db.query(
      `SELECT id FROM topics WHERE code = ? UNION
       SELECT s.topic_id FROM tasks k JOIN session_topics s ON s.session_id = k.session_id WHERE k.code = ?`,
      [code, code],
    );
    return rows.map(({ id }) => id);
  }

  /** The promise with a public code, or the one that the part with it belongs to, where everybody may see it. */
  async promiseCalled(db: EntityManager, code: string): Promise<FoundPromise | null> {
    const rows: FoundPromise[] = await db.query(
      `SELECT k.id, k.what FROM tasks c JOIN tasks k ON k.id = COALESCE(c.parent_id, c.id)
       WHERE c.code = ? AND ${SHOWN_TO_ALL}`,
      [code],
    );
    return rows[0] ?? null;
  }

  /**
   * The ids of open topics that share most of these words of their titles, newer ones before older; words that stand in
   * very many titles tell nothing, unless there are no others.
   * @param shelf that of everybody
   * @param words see nearWord
   */
  async near(db: EntityManager, shelf: number, words: readonly string[], limit: number): Promise<string[]> {
    if (words.length === 0) return [];
    const blocks: NearBlock[] = await db.query(
      `SELECT word, block, bits FROM search_blocks
       WHERE shelf = ? AND word IN (${words.map(() => '?').join(', ')}) AND block >= ?`,
      [shelf + SHELF_PARTS.near, ...words, blockOf(standingOf(0, true))],
    );
    const best = mostShared(blocks, limit);
    const items = new Map((await this.documents(db, best)).map(({ standing, itemId }) => [Number(standing), itemId]));
    return best.flatMap((standing) => items.get(standing) ?? []);
  }
}

/** The highest number of a document. */
async function newest(db: EntityManager): Promise<number> {
  const [row]: { id: number | null }[] = await db.query('SELECT MAX(id) AS id FROM search_documents');
  return Number(row?.id ?? 0);
}
