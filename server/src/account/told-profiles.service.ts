import { isNothingTold, type MyTold, NOTHING_TOLD, regionAt } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { lockRow } from '../database/lock-row.js';
import { PersonEntity } from '../people/person.entity.js';
import { ToldProfileEntity } from '../people/personal.entity.js';
import { RegionDirectory } from '../regions/region-directory.js';
import type { MyToldDto } from './account.dto.js';

/** What somebody chose to say of themselves: age, community, interests. Only ever counted together with others'. */
@Injectable()
export class ToldProfiles {
  constructor(private readonly regions: RegionDirectory) {}

  async of(ctx: RequestContext): Promise<MyTold> {
    const found = await ctx.db.findOneBy(ToldProfileEntity, { personId: actorOf(ctx).id });
    if (found === null) return NOTHING_TOLD;
    const { ageBand, community, interests } = found;
    return { ageBand, community, interests };
  }

  /** Replaces all of it; emptied, the row goes. @throws REQUEST.INVALID for a community of another township */
  async tell(ctx: RequestContext, { ageBand = null, community = null, interests }: MyToldDto): Promise<MyTold> {
    const { id } = actorOf(ctx);
    await lockRow(ctx.db, 'people', id);
    const told: MyTold = { ageBand, community, interests };
    if (community !== null) await this.checkCommunity(ctx, community);
    await ctx.db.delete(ToldProfileEntity, { personId: id });
    if (!isNothingTold(told)) {
      await ctx.db.insert(ToldProfileEntity, { personId: id, ...told, updatedAt: ctx.now });
    }
    return told;
  }

  private async checkCommunity(ctx: RequestContext, community: string): Promise<void> {
    const person = await ctx.db.findOneByOrFail(PersonEntity, { id: actorOf(ctx).id });
    if (regionAt(community, 'township') !== person.homeTownship) {
      const message = '请选择您居住的乡镇（街道）里的社区';
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'community', message }] });
    }
    await this.regions.get(community);
  }
}
