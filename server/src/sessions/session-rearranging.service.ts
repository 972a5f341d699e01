import { type Saved, SESSION_REARRANGE_STATES } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { EventLog } from '../moves/event-log.js';
import { SessionEntity } from './session.entity.js';
import { SessionAccess } from './session-access.js';
import { arrangementOf, changedColumns, changing } from './session-changes.js';
import { SessionPeople } from './session-people.js';
import { SessionTopicsRepository } from './session-topics.repository.js';
import type { SessionRearrangeDto } from './sessions.dto.js';

/** Moving an announced session elsewhere, or having others run it, at the time that people were told. */
@Injectable()
export class SessionRearranging {
  constructor(
    private readonly access: SessionAccess,
    private readonly people: SessionPeople,
    private readonly sessionTopics: SessionTopicsRepository,
    private readonly words: BlockedWords,
    private readonly events: EventLog,
  ) {}

  /**
   * @throws what changing throws, CONTENT.BLOCKED_WORD, REQUEST.INVALID naming an unknown person or where nothing is
   *   changed
   */
  async rearrange(ctx: RequestContext, id: string, input: SessionRearrangeDto): Promise<Saved> {
    const view = await this.access.lock(ctx, id);
    const { session } = view;
    const capacity = changing(view, SESSION_REARRANGE_STATES, input.revision);
    const columns = arrangementOf(input);
    const changed = changedColumns(session, columns);
    if (changed.length === 0) {
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'place', message: '没有改动' }] });
    }
    await this.words.refuse(ctx, session.township, [input.place, input.reason]);
    await this.people.check(ctx, session.township, { chairId: [input.chairId], recorderId: [input.recorderId] });
    const revision = session.revision + 1;
    // No to-do is the recorder's by name before the session ends: that of its minutes goes to who records it then.
    await ctx.db.update(SessionEntity, { id }, { ...columns, revision });
    await this.events.note(ctx, session, {
      kind: 'session',
      action: 'rearrange',
      capacity,
      reason: input.reason,
      isPublic: true,
      reasonPublic: true,
      data: { changed, revision, replacedIds: replacedBy(session, input) },
      topicIds: await this.sessionTopics.idsOf(ctx.db, id),
    });
    return { id, state: session.state, revision };
  }
}

/** Who chaired or recorded it until now, and does neither any more. */
function replacedBy(
  { chairId, recorderId }: SessionEntity,
  now: Pick<SessionRearrangeDto, 'chairId' | 'recorderId'>,
): string[] {
  return [...new Set([chairId, recorderId])].filter((id) => id !== now.chairId && id !== now.recorderId);
}
