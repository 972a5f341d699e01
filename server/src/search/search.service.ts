import {
  markHits,
  type Page,
  rankOf,
  readSearch,
  regionAt,
  regionCovers,
  regionLevel,
  rolesIn,
  type SearchHit,
  type SearchKind,
  type SearchQuery,
  searchableWords,
  snippetOf,
  TOPIC_READERS,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { RegionDirectory } from '../regions/region-directory.js';
import type { SearchQueryDto } from './search.dto.js';
import { SearchRepository } from './search.repository.js';
import { markOf, STANDING_MAX, shelfOf } from './search-shelves.js';
import { type SearchSource, searchSources } from './search-sources.js';

/** So many are looked at at once: some that the index offers stand in a better rank, and were shown there. */
const AT_ONCE = 30;
/** How far one page looks before it leaves the rest to the next one: so many rounds, fewer of those that see very much. */
const EFFORT_MAX = 12;
const EFFORT_CAPPED = 6;
/** In so many of the numbers a digit may be wrong. */
const WAYS_MAX = 3;

/** Where the results of a search go on. */
interface Place {
  readonly rank: number;
  readonly below: number;
}

/** One shelf, and which of what stands there this person may find. */
interface Shelf {
  readonly number: number;
  readonly facts: readonly string[];
}

interface Hit {
  readonly source: SearchSource;
  readonly place: Place;
}

/** Finds topics, published minutes and published outcomes. */
@Injectable()
export class SearchService {
  constructor(
    private readonly repository: SearchRepository,
    private readonly regions: RegionDirectory,
  ) {}

  /**
   * What the person asking may see of a region and has all that they typed, best rank first, see readSearch; within a rank
   * open before closed and newer before older. A page may have fewer hits than its limit and yet a next one.
   * @throws REGION.NOT_FOUND, REQUEST.INVALID for a key that no page gave
   */
  async search(ctx: RequestContext, query: SearchQueryDto): Promise<Page<SearchHit>> {
    const { q, region, after, limit } = query;
    await this.regions.get(region);
    const search = readSearch(q);
    const shelves = await this.shelves(ctx, region);
    const facts = factsOf(query);
    const hits: Hit[] = [];
    let place: Place | null = after === undefined ? { rank: 0, below: STANDING_MAX } : placeOf(after);
    for (let effort = 0; effort < EFFORT_MAX && place !== null && place.rank < search.ranks.length; ) {
      if (hits.length > limit) break;
      const found = await this.round(ctx, search, shelves, facts, place);
      hits.push(...found.hits);
      place = found.next;
      effort += found.isCapped ? EFFORT_CAPPED : 1;
    }
    const items = hits.slice(0, limit);
    const ended = place === null || place.rank >= search.ranks.length;
    const next = hits.length > limit ? items[items.length - 1]?.place : ended ? undefined : place;
    const names = await this.regions.names();
    return {
      items: items.map((hit) => viewOf(hit, search, names)),
      nextAfter: next ? `${next.rank}_${next.below}` : null,
    };
  }

  /** Looks once further from a place. */
  private async round(
    ctx: RequestContext,
    search: SearchQuery,
    shelves: readonly Shelf[],
    facts: readonly string[],
    { rank, below }: Place,
  ): Promise<{ hits: Hit[]; next: Place | null; isCapped: boolean }> {
    const { part, ways } = search.ranks[rank] ?? { part: 'text' as const, ways: [] };
    const looks = shelves.flatMap((shelf) =>
      ways.slice(0, WAYS_MAX).map((way) => ({ shelf: shelf.number, part, way, facts: [...facts, ...shelf.facts] })),
    );
    const found = await Promise.all(looks.map((look) => this.repository.find(ctx.db, look, below, AT_ONCE)));
    // Below the highest floor there may be something that was not looked at.
    const floor = Math.max(-1, ...found.map((one) => one.floor ?? -1));
    const all = [...new Set(found.flatMap((one) => one.standings))].filter((at) => at >= floor).sort((a, b) => b - a);
    const standings = all.slice(0, AT_ONCE);
    const isLast = standings.length < AT_ONCE && floor < 0;
    const last = standings.length === AT_ONCE ? standings[standings.length - 1] : floor;
    return {
      hits: await this.hits(ctx, search, rank, standings),
      isCapped: floor >= 0,
      next: isLast ? { rank: rank + 1, below: STANDING_MAX } : { rank, below: last ?? floor },
    };
  }

  /** Of what the index offers, what is so in truth: it may be seen, and this is its best rank. */
  private async hits(
    ctx: RequestContext,
    search: SearchQuery,
    rank: number,
    standings: readonly number[],
  ): Promise<Hit[]> {
    const documents = await this.repository.documents(ctx.db, standings);
    const sources = await this.sources(ctx, documents);
    const name = await this.regions.names();
    return standings.flatMap((standing) => {
      const document = documents.find((one) => Number(one.standing) === standing);
      const source = document && sources.get(`${document.kind} ${document.itemId}`);
      if (source === undefined || !maySee(ctx, source)) return [];
      const places = [source.township, source.community ?? ''].map(name);
      const words = searchableWords({ title: source.title, texts: [...source.texts, ...places] });
      return rankOf(search, words) === rank ? [{ source, place: { rank, below: standing } }] : [];
    });
  }

  private async sources(
    ctx: RequestContext,
    documents: readonly { kind: SearchKind; itemId: string }[],
  ): Promise<Map<string, SearchSource>> {
    const kinds = [...new Set(documents.map(({ kind }) => kind))];
    const loaded = await Promise.all(
      kinds.map((kind) =>
        searchSources(
          ctx.db,
          kind,
          documents.filter((one) => one.kind === kind).map((one) => one.itemId),
        ),
      ),
    );
    return new Map(loaded.flat().map((source) => [`${source.kind} ${source.id}`, source]));
  }

  /** What everybody may find in a region, and what only its staff may, as far as they are its staff. */
  private async shelves(ctx: RequestContext, region: string): Promise<Shelf[]> {
    const level = regionLevel(region);
    const counties = level === 'city' ? (await this.regions.within(region)).slice(1) : [region];
    const within = level === 'township' || level === 'community' ? [markOf('in', region)] : [];
    const open = counties.map((county) => ({ number: shelfOf(county, true), facts: within }));
    const staffed = (ctx.actor?.grants ?? [])
      .filter(({ role }) => TOPIC_READERS.includes(role))
      .map((grant) => grant.region);
    const inside = [...new Set(staffed)].flatMap((own) => {
      if (regionCovers(own, region))
        return counties.map((county) => ({ number: shelfOf(county, false), facts: within }));
      if (!regionCovers(region, own)) return [];
      const facts = regionLevel(own) === 'township' ? [markOf('in', own)] : [];
      return regionAt(own, 'county') === undefined ? [] : [{ number: shelfOf(own, false), facts }];
    });
    return [...open, ...inside];
  }
}

function factsOf({ kind, step, category, source, year }: SearchQueryDto): string[] {
  return [
    ...(kind === undefined ? [] : [markOf('kind', kind)]),
    ...(step === undefined ? [] : [markOf('step', step)]),
    ...(category === undefined ? [] : [markOf('category', category)]),
    ...(source === undefined ? [] : [markOf('source', source)]),
    ...(year === undefined ? [] : [markOf('year', year)]),
  ];
}

const maySee = (ctx: RequestContext, { isPublic, township }: SearchSource): boolean => {
  const roles = rolesIn(ctx.actor?.grants ?? [], township);
  return isPublic || TOPIC_READERS.some((role) => roles.has(role));
};

/** @throws REQUEST.INVALID */
function placeOf(after: string): Place {
  const match = /^(\d)_(\d{1,10})$/.exec(after);
  if (match === null)
    throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'after', message: '翻页参数有误' }] });
  return { rank: Number(match[1]), below: Number(match[2]) };
}

function viewOf({ source, place }: Hit, search: SearchQuery, name: (code: string) => string): SearchHit {
  const { kind, id, title, texts, township, community, category, state, heldFrom, at, isPublic } = source;
  return {
    kind,
    id,
    title: markHits(title, search),
    snippet: snippetOf(texts, search),
    townshipName: name(township),
    communityName: community === null ? '' : name(community),
    category,
    state: kind === 'topic' ? state : null,
    heldFrom: kind === 'topic' ? heldFrom : null,
    isGuess: search.ranks[place.rank]?.level === 'typo',
    at,
    isPublic,
  };
}
