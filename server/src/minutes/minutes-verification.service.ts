import { conclusionOf, isShown, type MinutesVerification } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { notFound } from '../common/errors/coded-error.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { MinutesEntity } from './minutes.entity.js';
import { MinutesRepository } from './minutes.repository.js';
import { MinutesAccess } from './minutes-access.js';
import { isGenuine, keptSeal } from './minutes-seal.js';

/** Telling minutes on paper from forged ones. */
@Injectable()
export class MinutesVerificationService {
  constructor(
    private readonly access: MinutesAccess,
    private readonly minutes: MinutesRepository,
    private readonly regions: RegionDirectory,
  ) {}

  /** What is kept of the minutes with this code, worked out anew. @throws ITEM.NOT_FOUND */
  async verify(ctx: RequestContext, code: string): Promise<MinutesVerification> {
    const found = await ctx.db.findOneBy(MinutesEntity, { verifyCode: code });
    if (found === null) throw notFound();
    const { minutes } = await this.access.get(ctx, found.id);
    const seal = keptSeal(minutes);
    if (seal === null) throw notFound();
    const [region, signatures, versions] = await Promise.all([
      this.regions.names(),
      this.minutes.signatures(ctx.db, minutes.id),
      this.minutes.versions(ctx.db, minutes.sessionId),
    ]);
    const current = versions.find((version) => version.state === 'published' && isShown(version.content));
    const previous = versions.find((version) => version.digest !== null && version.version < minutes.version);
    const chained = seal.previousDigest === (previous?.digest ?? null);
    return {
      id: minutes.id,
      sessionId: minutes.sessionId,
      sessionTitle: minutes.sessionTitle,
      number: minutes.number,
      version: minutes.version,
      state: minutes.state,
      conclusion: conclusionOf(minutes),
      township: minutes.township,
      townshipName: region(minutes.township),
      publishedAt: minutes.publishedAt,
      heldAt: minutes.heldAt,
      genuine: chained && isGenuine(minutes, signatures),
      seal,
      supersededBy:
        current === undefined || current.version <= minutes.version
          ? null
          : {
              id: current.id,
              version: current.version,
              publishedAt: current.publishedAt,
              code: current.verifyCode,
            },
    };
  }
}
