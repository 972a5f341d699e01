import type { LiveEntry, LivePoll, LiveSpeaker, LiveState } from './live.contract.js';

const nameless = <T extends { name: LiveSpeaker['name'] }>(who: T): T => ({ ...who, name: null });

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
    turns: state.turns.map((turn) => ({ ...turn, who: nameless(turn.who) })),
    poll: state.poll && pollOutside(state.poll),
    polls: state.polls.map(pollOutside),
    points: [],
  };
}
