import type { LiveItemSpan, LiveRecord } from '../live/live.contract.js';
import { pollVotes, sayVotes, type Votes } from '../live/live.hands.js';
import type { MapStatement, OpinionReport } from '../opinion/opinion.contract.js';
import { type ProgrammeItem, programmeRows } from '../sessions/session.programme.js';
import { plainTime } from '../time/say-time.js';
import type { AgreedTask, HandShow, HandVotes, HeldOpinion, MinutesOpinion } from './minutes.content.js';
import { MINUTES_LIMITS } from './minutes.rules.js';

/** How many statements of a round stand in minutes; all of them are in the round's own report. */
const OPINIONS_MAX = 10;
const HAND_SHOWS_MAX = 30;
const SENTENCES_MAX = 13;

/** What was suggested in the room and taken up, as the draft's tasks: who does it and by when is still to be filled in. */
export function suggestedTasksOf({ points }: Pick<LiveRecord, 'points'>): AgreedTask[] {
  const tasks = points.filter(({ isTask }) => isTask).slice(0, MINUTES_LIMITS.tasksMax);
  return tasks.map(({ text }) => ({ what: text, leadDepartmentId: '', coDepartmentIds: [], dueAt: 0, funds: null }));
}

/** The polls in the room that were brought to their end. */
export function handShowsOf({ polls }: Pick<LiveRecord, 'polls'>): HandShow[] {
  return polls.slice(-HAND_SHOWS_MAX).flatMap((poll) => {
    const { question, options, room, closedAt } = poll;
    if (closedAt === null) return [];
    const votes = pollVotes(poll).map(({ all, room }, i) => ({
      label: options[i] ?? '',
      votes: all,
      ...(room !== null && { room }),
    }));
    return [{ question, options: votes, at: closedAt, ...(room?.over && { roomOver: true }) }];
  });
}

const votesIn = ({ votes, room }: HandVotes): Votes => ({ phone: votes - (room ?? 0), room: room ?? null, all: votes });

/** 手机 12，现场 8, of what stands in minutes; null where nobody counted in the room. */
export const sayHandVotes = (option: HandVotes): string | null => sayVotes(votesIn(option));

/** All hands of a show that stands in minutes. */
export function allHands({ options }: Pick<HandShow, 'options'>): Votes {
  const sum = (of: (votes: Votes) => number) => options.map(votesIn).reduce((total, votes) => total + of(votes), 0);
  const counted = options.some(({ room }) => room !== undefined);
  return {
    phone: sum(({ phone }) => phone),
    room: counted ? sum(({ room }) => room ?? 0) : null,
    all: sum(({ all }) => all),
  };
}

/** What a round of opinions showed, short enough for a page of minutes. */
export function minutesOpinionOf(report: OpinionReport): MinutesOpinion {
  const { roundId, title, opensAt, closesAt, people, votes, summary, unites, divides } = report;
  return {
    roundId,
    title,
    opensAt,
    closesAt,
    people,
    votes,
    summary: summary.slice(0, SENTENCES_MAX),
    unites: unites.slice(0, OPINIONS_MAX).map(heldOpinion),
    divides: divides.slice(0, OPINIONS_MAX).map(heldOpinion),
  };
}

const heldOpinion = ({ text, all: { agree, disagree, pass } }: MapStatement): HeldOpinion => ({
  text,
  agree,
  disagree,
  pass,
});

/** The programme with its numbers, and when each item really began and ended where the room kept count: 一、签到（9:00–9:10）. */
export function heldProgramme(programme: readonly ProgrammeItem[], items: readonly LiveItemSpan[]): string[] {
  return programmeRows(programme).map(({ item, number }) => {
    const spans = items.filter(({ itemId }) => itemId === item.id);
    const [first, last] = [spans[0], spans[spans.length - 1]];
    const title = `${number}${item.title}`;
    if (first === undefined || last?.until === null || last === undefined) return title;
    return `${title}（${plainTime(first.since)}–${plainTime(last.until)}）`;
  });
}
