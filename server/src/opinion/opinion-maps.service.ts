import { mapMissing, type OpinionMapMissing, type OpinionMapView } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { Settings } from '../regions/settings.service.js';
import { MapStore } from './map-store.js';
import { MapView } from './map-view.js';
import type { OpinionRoundEntity } from './opinion.entity.js';
import { OpinionVoters } from './opinion-voters.js';
import { RoundAccess } from './round-access.js';
import { RoundsRepository } from './rounds.repository.js';

/** The map of a round as everyone sees it, with the place of the person asking for that person alone. */
@Injectable()
export class OpinionMaps {
  constructor(
    private readonly access: RoundAccess,
    private readonly rounds: RoundsRepository,
    private readonly voters: OpinionVoters,
    private readonly store: MapStore,
    private readonly settings: Settings,
  ) {}

  /** @throws ITEM.NOT_FOUND, OPINION.NOT_OPEN of a draft or one that was withdrawn */
  async view(ctx: RequestContext, id: string): Promise<OpinionMapView> {
    const { round } = await this.access.get(ctx, id);
    if (round.state !== 'open' && round.state !== 'closed') throw new CodedError('OPINION.NOT_OPEN');
    const kept = await this.store.latest(ctx.db, id);
    if (kept === null || !kept.map.drawn) return this.missing(ctx, round, kept?.map ?? { people: 0, votes: 0 });
    const { map, computedAt } = kept;
    const view = new MapView(map, await this.rounds.shown(ctx.db, id));
    const voter = await this.voters.find(ctx, id);
    return {
      ready: true,
      computedAt,
      people: map.people,
      votes: map.votes,
      groups: view.groups(),
      smallGroups: view.smallGroups,
      ...view.parts(),
      me: voter && view.placeOf(voter.id),
    };
  }

  private async missing(
    ctx: RequestContext,
    { township }: OpinionRoundEntity,
    seen: { people: number; votes: number },
  ): Promise<OpinionMapMissing> {
    const { thresholds } = await this.settings.of(ctx.db, township);
    const missing = mapMissing(seen, { people: thresholds.opinionPeople, votes: thresholds.opinionVotes });
    return { ready: false, ...(missing ?? { reason: 'counting', people: 0, votes: 0 }) };
  }
}
