import { type BlockedWords as BlockedWordsView, findBlockedWord, regionAt, rolesIn } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { BlockedWordsEntity } from './moderation.entity.js';
import { ModerationLog } from './moderation-log.js';

const KEEPERS = ['county_office', 'admin'] as const;

/** Each county's own list of words that are refused at once, whoever writes them. */
@Injectable()
export class BlockedWords {
  constructor(private readonly log: ModerationLog) {}

  /** @param region of the county or below it @throws CONTENT.BLOCKED_WORD naming the word */
  async refuse(ctx: RequestContext, region: string, texts: readonly (string | null | undefined)[]): Promise<void> {
    const written = texts.filter((text) => typeof text === 'string');
    if (written.length === 0) return;
    const list = await ctx.db.findOneBy(BlockedWordsEntity, { county: regionAt(region, 'county') ?? '' });
    const word = findBlockedWord(written, list?.words ?? []);
    if (word !== undefined) throw new CodedError('CONTENT.BLOCKED_WORD', { word });
  }

  /** @throws REGION.OUTSIDE */
  async get(ctx: RequestContext, county: string): Promise<BlockedWordsView> {
    keeperOf(ctx, county);
    return { county, words: (await ctx.db.findOneBy(BlockedWordsEntity, { county }))?.words ?? [] };
  }

  /** Replaces the list; what was there before stays in the record. @throws REGION.OUTSIDE */
  async set(ctx: RequestContext, { county, words }: BlockedWordsView): Promise<BlockedWordsView> {
    const capacity = keeperOf(ctx, county);
    const before = await this.get(ctx, county);
    const unique = [...new Set(words)];
    await ctx.db.upsert(BlockedWordsEntity, { county, words: unique, changedAt: ctx.now }, ['county']);
    await this.log.record(ctx, {
      subject: 'words',
      subjectId: county,
      action: 'set',
      from: null,
      to: 'set',
      capacity,
      data: {
        added: unique.filter((word) => !before.words.includes(word)),
        removed: before.words.filter((word) => !unique.includes(word)),
      },
    });
    return { county, words: unique };
  }
}

function keeperOf(ctx: RequestContext, county: string): (typeof KEEPERS)[number] {
  const roles = rolesIn(actorOf(ctx).grants, county);
  const capacity = KEEPERS.find((role) => roles.has(role));
  if (capacity === undefined) throw new CodedError('REGION.OUTSIDE');
  return capacity;
}
