import type { LiveEntry, LivePoll, LiveSpeaker, LiveState } from './live.contract.js';

/** That somebody has no account is said of nobody either. */
function nameless<T extends Pick<LiveSpeaker, 'name' | 'guest'>>(who: T): T {
  const { guest: _guest, ...rest } = who;
  return { ...rest, name: null } as T;
}

const pollOutside = (poll: LivePoll): LivePoll => ({
  ...poll,
  room: poll.room && { ...poll.room, who: nameless(poll.room.who) },
});

/** The entry as those outside read it: no names, no points, no reasons; `seq` and `at` stay. */
export function entryOutside(entry: LiveEntry): LiveEntry {
  switch (entry.kind) {
    case 'hand_up':
      return { ...entry, who: nameless(entry.who) };
    case 'poll_room':
      return { ...entry, who: nameless(entry.who) };
    case 'floor':
      return { ...entry, who: entry.who && nameless(entry.who) };
    case 'roll':
      return { ...entry, participantId: null };
    case 'queue':
      return { ...entry, reason: null };
    case 'point':
    case 'point_taken':
    case 'point_withdrawn':
      return { seq: entry.seq, at: entry.at, kind: 'hidden' };
    default:
      return entry;
  }
}

/** The state as those outside see it: what folding entryOutside of each entry gives. */
export function stateOutside(state: LiveState): LiveState {
  return {
    ...state,
    speaker: state.speaker && nameless(state.speaker),
    queue: state.queue.map(nameless),
    orderReason: null,
    poll: state.poll && pollOutside(state.poll),
    polls: state.polls.map(pollOutside),
    points: [],
  };
}
