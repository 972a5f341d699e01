import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { RequestContext } from '../common/context/request-context.js';
import { ResearchMemberEntity } from './research.entity.js';

/** Who works on a research. */
@Injectable()
export class ResearchGroup {
  /** Makes these its people, the lead among them. @returns who is new and who is no longer in it */
  async set(
    ctx: RequestContext,
    researchId: string,
    leadId: string,
    memberIds: readonly string[],
  ): Promise<{ added: string[]; removed: string[] }> {
    const wanted = [...new Set([leadId, ...memberIds])];
    const known = await this.idsOf(ctx, researchId);
    const added = wanted.filter((personId) => !known.includes(personId));
    const removed = known.filter((personId) => !wanted.includes(personId));
    if (removed.length > 0) await ctx.db.delete(ResearchMemberEntity, { researchId, personId: In(removed) });
    if (added.length > 0) {
      await ctx.db.insert(
        ResearchMemberEntity,
        added.map((personId) => ({ researchId, personId })),
      );
    }
    return { added, removed };
  }

  async idsOf(ctx: RequestContext, researchId: string): Promise<string[]> {
    const rows = await ctx.db.findBy(ResearchMemberEntity, { researchId });
    return rows.map(({ personId }) => personId);
  }
}
