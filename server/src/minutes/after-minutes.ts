import {
  type AfterNoConsensus,
  allowedActions,
  type Capacity,
  conclusionOf,
  holds,
  outcomeMachine,
  pathToTable,
  topicMachine,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { SessionTopicsRepository } from '../sessions/session-topics.repository.js';
import { TopicsRepository } from '../topics/topics.repository.js';
import type { MinutesEntity } from './minutes.entity.js';
import { MinutesRepository } from './minutes.repository.js';

/** What can follow on minutes that say that nothing was agreed, so that talk does not end in silence. */
@Injectable()
export class AfterMinutes {
  constructor(
    private readonly minutes: MinutesRepository,
    private readonly topics: TopicsRepository,
    private readonly sessionTopics: SessionTopicsRepository,
  ) {}

  /** The steps that this viewer may take now; none where something was agreed or the minutes are not out. */
  async noConsensus(
    ctx: RequestContext,
    minutes: MinutesEntity,
    held: ReadonlySet<Capacity>,
  ): Promise<AfterNoConsensus[]> {
    const { state, sessionId } = minutes;
    if (state !== 'published' || conclusionOf(minutes) !== 'none' || !holds('minutes.publish', held)) return [];
    const topics = await this.topics.ofSession(ctx.db, sessionId);
    const ids = topics.map(({ id }) => id);
    const factsOf = await this.sessionTopics.of(ctx.db, ids, sessionId);
    const again = topics.filter((topic) => {
      const { state } = topic;
      const path = pathToTable({
        state,
        format: 'onsite',
        microOn: true,
        planNoticeDays: 0,
        now: ctx.now,
        ...factsOf(topic.id),
      });
      return 'action' in path;
    });
    const closing = topics.filter(({ state }) => allowedActions(topicMachine, state, held).includes('close'));
    const asking = topics.filter(({ state }) => state === 'deliberating' || state === 'resolving');
    const outcome = await this.minutes.outcomeOf(ctx.db, sessionId);
    const goesUp =
      outcome !== null &&
      (outcome.state === 'drafted' || allowedActions(outcomeMachine, outcome.state, held).includes('send'));
    return [
      ...(again.length > 0 ? [{ step: 'session' as const, topicIds: again.map(({ id }) => id) }] : []),
      ...(holds('opinion.start', held)
        ? asking.map(({ id }) => ({ step: 'opinion_round' as const, topicId: id }))
        : []),
      ...(goesUp ? [{ step: 'send_up' as const, outcomeId: outcome.id }] : []),
      ...closing.map(({ id }) => ({ step: 'close' as const, topicId: id })),
    ];
  }
}
