import { isTitleWord, type SearchPart } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { joinInOrder } from '../database/join-in-order.js';
import { SearchDocumentEntity } from './search.entity.js';
import { documentAt, SHELF_PARTS, STANDING_MAX } from './search-shelves.js';

/** Where to look, for texts that have all these words and facts. */
export interface Look {
  readonly shelf: number;
  readonly part: SearchPart;
  readonly words: readonly string[];
  /** See markOf. */
  readonly facts: readonly string[];
}

/** What a look found, best first. */
export interface Found {
  readonly standings: number[];
  /** Where it stopped looking, though there may be more below; null: it has seen all. */
  readonly floor: number | null;
}

interface Need {
  readonly shelf: number;
  readonly word: string;
}

/** A word in fewer texts than this is rare: all of them are looked at. */
const RARE = 2_000;
/** More texts are not looked at for one page, so that no search takes long. */
const LOOKED_AT_MAX = 20_000;
/** Mostly a page is full long before. */
const LOOKED_AT_FIRST = 1_000;

const NEAR_WORDS = 12;

@Injectable()
export class SearchRepository {
  /**
   * The texts below a standing that have all the words, best first. The rarest word leads: its rows are read in their
   * order, and each other word is one look-up by primary key.
   */
  async find(db: EntityManager, look: Look, below: number, limit: number): Promise<Found> {
    const needs = needsOf(look);
    const counts = await this.counts(db, needs, RARE);
    if (counts.some((count) => count === 0)) return { standings: [], floor: null };
    const [lead, ...others] = await this.rarestFirst(db, needs, counts);
    if (lead === undefined) return { standings: [], floor: null };
    const standings = await this.walk(
      db,
      lead,
      others.map(({ need }) => need),
      below,
      limit,
    );
    const seenAll = lead.count < LOOKED_AT_MAX || standings.length >= limit;
    return { standings, floor: seenAll ? null : await this.floor(db, lead.need, below) };
  }

  /** Documents by their standings. */
  async documents(db: EntityManager, standings: readonly number[]): Promise<SearchDocumentEntity[]> {
    if (standings.length === 0) return [];
    return db.query(
      `SELECT id, kind, item_id AS "itemId", standing FROM search_documents WHERE id IN (${standings.map(() => '?').join(', ')})`,
      standings.map(documentAt),
    );
  }

  /** Open topics that share most of these words of their titles, see nearWord. @param shelf that of everybody */
  async near(db: EntityManager, shelf: number, words: readonly string[], limit: number): Promise<string[]> {
    const all = words.map((word) => ({ shelf: shelf + SHELF_PARTS.near, word }));
    const counts = await this.counts(db, all, RARE);
    const known = all
      .map((need, i) => ({ need, count: counts[i] ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => a.count - b.count);
    // Words that stand in every title tell nothing, unless there are no others.
    const telling = known.filter(({ count }, i) => count < RARE || i === 0).slice(0, NEAR_WORDS);
    if (telling.length === 0) return [];
    const rows: { item_id: string }[] = await db.query(
      `SELECT d.item_id FROM (
         SELECT w.standing, COUNT(*) AS n FROM search_words w
         WHERE w.shelf = ? AND w.word IN (${telling.map(() => '?').join(', ')})
         GROUP BY w.standing ORDER BY n DESC, w.standing DESC LIMIT ?) f
       ${joinInOrder(db)} search_documents d ON d.id = f.standing % ? ORDER BY f.n DESC, f.standing DESC`,
      [shelf + SHELF_PARTS.near, ...telling.map(({ need }) => need.word), limit, OPEN],
    );
    return rows.map((row) => row.item_id);
  }

  /** In how many texts each word is, up to a limit. */
  private async counts(db: EntityManager, needs: readonly Need[], limit: number): Promise<number[]> {
    if (needs.length === 0) return [];
    const one = `SELECT ? AS i, COUNT(*) AS n FROM (SELECT 1 AS one FROM search_words WHERE shelf = ? AND word = ? LIMIT ?) c`;
    const rows: { i: number; n: number }[] = await db.query(
      needs.map(() => one).join(' UNION ALL '),
      needs.flatMap(({ shelf, word }, i) => [i, shelf, word, limit]),
    );
    return needs.map((_, i) => Number(rows.find((row) => Number(row.i) === i)?.n ?? 0));
  }

  private async rarestFirst(
    db: EntityManager,
    needs: readonly Need[],
    counts: readonly number[],
  ): Promise<{ need: Need; count: number }[]> {
    const more = counts.every((count) => count >= RARE) ? await this.counts(db, needs, LOOKED_AT_MAX) : counts;
    return needs.map((need, i) => ({ need, count: more[i] ?? 0 })).sort((a, b) => a.count - b.count);
  }

  private async walk(
    db: EntityManager,
    { need: lead, count: leadCount }: { need: Need; count: number },
    others: readonly Need[],
    below: number,
    limit: number,
  ): Promise<number[]> {
    const joins = others.map(
      (_, i) =>
        `${joinInOrder(db)} search_words w${i} ON w${i}.shelf = ? AND w${i}.word = ? AND w${i}.standing = l.standing`,
    );
    const sql = `SELECT l.standing FROM (
         SELECT standing FROM search_words WHERE shelf = ? AND word = ? AND standing < ?
         ORDER BY standing DESC LIMIT ?) l
       ${joins.join('\n')} ORDER BY l.standing DESC LIMIT ?`;
    const further = others.flatMap(({ shelf, word }) => [shelf, word]);
    for (const lookedAt of [LOOKED_AT_FIRST, LOOKED_AT_MAX]) {
      const params = [lead.shelf, lead.word, below, lookedAt, ...further, limit];
      const rows: { standing: number }[] = await db.query(sql, params);
      if (rows.length >= limit || lookedAt >= leadCount || lookedAt === LOOKED_AT_MAX) {
        return rows.map(({ standing }) => Number(standing));
      }
    }
    return [];
  }

  private async floor(db: EntityManager, { shelf, word }: Need, below: number): Promise<number | null> {
    const rows: { standing: number }[] = await db.query(
      `SELECT standing FROM search_words WHERE shelf = ? AND word = ? AND standing < ?
       ORDER BY standing DESC LIMIT 1 OFFSET ?`,
      [shelf, word, below, LOOKED_AT_MAX - 1],
    );
    return rows[0] === undefined ? null : Number(rows[0].standing);
  }
}

const OPEN = (STANDING_MAX + 1) / 2;

/** Single characters stand with the titles, facts with the texts. */
function needsOf({ shelf, part, words, facts }: Look): Need[] {
  return [
    ...words.map((word) => ({ shelf: shelf + SHELF_PARTS[isTitleWord(word) ? 'title' : part], word })),
    ...facts.map((word) => ({ shelf: shelf + SHELF_PARTS.text, word })),
  ];
}
