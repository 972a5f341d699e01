import { allowedActions, holds, isSettled, type RoundDetail, roundMachine, takesVotes } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { Timeline } from '../moves/timeline.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { mayReadReport } from './opinion-reports.service.js';
import { OpinionVoters } from './opinion-voters.js';
import { RoundAccess, type RoundInView } from './round-access.js';
import { RoundsRepository } from './rounds.repository.js';

/** Everything about one round that its page shows, as far as this viewer may see it. */
@Injectable()
export class RoundDetails {
  constructor(
    private readonly access: RoundAccess,
    private readonly rounds: RoundsRepository,
    private readonly voters: OpinionVoters,
    private readonly regions: RegionDirectory,
    private readonly timeline: Timeline,
  ) {}

  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<RoundDetail> {
    const view = await this.access.get(ctx, id);
    const { round, about, held, handles } = view;
    const canEdit = holds('opinion.edit', held) && round.state === 'draft';
    const [name, timeline, mine, seeds] = [
      await this.regions.names(),
      await this.timeline.ofItem(ctx, 'round', id, handles),
      await this.mine(ctx, view),
      canEdit ? (await this.rounds.shown(ctx.db, id)).map(({ text }) => text) : [],
    ];
    const open = takesVotes(round, ctx.now);
    return {
      id,
      title: round.title,
      state: round.state,
      township: round.township,
      townshipName: name(round.township),
      opensAt: round.opensAt,
      closesAt: round.closesAt,
      people: round.people,
      statements: round.statements,
      topicId: round.topicId,
      sessionId: round.sessionId,
      intro: round.intro,
      subject: about.subject,
      votes: round.votes,
      seeds,
      content: round.content,
      canVote: open && holds('opinion.vote', held),
      canSubmit: open && holds('opinion.submit', held),
      canEdit,
      canReadReport: mayReadReport(view),
      mine,
      revision: round.revision,
      dueAt: round.dueAt,
      actions: allowedActions(roundMachine, round.state, held),
      timeline,
    };
  }

  private async mine(ctx: RequestContext, { round, held }: RoundInView): Promise<RoundDetail['mine']> {
    if (ctx.actor === null) return null;
    const voter = await this.voters.find(ctx, round.id);
    const statements = await this.rounds.written(ctx.db, round.id, ctx.actor.id);
    if (voter === null && statements.length === 0 && !holds('opinion.vote', held)) return null;
    const all = await this.rounds.toAnswer(ctx.db, round.id, voter?.id ?? null);
    const answered = all.filter((one) => Number(one.answered)).length;
    return {
      answered,
      total: all.length,
      remaining: all.length - answered,
      statements: statements.map(({ id, no, text, content, reason, check_id }) => ({
        id,
        no,
        text,
        content,
        reason: isSettled(content) ? reason : null,
        checkId: content === 'refused' ? check_id : null,
      })),
    };
  }
}
