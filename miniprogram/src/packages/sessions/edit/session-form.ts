import {
  DEFAULT_PROGRAMME,
  errorMessage,
  hasMeetingNumber,
  lengthOf,
  type MapPoint,
  type PersonName,
  type ProgrammeItem,
  programmeOf,
  programmeProblem,
  SESSION_LIMITS,
  type SessionDetail,
  type SessionFormat,
  type SessionInput,
  scheduleProblem,
  truncate,
} from '@consult/shared';
import { filledLines } from '@/components/TextListField';
import { dialInProblem } from '@/features/sessions/MeetingFields';
import { uuid } from '@/utils/uuid';

/** What is filled in so far; lists of people and topics carry their names for showing. */
export interface SessionForm {
  /** The one of the session that it was filled in on; a new session has none. */
  revision: number;
  title: string;
  topics: { id: string; title: string }[];
  format: SessionFormat;
  startsAt: number | null;
  endsAt: number | null;
  place: string;
  location: MapPoint | null;
  meetingNumber: string;
  dialIn: string;
  questions: string[];
  programme: ProgrammeItem[];
  seats: number | null;
  chair: PersonName[];
  recorder: PersonName[];
  signatories: PersonName[];
}

const USUAL_SEATS = 20;

/** A new session about a topic, called by `me`, who usually chairs it and signs. */
export function newSession(me: PersonName, topics: { id: string; title: string }[], micro: boolean): SessionForm {
  return {
    revision: 0,
    title: topics[0] ? truncate(`${topics[0].title}协商会`, SESSION_LIMITS.titleMax) : '',
    topics,
    format: micro ? 'micro' : 'onsite',
    startsAt: null,
    endsAt: null,
    place: '',
    location: null,
    meetingNumber: '',
    dialIn: '',
    questions: [''],
    programme: programmeOf(DEFAULT_PROGRAMME, () => uuid()),
    seats: USUAL_SEATS,
    chair: [me],
    recorder: [me],
    signatories: [me],
  };
}

/** A session as the form shows it. */
export function formOf(session: SessionDetail): SessionForm {
  const { title, topics, format, startsAt, endsAt, place, location, questions, programme, seats } = session;
  return {
    revision: session.revision,
    title,
    topics,
    format,
    startsAt,
    endsAt,
    place,
    location,
    meetingNumber: session.meetingNumber ?? '',
    dialIn: session.dialIn ?? '',
    questions,
    programme,
    seats,
    chair: [session.chair],
    recorder: [session.recorder],
    signatories: session.signatories,
  };
}

const dialInOf = ({ format, dialIn }: SessionForm): string => (hasMeetingNumber(format) ? dialIn.trim() : '');

/** How long the session is to take; null while its times are not chosen. */
export function lengthInMinutes({ startsAt, endsAt }: SessionForm): number | null {
  return startsAt === null || endsAt === null || endsAt <= startsAt ? null : Math.round((endsAt - startsAt) / 60_000);
}

/** What is missing or wrong, by the field's name in SessionInput; empty when nothing is. */
export function problemsOf(form: SessionForm, now: number): Record<string, string> {
  const { startsAt, endsAt } = form;
  const problems: Record<string, string> = {};
  const dialIn = dialInProblem(dialInOf(form));
  if (dialIn !== null) problems.dialIn = dialIn;
  if (form.topics.length === 0) problems.topicIds = '请选择议题';
  if (lengthOf(form.title.trim()) < SESSION_LIMITS.titleMin) {
    problems.title = `至少 ${SESSION_LIMITS.titleMin} 个字`;
  }
  if (form.place.trim() === '') problems.place = '请写明在哪里开';
  if (startsAt === null) problems.startsAt = '请选择开始时间';
  if (endsAt === null) problems.endsAt = '请选择结束时间';
  if (startsAt !== null && endsAt !== null) {
    const problem = scheduleProblem({ startsAt, endsAt, now });
    const details = { hours: SESSION_LIMITS.longestHours, days: SESSION_LIMITS.horizonDays };
    if (problem) problems[problem === 'SESSION.BAD_TIME' ? 'endsAt' : 'startsAt'] = errorMessage(problem, details);
  }
  if (form.seats === null || form.seats < SESSION_LIMITS.seatsMin) {
    problems.seats = `至少 ${SESSION_LIMITS.seatsMin} 个席位`;
  }
  if (filledLines(form.questions).length === 0) problems.questions = '至少写一个问题';
  const programme = programmeProblem(form.programme);
  if (programme !== null) problems.programme = programme;
  if (form.chair.length === 0) problems.chairId = '请选择主持人';
  if (form.recorder.length === 0) problems.recorderId = '请选择记录人';
  if (form.signatories.length === 0) problems.signatoryIds = '请选择核签人';
  return problems;
}

/** The form as it is sent; call it only when problemsOf finds none. */
export function inputOf(form: SessionForm): SessionInput {
  return {
    title: form.title,
    topicIds: form.topics.map(({ id }) => id),
    format: form.format,
    startsAt: form.startsAt ?? 0,
    endsAt: form.endsAt ?? 0,
    place: form.place,
    ...(form.location && { location: form.location }),
    ...(hasMeetingNumber(form.format) && form.meetingNumber.trim() !== '' ? { meetingNumber: form.meetingNumber } : {}),
    ...(dialInOf(form) !== '' && { dialIn: dialInOf(form) }),
    questions: filledLines(form.questions),
    programme: form.programme,
    seats: form.seats ?? SESSION_LIMITS.seatsMin,
    chairId: form.chair[0]?.id ?? '',
    recorderId: form.recorder[0]?.id ?? '',
    signatoryIds: form.signatories.map(({ id }) => id),
  };
}
