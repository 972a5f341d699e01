import {
  type FoundPromise,
  markHits,
  type Page,
  readPublicCode,
  readSearch,
  regionAt,
  regionCovers,
  regionLevel,
  rolesIn,
  type SearchHit,
  type SearchKind,
  type SearchQuery,
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
import type { Place, Shelf } from './search-walk.js';

/** As many items are read for one page, so that it comes soon even where the index knows too little of late. */
const READ_MAX = 600;

interface Hit {
  readonly source: SearchSource;
  readonly place: Place;
  readonly promise?: FoundPromise | null;
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
   * open before closed and newer before older. A code as papers print it finds its topic, or those its promise came out
   * of, first of all. A page may have fewer hits than its limit and yet a next one, where much of
   * what the index offers is not so any more.
   * @throws REGION.NOT_FOUND, REQUEST.INVALID for a key that no page gave
   */
  async search(ctx: RequestContext, query: SearchQueryDto): Promise<Page<SearchHit>> {
    const { q, region, after, limit } = query;
    await this.regions.get(region);
    const search = readSearch(q);
    const named = after === undefined ? await this.named(ctx, query) : [];
    const shelves = await this.shelves(ctx, region, factsOf(query));
    const walk = await this.repository.walk(ctx.db, search, shelves);
    const start = after === undefined ? { rank: 0, below: STANDING_MAX } : placeOf(after);
    const { hits, next } = await this.read(ctx, walk.from(start), Math.max(1, limit - named.length));
    const names = await this.regions.names();
    return {
      items: [...named, ...hits].map((hit) => viewOf(hit, search, names)),
      nextAfter: next === null ? null : `${next.rank}_${next.below}`,
    };
  }

  /** The topics that are called so, of those that may be found here. */
  private async named(ctx: RequestContext, query: SearchQueryDto): Promise<Hit[]> {
    const code = readPublicCode(query.q);
    if (code === null) return [];
    const [topics, promise] = await Promise.all([
      this.repository.topicsCalled(ctx.db, code),
      this.repository.promiseCalled(ctx.db, code),
    ]);
    const sources = await searchSources(ctx.db, 'topic', topics);
    const isAsked = (source: SearchSource) =>
      regionCovers(query.region, source.community ?? source.township) &&
      FACTS.every((fact) => query[fact] === undefined || query[fact] === source[fact]);
    return sources
      .filter((source) => isAsked(source) && maySee(ctx, source))
      .slice(0, query.limit)
      .map((source) => ({ source, place: { rank: 0, below: STANDING_MAX }, promise }));
  }

  /** Reads what the index offers until a page is full, and one more to know of. */
  private async read(
    ctx: RequestContext,
    offered: AsyncIterable<Place>,
    limit: number,
  ): Promise<{ hits: Hit[]; next: Place | null }> {
    const hits: Hit[] = [];
    let waiting: Place[] = [];
    let read = 0;
    for await (const place of offered) {
      waiting.push(place);
      if (hits.length + waiting.length <= limit) continue;
      hits.push(...(await this.hits(ctx, waiting)));
      read += waiting.length;
      waiting = [];
      if (hits.length > limit) break;
      if (read >= READ_MAX) return { hits, next: place };
    }
    if (waiting.length > 0) hits.push(...(await this.hits(ctx, waiting)));
    const shown = hits.slice(0, limit);
    return { hits: shown, next: hits.length > limit ? (shown[limit - 1]?.place ?? null) : null };
  }

  /** Of what the index offers, what is there and may be seen: the item's own row tells, as the index comes after it. */
  private async hits(ctx: RequestContext, places: readonly Place[]): Promise<Hit[]> {
    const documents = await this.repository.documents(
      ctx.db,
      places.map(({ below }) => below),
    );
    const byStanding = new Map(documents.map((document) => [Number(document.standing), document]));
    const sources = await this.sources(ctx, documents);
    return places.flatMap((place) => {
      const document = byStanding.get(place.below);
      const source = document && sources.get(`${document.kind} ${document.itemId}`);
      return source !== undefined && maySee(ctx, source) ? [{ source, place }] : [];
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
  private async shelves(ctx: RequestContext, region: string, asked: readonly string[]): Promise<Shelf[]> {
    const level = regionLevel(region);
    const counties = level === 'city' ? (await this.regions.within(region)).slice(1) : [region];
    const within = [...asked, ...(level === 'township' || level === 'community' ? [markOf('in', region)] : [])];
    const open = counties.map((county) => ({ number: shelfOf(county, true), facts: within }));
    const staffed = (ctx.actor?.grants ?? [])
      .filter(({ role }) => TOPIC_READERS.includes(role))
      .map((grant) => grant.region);
    const inside = [...new Set(staffed)].flatMap((own) => {
      if (regionCovers(own, region))
        return counties.map((county) => ({ number: shelfOf(county, false), facts: within }));
      if (!regionCovers(region, own)) return [];
      const facts = [...asked, ...(regionLevel(own) === 'township' ? [markOf('in', own)] : [])];
      return regionAt(own, 'county') === undefined ? [] : [{ number: shelfOf(own, false), facts }];
    });
    return [...open, ...inside];
  }
}

/** What results are filtered by. */
const FACTS = ['kind', 'step', 'category', 'source', 'year'] as const;

function factsOf(query: SearchQueryDto): string[] {
  return FACTS.flatMap((fact) => {
    const asked = query[fact];
    return asked === undefined ? [] : [markOf(fact, asked)];
  });
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

function viewOf(
  { source, place, promise = null }: Hit,
  search: SearchQuery,
  name: (code: string) => string,
): SearchHit {
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
    promise,
    isGuess: search.ranks[place.rank]?.level === 'typo',
    at,
    isPublic,
  };
}
