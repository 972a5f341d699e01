import {
  allowedActions,
  holds,
  isRollOpen,
  isSignUpOpen,
  SESSION_EDIT_STATES,
  SESSION_REARRANGE_STATES,
  type SessionDetail,
  sessionMachine,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { MinutesSummaries } from '../minutes/minutes-summaries.js';
import { Timeline } from '../moves/timeline.js';
import { PeopleRepository } from '../people/people.repository.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { comingAfterSession } from './coming-after.js';
import type { ParticipantEntity } from './session.entity.js';
import { SessionAccess } from './session-access.js';
import { SessionsRepository, topicOnPaper } from './sessions.repository.js';

/** Everything about one session that its page shows, as far as this viewer may see it. */
@Injectable()
export class SessionDetails {
  constructor(
    private readonly access: SessionAccess,
    private readonly sessions: SessionsRepository,
    private readonly people: PeopleRepository,
    private readonly regions: RegionDirectory,
    private readonly minutes: MinutesSummaries,
    private readonly timeline: Timeline,
  ) {}

  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<SessionDetail> {
    const { session, held, mine, handles, inside } = await this.access.get(ctx, id);
    const { chairId, recorderId, signatoryIds } = session;
    const place = placeOf(mine);
    const [name, region, topics, counts, minutes, coming, timeline, waitingPosition] = await Promise.all([
      this.people.names(ctx.db, [chairId, recorderId, ...signatoryIds]),
      this.regions.names(),
      this.sessions.topicsOf(ctx.db, id),
      this.sessions.counts(ctx.db, id),
      this.minutes.ofSession(ctx, id, inside),
      comingAfterSession(ctx.db, id),
      this.timeline.ofItem(ctx, 'session', id, handles),
      place?.seating === 'waiting' ? this.sessions.waitingPosition(ctx.db, id, place.participantId) : null,
    ]);
    const person = (personId: string) => ({ id: personId, name: name(personId) });
    return {
      id,
      title: session.title,
      format: session.format,
      state: session.state,
      township: session.township,
      townshipName: region(session.township),
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      place: session.place,
      location: session.location,
      seats: session.seats,
      seated: session.seated,
      waiting: session.waiting,
      topics: topics.filter((topic) => topic.is_public || handles).map(topicOnPaper),
      meetingNumber: inside ? session.meetingNumber : null,
      dialIn: inside ? session.dialIn : null,
      questions: session.questions,
      programme: session.programme,
      chair: person(chairId),
      recorder: person(recorderId),
      signatories: signatoryIds.map(person),
      counts,
      mine: place && { ...place, waitingPosition },
      canSignUp: place === null && holds('session.sign_up', held) && isSignUpOpen(session, ctx.now),
      canTakeRoll: holds('session.roll', held) && isRollOpen(session, ctx.now),
      canEdit: holds('session.edit', held) && SESSION_EDIT_STATES.includes(session.state),
      canRearrange: holds('session.edit', held) && SESSION_REARRANGE_STATES.includes(session.state),
      revision: session.revision,
      dueAt: session.dueAt,
      coming,
      actions: allowedActions(sessionMachine, session.state, held),
      minutes,
      timeline,
    };
  }
}

function placeOf(mine: ParticipantEntity | null) {
  if (mine === null || mine.seating === 'cancelled') return null;
  const { id: participantId, category, seating, present } = mine;
  return { participantId, category, seating, present };
}
