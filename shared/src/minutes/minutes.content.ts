/** One point made in the discussion (发言要点). */
export interface SpeechPoint {
  /** A name, or a role such as 居民代表 for somebody who wants no name. */
  speaker: string;
  text: string;
  /** The item at which it was said, by its place in the minutes' programme; left out: none, or not known. */
  item?: number;
  /** How long they had the floor; left out where nobody counted. */
  seconds?: number;
}

/** What was agreed that somebody does (任务): becomes a promise with the outcome. */
export interface AgreedTask {
  what: string;
  leadDepartmentId: string;
  coDepartmentIds: string[];
  /** ms since 1970; the end of that day */
  dueAt: number;
  /** Source of funds in words. */
  funds: string | null;
}

/** 举手表态: one question put to those present, counted by the system. */
export interface HandShow {
  question: string;
  /** In the order in which they were offered. */
  options: HandVotes[];
  /** When it was closed, ms since 1970. */
  at: number;
  /** See RoomHands; left out where the hands in the room fit. */
  roomOver?: boolean;
}

export interface HandVotes {
  label: string;
  /** From phones and from the room. */
  votes: number;
  /** How many of them were counted in the room; left out where nobody counted there. */
  room?: number;
}

/** A statement of an opinion round, with everybody's answers. */
export interface HeldOpinion {
  text: string;
  agree: number;
  disagree: number;
  pass: number;
}

/** 网络议政: what a round about the session or its topics showed, as it stood when the session ended. */
export interface MinutesOpinion {
  roundId: string;
  title: string;
  opensAt: number;
  closesAt: number;
  people: number;
  votes: number;
  /** In plain sentences. */
  summary: string[];
  unites: HeldOpinion[];
  divides: HeldOpinion[];
}

/** What the system knows of the session and puts into its minutes; nobody writes it. */
export interface MinutesRecord {
  handShows: HandShow[];
  opinions: MinutesOpinion[];
}

/** The part that the recorder writes. */
export interface MinutesContent {
  /** 情况说明 */
  situation: string;
  points: SpeechPoint[];
  /** 部门回应 */
  departmentAnswers: SpeechPoint[];
  consensus: string[];
  /** 未达成共识、保留意见 */
  dissent: string[];
  /** 本次会议无保留意见: confirmed by the recorder, never assumed; false as soon as there is one. */
  noDissent: boolean;
  tasks: AgreedTask[];
  photos: string[];
}
