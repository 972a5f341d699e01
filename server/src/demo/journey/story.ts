import type {
  ParticipantCategory,
  ProgrammeItem,
  Question,
  Redirect,
  ReplyClass,
  ResearchMethod,
  SessionFormat,
  TopicCategory,
  TopicSource,
} from '@consult/shared';
import type { Picture } from '../pictures/scenes.js';
import type { Day } from '../script.js';
import type { Who } from './who.js';

/** What happened in one township, as data. Topics and sessions are named by their keys. Days: see Day. */
export interface TownshipStory {
  /** The township's name. */
  readonly township: string;
  readonly topics: Readonly<Record<string, TopicStory>>;
  readonly plans?: readonly PlanStory[];
  readonly sessions?: Readonly<Record<string, SessionStory>>;
  readonly research?: Readonly<Record<string, ResearchStory>>;
  readonly rounds?: readonly RoundStory[];
  readonly cases?: readonly CaseStory[];
}

/** 典型案例: what a topic that is closed by then teaches. */
export interface CaseStory {
  /** The topic's key. */
  readonly topic: string;
  readonly title: string;
  readonly background: string;
  readonly lessons: string;
  readonly begun: number;
  readonly featured: number;
}

/** A 网络议政 about a topic. */
export interface RoundStory {
  readonly title: string;
  readonly intro: string;
  /** The topic's key. */
  readonly topic: string;
  readonly opened: number;
  /** It is closed then, where that has come. */
  readonly closes: number;
  readonly people: number;
  /** Each with how many in a hundred of either camp agree. */
  readonly statements: readonly (readonly [text: string, one: number, other: number])[];
}

export interface TopicStory {
  readonly title: string;
  readonly description: string;
  readonly category: TopicCategory;
  /** The community's name. */
  readonly community: string;
  readonly place?: string;
  readonly suggestion?: string;
  readonly tried?: string;
  readonly affected?: string;
  readonly anonymous?: boolean;
  readonly photos?: readonly Picture[];
  readonly by: Who;
  readonly raised: Day;
  readonly draft?: boolean;
  /** 代录 for somebody without a phone. */
  readonly recorded?: { readonly onBehalfOf: string; readonly source: TopicSource };
  readonly accepted?: number;
  /** How many co-sign, from its acceptance until this day. */
  readonly cosigned?: { readonly by: number; readonly until: number };
  readonly next?: TopicTurn;
}

/** How a topic's way ends, or turns, otherwise than by a session. */
export type TopicTurn =
  | { readonly move: 'return' | 'suspend'; readonly day: number; readonly reason: string }
  | { readonly move: 'withdraw'; readonly day: number; readonly by: Who; readonly reason: string }
  | { readonly move: 'merge'; readonly day: number; readonly into: string; readonly reason: string }
  | { readonly move: 'classify'; readonly day: number; readonly reason: string }
  | {
      readonly move: 'decline';
      readonly day: number;
      readonly reason: string;
      readonly redirect: Redirect;
      readonly redirectNote: string;
    };

/** The quarter's plan; the steps without a day have not been taken. */
export interface PlanStory {
  /** A day in its quarter; those of one township lie at least 92 days apart. */
  readonly quarterOf: number;
  readonly topics: readonly string[];
  readonly shortlisted: number;
  readonly proposed?: number;
  readonly partyApproved?: number;
  readonly countyApproved?: number;
  readonly published?: number;
}

/** A research on a topic; the steps that are left out have not been taken. */
export interface ResearchStory {
  readonly topic: string;
  readonly title: string;
  readonly methods: readonly ResearchMethod[];
  readonly lead: Who;
  readonly members?: readonly Who[];
  readonly begun: number;
  readonly due: number;
  readonly visits?: readonly {
    readonly day: number;
    readonly by: Who;
    readonly place: string;
    readonly who: string;
    readonly found: string;
    readonly photos?: readonly Picture[];
  }[];
  readonly form?: {
    readonly title: string;
    readonly intro: string;
    readonly opened: number;
    readonly closes: number;
    readonly questions: Question[];
    readonly answered: { readonly by: number; readonly until: number };
    readonly words: readonly string[];
    readonly closed?: number;
  };
  readonly report?: {
    readonly handedIn: number;
    readonly finished: number;
    readonly carried?: { readonly session: string; readonly day: number };
    readonly situation: string;
    readonly data: string;
    readonly demands: string;
    readonly policy: string;
    readonly summary: string;
    readonly questions: readonly string[];
  };
}

export interface SessionStory {
  readonly title: string;
  readonly topics: readonly string[];
  readonly format: SessionFormat;
  /** A Wednesday or a Thursday, so that what follows falls on working days. */
  readonly day: number;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly meetingNumber?: string;
  readonly dialIn?: string;
  readonly questions: readonly string[];
  /** Who calls it: the convener unless it says otherwise. */
  readonly caller?: Who;
  readonly chair?: Who;
  readonly called?: number;
  /** Null: it is still in preparation (会前调研). */
  readonly announced?: number | null;
  /** Enough for everyone unless it says otherwise. */
  readonly seats?: number;
  readonly invited: readonly (readonly [Who, ParticipantCategory])[];
  /** How many sign up. */
  readonly members: number;
  readonly residents: number;
  /** How many of the residents did not come. */
  readonly absent?: number;
  readonly postponed?: { readonly day: number; readonly reason: string };
  readonly draw?: DrawStory;
  readonly minutes?: MinutesStory;
  /** Its programme, where it is not the usual one. */
  readonly programme?: readonly ProgrammeItem[];
  /** It is on while the demo is loaded; `day`, `from` and `to` say only when it was called. */
  readonly live?: LiveStory;
}

