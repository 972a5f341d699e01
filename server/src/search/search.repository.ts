import { isTitleWord, type SearchPart, type SearchWay } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { joinInOrder } from '../database/join-in-order.js';
import { SearchDocumentEntity } from './search.entity.js';
import { documentAt, SHELF_PARTS, STANDING_MAX } from './search-shelves.js';
import { type Need, WordCounts } from './word-counts.js';

/** Where to look, for texts that have a way's words and all these facts. */
export interface Look {
  readonly shelf: number;
  readonly part: SearchPart;
  readonly way: SearchWay;
  /** See markOf. */
  readonly facts: readonly string[];
}

/** What a look found, best first. */
export interface Found {
  readonly standings: number[];
  /** Where it stopped looking, though there may be more below; null: it has seen all. */
  readonly floor: number | null;
}

interface Lead {
  readonly need: Need;
  readonly count: number;
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
  constructor(private readonly counts: WordCounts) {}

  /**
   * The texts below a standing that have what is looked for, best first. The rarest word leads: its rows are read in their
   * order, and each other word is one look-up by primary key. Of words of which one is enough, either each leads, where
   * together they are rarest, or they are looked up one after the other.
   */
  async find(db: EntityManager, look: Look, below: number, limit: number): Promise<Found> {
    const { all, oneOf } = needsOf(look);
    const counts = await this.counts.of(db, [...all, ...oneOf], LOOKED_AT_MAX);
    const counted = (needs: readonly Need[]) =>
      needs.map((need): Lead => ({ need, count: counts.get(need) ?? 0 })).sort((a, b) => a.count - b.count);
    const needed = counted(all);
    const spelt = counted(oneOf).filter(({ count }) => count > 0);
    const [rarest, ...others] = needed;
    if (rarest?.count === 0 || (oneOf.length > 0 && spelt.length === 0)) return NOTHING;
    const sum = spelt.reduce((total, { count }) => total + count, 0);
    if (spelt.length > 0 && (rarest === undefined || sum < rarest.count)) {
      const share = Math.ceil(LOOKED_AT_MAX / spelt.length);
      const walks = spelt.map((lead) => this.walk(db, { lead, others: all, oneOf: [] }, below, { limit, share }));
      return together(await Promise.all(walks));
    }
    if (rarest === undefined) return NOTHING;
    const route = { lead: rarest, others: others.map(({ need }) => need), oneOf: spelt.map(({ need }) => need) };
    return this.walk(db, route, below, { limit, share: LOOKED_AT_MAX });
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
    const counts = await this.counts.of(db, all, RARE);
    const known = all
      .map((need) => ({ need, count: counts.get(need) ?? 0 }))
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

  /** @param share so many of the lead's rows are looked at, at most */
  private async walk(
    db: EntityManager,
    { lead, others, oneOf }: { lead: Lead; others: readonly Need[]; oneOf: readonly Need[] },
    below: number,
    { limit, share }: { limit: number; share: number },
  ): Promise<Found> {
    const joins = others.map(
      (_, i) =>
        `${joinInOrder(db)} search_words w${i} ON w${i}.shelf = ? AND w${i}.word = ? AND w${i}.standing = l.standing`,
    );
    // Apart from one another, so that each is a look-up by primary key.
    const has = 'EXISTS (SELECT 1 FROM search_words o WHERE o.shelf = ? AND o.word = ? AND o.standing = l.standing)';
    const sql = `SELECT l.standing FROM (
         SELECT standing FROM search_words WHERE shelf = ? AND word = ? AND standing < ?
         ORDER BY standing DESC LIMIT ?) l
       ${joins.join('\n')} ${oneOf.length > 0 ? `WHERE ${oneOf.map(() => has).join(' OR ')}` : ''}
       ORDER BY l.standing DESC LIMIT ?`;
    const { shelf, word } = lead.need;
    const further = [...others, ...oneOf].flatMap((need) => [need.shelf, need.word]);
    for (const lookedAt of [Math.min(LOOKED_AT_FIRST, share), share]) {
      const rows: { standing: number }[] = await db.query(sql, [shelf, word, below, lookedAt, ...further, limit]);
      const standings = rows.map(({ standing }) => Number(standing));
      if (standings.length >= limit || lead.count <= lookedAt) return { standings, floor: null };
      if (lookedAt === share) return { standings, floor: await this.floor(db, lead.need, below, share) };
    }
    return NOTHING;
  }

  /** The last standing that was looked at; null: there were no more. */
  private async floor(db: EntityManager, { shelf, word }: Need, below: number, looked: number): Promise<number | null> {
    const rows: { standing: number }[] = await db.query(
      `SELECT standing FROM search_words WHERE shelf = ? AND word = ? AND standing < ?
       ORDER BY standing DESC LIMIT 1 OFFSET ?`,
      [shelf, word, below, looked - 1],
    );
    return rows[0] === undefined ? null : Number(rows[0].standing);
  }
}

const NOTHING: Found = { standings: [], floor: null };

/** What several walks found: below the highest floor there may be something that not all of them have looked at. */
function together(found: readonly Found[]): Found {
  const floors = found.flatMap(({ floor }) => floor ?? []);
  return {
    standings: found.flatMap(({ standings }) => standings),
    floor: floors.length > 0 ? Math.max(...floors) : null,
  };
}

const OPEN = (STANDING_MAX + 1) / 2;

/** Single characters stand with the titles, facts with the texts. */
function needsOf({ shelf, part, way, facts }: Look): { all: Need[]; oneOf: Need[] } {
  const needOf = (word: string) => ({ shelf: shelf + SHELF_PARTS[isTitleWord(word) ? 'title' : part], word });
  return {
    all: [...way.words.map(needOf), ...facts.map((word) => ({ shelf: shelf + SHELF_PARTS.text, word }))],
    oneOf: way.oneOf.map(needOf),
  };
}
