/** A table of a bulletin: its head, its rows, and the share of the width that each column takes (100 together). */
export interface BulletinTable {
  head: string[];
  rows: string[][];
  widths: number[];
}

export interface BulletinSection {
  title: string;
  paragraphs: string[];
  table: BulletinTable | null;
}

/** GET /bulletins/:county/:month: what the 通报 of a county and month says, drafted from the figures. */
export interface Bulletin {
  county: string;
  countyName: string;
  /** YYYY-MM */
  month: string;
  title: string;
  /** What the office writes before it; empty until then. */
  opening: string;
  /** To be sent with the next change of the opening. */
  revision: number;
  sections: BulletinSection[];
}

/** PUT /bulletins/:county/:month */
export interface BulletinOpening {
  opening: string;
  revision: number;
}

export const BULLETIN_LIMITS = { openingMax: 2000, overdueMax: 200 } as const;