/** Some seats go to residents who are drawn (公开抽取); without `drawn` the pool is still open. */
export interface DrawStory {
  readonly opened: number;
  readonly seats: number;
  /** How many are willing, from the day after it was opened until this day. */
  readonly willing: number;
  readonly until: number;
  readonly drawn?: number;
}

/** What happened so far in a session that is on. Minutes count from its beginning; people by their place on the list. */
export interface LiveStory {
  /** How many minutes ago. */
  readonly began: number;
  /** How many minutes it will take in all. */
  readonly lasts: number;
  readonly items: readonly (readonly [minute: number, itemId: string])[];
  readonly hands: readonly (readonly [minute: number, who: number])[];
  readonly speeches: readonly (readonly [minute: number, who: number, seconds: number])[];
  readonly points: readonly (readonly [minute: number, who: number, text: string, taken: boolean])[];
  readonly notices: readonly (readonly [minute: number, text: string])[];
  /** `votes`: how many for each option, `room`: hands of those without a phone; without `closed` it is open. */
  readonly polls: readonly {
    readonly minute: number;
    readonly question: string;
    readonly votes: readonly number[];
    readonly room?: readonly number[];
    readonly closed?: number;
  }[];
}

type Speech = readonly [speaker: string, text: string];

export interface MinutesStory {
  readonly situation: string;
  readonly points: readonly Speech[];
  readonly answers: readonly Speech[];
  readonly consensus: readonly string[];
  readonly dissent: readonly string[];
  readonly tasks: readonly TaskStory[];
  readonly photos?: readonly Picture[];
  readonly circulated?: number;
  /** Of the last of those who sign; without an answer it waits for one. */
  readonly objection?: { readonly text: string; readonly answer?: string };
  /** A second version, once the first was out. */
  readonly correction?: { readonly day: number; readonly reason: string; readonly situation: string };
  /** Without one the minutes are still being checked. */
  readonly outcome?: OutcomeStory;
}

export interface OutcomeStory {
  readonly summary: string;
  readonly suggestions?: readonly string[];
  /** 沿街协商〔2026〕5号: the year is that of the day it is sent. */
  readonly documentNumber?: { readonly series: string; readonly number: number };
  /** Without one the county has it before it. */
  readonly instruction?: { readonly by: string; readonly text: string };
}

export interface TaskStory {
  readonly what: string;
  /** A department's name, see department. */
  readonly lead: string;
  readonly co?: readonly string[];
  readonly due: number;
  readonly funds?: string;
  readonly refused?: { readonly reason: string; readonly to: string; readonly note: string };
  /** Nobody has taken it on. */
  readonly untaken?: boolean;
  readonly progress?: readonly { readonly day: number; readonly text: string; readonly photos?: readonly Picture[] }[];
  readonly reply?: {
    readonly day: number;
    readonly replyClass: ReplyClass;
    readonly text: string;
    readonly reason?: string;
    readonly photos?: readonly Picture[];
  };
  readonly rated?: {
    readonly opened: number;
    readonly satisfied: number;
    readonly fair: number;
    readonly dissatisfied: number;
  };
  readonly structure?: TaskStructureStory;
  readonly time?: TaskTimeStory;
  readonly next?: { readonly move: 'restart' | 'reconsult' | 'close'; readonly day: number; readonly reason: string };
}

/** What moved the date of a promise. */
export interface TaskTimeStory {
  /** Asked for by its department, granted by the county office. */
  readonly extended?: {
    readonly asked: number;
    readonly to: number;
    readonly reason: string;
    readonly granted: number;
    readonly decision: string;
  };
  /** By the convener; without `resumed` it still stands. */
  readonly paused?: {
    readonly day: number;
    readonly reason: string;
    readonly resumed?: { readonly day: number; readonly reason: string };
  };
}

/** What a promise is made of; what has no day of its own is written down on `day`. */
export interface TaskStructureStory {
  readonly day: number;
  readonly parts?: readonly {
    readonly what: string;
    readonly lead: string;
    readonly due: number;
    readonly weight: number;
    readonly reported?: { readonly day: number; readonly percent: number; readonly text: string };
    readonly replied?: { readonly day: number; readonly text: string; readonly photo: Picture };
  }[];
  readonly milestones?: readonly { readonly name: string; readonly planned: number; readonly done?: number }[];
  readonly funds?: {
    readonly planned: number;
    readonly source: string;
    readonly spent: readonly { readonly day: number; readonly amount: number; readonly what: string }[];
  };
  readonly photos?: readonly {
    readonly day: number;
    readonly label: string;
    readonly before: Picture;
    readonly after: Picture;
  }[];
  /** By the township's party committee, which the county office named. */
  readonly supervised?: { readonly day: number; readonly text: string };
}
