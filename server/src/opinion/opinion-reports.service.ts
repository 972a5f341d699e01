import {
  answersOf,
  GROUP_MIN,
  groupName,
  type OpinionReport,
  type ParticipantCategory,
  reportSummary,
  shownCategories,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { MapStore } from './map-store.js';
import { MapView } from './map-view.js';
import { RoundAccess, type RoundInView } from './round-access.js';
import { RoundsRepository } from './rounds.repository.js';
import type { StoredMap } from './stored-map.js';

const NOTHING: StoredMap = {
  statements: [],
  people: 0,
  votes: 0,
  drawn: false,
  all: [],
  groups: [],
  sizes: [],
  shapes: [],
  consensus: [],
  dissent: [],
  representative: [],
  voters: [],
  members: [],
  places: [],
};

/** What came of rounds in words and numbers: for their page, for minutes and for outcomes. */
@Injectable()
export class OpinionReports {
  constructor(
    private readonly access: RoundAccess,
    private readonly rounds: RoundsRepository,
    private readonly store: MapStore,
  ) {}

  /** @throws ITEM.NOT_FOUND, OPINION.NO_REPORT_YET before it is closed, but for those who handle it */
  async get(ctx: RequestContext, id: string): Promise<OpinionReport> {
    const view = await this.access.get(ctx, id);
    if (!mayReadReport(view)) throw new CodedError('OPINION.NO_REPORT_YET');
    return this.of(ctx, view);
  }

  /** Of the closed rounds about a session and its topics that the person asking may see, oldest first. */
  ofSession(ctx: RequestContext, sessionId: string): Promise<OpinionReport[]> {
    return this.about(ctx, { kind: 'session', id: sessionId });
  }

  /** Of the closed rounds about a topic that the person asking may see, oldest first. */
  ofTopic(ctx: RequestContext, topicId: string): Promise<OpinionReport[]> {
    return this.about(ctx, { kind: 'topic', id: topicId });
  }

  private async about(
    ctx: RequestContext,
    subject: { kind: 'topic' | 'session'; id: string },
  ): Promise<OpinionReport[]> {
    const reports: OpinionReport[] = [];
    for (const { id } of await this.rounds.closedOf(ctx.db, subject)) {
      const view = await this.access.get(ctx, id).catch((error: unknown) => {
        if (error instanceof CodedError && error.code === 'ITEM.NOT_FOUND') return null;
        throw error;
      });
      if (view !== null) reports.push(await this.of(ctx, view));
    }
    return reports;
  }

  private async of(ctx: RequestContext, { round, about }: RoundInView): Promise<OpinionReport> {
    const [kept, statements, categories] = [
      await this.store.latest(ctx.db, round.id),
      await this.rounds.shown(ctx.db, round.id),
      await this.rounds.categories(ctx.db, round.id),
    ];
    const map = kept?.map ?? NOTHING;
    const view = new MapView(map, statements);
    const counts = new Map(categories.map(({ category, n }) => [category as ParticipantCategory, Number(n)]));
    const facts = {
      people: map.people,
      ...shownCategories(counts),
      votes: map.votes,
      statements: statements.map((statement) => {
        const all = view.countsOf(statement.id);
        return { ...statement, all: answersOf(all) >= GROUP_MIN ? all : null };
      }),
      groups: view.shown.map((group) => ({ name: groupName(group), size: map.sizes[group] ?? 0 })),
      smallGroups: view.smallGroups,
      ...(map.drawn ? view.parts() : { unites: [], divides: [], unsettled: [] }),
    };
    return {
      roundId: round.id,
      title: round.title,
      subject: about.subject,
      state: round.state,
      opensAt: round.opensAt,
      closesAt: round.closesAt,
      ...facts,
      summary: reportSummary(facts),
    };
  }
}

/** By everyone once it is closed, before by those who handle it. */
export function mayReadReport({ round, handles }: Pick<RoundInView, 'round' | 'handles'>): boolean {
  return round.state === 'closed' || (round.state === 'open' && handles);
}
