import type { Role } from '../auth/roles.js';
import type { SessionState } from './session.states.js';

export const SESSION_FORMATS = ['onsite', 'remote', 'online', 'micro'] as const;
export type SessionFormat = (typeof SESSION_FORMATS)[number];
export const SESSION_FORMAT_LABELS: Readonly<Record<SessionFormat, string>> = {
  onsite: '现场协商',
  remote: '远程协商',
  online: '网络议政',
  micro: '微协商',
};

/** Who has to see to a session: whoever called it, where it is their own small one. */
export const seesTo = (format: SessionFormat): 'initiator' | 'convener' =>
  format === 'micro' ? 'initiator' : 'convener';

/** Whether people dial in, so that there is a number to give. */
export const hasMeetingNumber = (format: SessionFormat): boolean => format === 'remote' || format === 'online';

export const PARTICIPANT_CATEGORIES = [
  'member',
  'resident',
  'department',
  'expert',
  'deputy',
  'veteran_party_member',
] as const;
export type ParticipantCategory = (typeof PARTICIPANT_CATEGORIES)[number];

/** 应到、实到: how many of a category are on the list, and how many came. */
export interface CategoryCount {
  category: ParticipantCategory;
  expected: number;
  present: number;
}
export const PARTICIPANT_CATEGORY_LABELS: Readonly<Record<ParticipantCategory, string>> = {
  member: '政协委员',
  resident: '居民/利益相关方',
  department: '部门',
  expert: '专家',
  deputy: '人大代表',
  veteran_party_member: '老党员',
};

/** Categories that say an office; only who holds it may sign up as such. The others people know of themselves. */
const CATEGORY_ROLES: Partial<Readonly<Record<ParticipantCategory, Role>>> = {
  member: 'member',
  department: 'department',
};

/** As what somebody with these roles may sign up. */
export function signUpCategories(roles: ReadonlySet<string>): ParticipantCategory[] {
  return PARTICIPANT_CATEGORIES.filter((category) => {
    const role = CATEGORY_ROLES[category];
    return role === undefined || roles.has(role);
  });
}

/** As what somebody may be drawn: in no other category is anybody. */
export function entryCategories(
  roles: ReadonlySet<string>,
  quotas: readonly { readonly category: ParticipantCategory }[],
): ParticipantCategory[] {
  return signUpCategories(roles).filter((category) => quotas.some((quota) => quota.category === category));
}

/** How somebody came to be on the list. */
export const PARTICIPANT_ORIGINS = ['invited', 'recommended', 'signed_up', 'drawn'] as const;
export type ParticipantOrigin = (typeof PARTICIPANT_ORIGINS)[number];
export const PARTICIPANT_ORIGIN_LABELS: Readonly<Record<ParticipantOrigin, string>> = {
  invited: '受邀',
  recommended: '推荐',
  signed_up: '报名',
  drawn: '抽取',
};

/** How whoever runs a session puts somebody on its list. */
export const INVITE_ORIGINS = ['invited', 'recommended'] as const;
export type InviteOrigin = (typeof INVITE_ORIGINS)[number];

/** Who recommended somebody (谁推荐的): a unit or a person, in a few words. */
export const RECOMMENDED_BY_MAX = 30;

/** How somebody came to be on the list, in words: 受邀, 推荐, 沿西社区居委会推荐. */
export function sayOrigin({
  origin,
  recommendedBy,
}: {
  origin: ParticipantOrigin;
  recommendedBy: string | null;
}): string {
  return `${recommendedBy ?? ''}${PARTICIPANT_ORIGIN_LABELS[origin]}`;
}

/** 'seated' has a seat; 'waiting' moves up when one comes free; 'cancelled' gave it back. */
export const SEATINGS = ['seated', 'waiting', 'cancelled'] as const;
export type Seating = (typeof SEATINGS)[number];

export const SESSION_LIMITS = {
  titleMin: 4,
  titleMax: 60,
  placeMax: 80,
  topicsMax: 5,
  questionsMax: 3,
  questionMax: 100,
  seatsMin: 2,
  seatsMax: 500,
  meetingNumberMax: 32,
  dialInMax: 32,
  signatoriesMax: 10,
  longestHours: 12,
  /** How far ahead a session may be set. */
  horizonDays: 365,
} as const;

/** Somebody without an account who takes part (列席、特邀、群众代表): who put them on the list knows them by name alone. */
export const GUEST_LIMITS = {
  nameMin: 2,
  nameMax: 20,
  /** 单位或职务 */
  unitMax: 30,
  perSession: 50,
  /** How long after the session the name is kept; who has no account cannot delete it. As for sign-ins, half a year. */
  keptDays: 184,
} as const;

/** What stands for a guest's name once it is gone. */
export const GUEST_GONE_NAME = '（姓名已删除）';

/** How a guest is written where there is one line: 王秀英（县水利局）. */
export function sayGuest({ name, unit }: { name: string; unit: string | null }): string {
  return unit === null ? name : `${name}（${unit}）`;
}

/** The states in which people may sign up. */
export const SIGN_UP_STATES: readonly SessionState[] = ['announced'];
/** The states in which the roll can be taken. */
export const ROLL_STATES: readonly SessionState[] = ['announced', 'in_progress', 'ended'];
/** The states in which a session holds its topics: announced, and not over before its minutes are out. */
export const TABLED_SESSION_STATES: readonly SessionState[] = ['announced', 'in_progress', 'ended', 'postponed'];

/** Whether anyone may see a session: from its first notice on, whatever becomes of it. */
export function isSessionPublic({ announcedAt }: { announcedAt: number | null }): boolean {
  return announcedAt !== null;
}

/** The states in which the convener changes what a session is. */
export const SESSION_EDIT_STATES: readonly SessionState[] = ['preparing', 'postponed'];
/** The states in which a session goes on as announced, but elsewhere or run by others. */
export const SESSION_REARRANGE_STATES: readonly SessionState[] = ['announced'];
/** The states in which the list changes: also at the door, for somebody who just came. */
export const LIST_STATES: readonly SessionState[] = ['preparing', 'announced', 'postponed', 'in_progress'];
/** The states in which somebody gives their own seat back; who is there already leaves, and was there. */
export const GIVE_BACK_STATES: readonly SessionState[] = ['preparing', 'announced', 'postponed'];
/** A topic is free for another session only once every earlier one is in one of these. */
export const SETTLED_SESSION_STATES: readonly SessionState[] = ['recorded', 'cancelled'];

/** Whether somebody on the list takes part (参会人): has a seat, or came. */
export function takesPart(listed: { seating: Seating; present: boolean | null }): boolean {
  return listed.seating === 'seated' || (listed.seating !== 'cancelled' && listed.present === true);
}

/** Seat for the next person to sign up. */
export function seatingFor(seats: number, seated: number): Seating {
  return seated < seats ? 'seated' : 'waiting';
}

/** How many digits one types at the door: too many to be guessed while they are good, few enough to be typed. */
export const DOOR_CODE_DIGITS = 8;

/** How long before the start, and after the end, the code at the door is good. */
export const DOOR_OPENS_BEFORE_MS = 2 * 60 * 60 * 1000;
