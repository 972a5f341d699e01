import {
  type Capacity,
  PERMISSIONS,
  type SessionArrangement,
  type SessionInput,
  type SessionState,
  stateLabel,
} from '@consult/shared';
import { CodedError } from '../common/errors/coded-error.js';
import type { SessionEntity } from './session.entity.js';
import type { SessionInView } from './session-access.js';

/**
 * As what the person asking changes a session.
 * @param states in which it can be changed like this
 * @param revision the one that they read
 * @throws AUTH.FORBIDDEN, SESSION.NOT_EDITABLE, SESSION.STALE
 */
export function changing(
  { session, held }: Pick<SessionInView, 'session' | 'held'>,
  states: readonly SessionState[],
  revision: number,
): Capacity {
  const capacity = PERMISSIONS.get('session.edit')?.find((one) => held.has(one));
  if (capacity === undefined) throw new CodedError('AUTH.FORBIDDEN');
  if (!states.includes(session.state)) {
    throw new CodedError('SESSION.NOT_EDITABLE', {
      state: stateLabel('session', session.state),
      stateCode: session.state,
    });
  }
  if (session.revision !== revision) throw new CodedError('SESSION.STALE', { revision: session.revision });
  return capacity;
}

/** The names of the columns that these would change, for whoever asks later. */
export function changedColumns(session: SessionEntity, columns: Partial<SessionEntity>): string[] {
  const names = Object.keys(columns) as (keyof SessionEntity)[];
  return names.filter((name) => JSON.stringify(session[name]) !== JSON.stringify(columns[name]));
}

/** All that somebody fills in of a session, but for its topics, as it is stored. */
export function columnsOf(input: SessionInput) {
  const { title, format, startsAt, endsAt, questions, programme, seats, signatoryIds } = input;
  return { ...arrangementOf(input), title, format, startsAt, endsAt, questions, programme, seats, signatoryIds };
}

/** Where it is and who runs it, as it is stored. */
export function arrangementOf(input: SessionArrangement) {
  const { place, chairId, recorderId, meetingNumber = null, dialIn = null, location = null } = input;
  return { place, location, meetingNumber, dialIn, chairId, recorderId };
}
