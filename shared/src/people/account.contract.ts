import type { ConsentDocument } from './consent.rules.js';

/** PUT /me: what is left out stays as it is. Others see either once its check has passed. */
export interface MyProfile {
  /** How one is called here; the front stage shows no more of it than the place allows. */
  name?: string;
  /** The id of an uploaded photo; null for none. */
  avatar?: string | null;
}

/** PUT /me/home-township: where one lives; a resident raises, co-signs and rates there. */
export interface MyTownship {
  township: string;
}

/** POST /me/phone: the code of WeChat's phone button. */
export interface MyPhone {
  code: string;
}

/** POST /me/consents: one agrees to a document in its present version. */
export interface ConsentInput {
  document: ConsentDocument;
  version: string;
}

/** One row of GET /me/consents, the latest first. */
export interface ConsentView {
  id: string;
  document: ConsentDocument;
  title: string;
  version: string;
  givenAt: number;
  /** Null while it stands. */
  withdrawnAt: number | null;
}

/**
 * POST /people/:id/phone-reveals: somebody who handles an item needs to call its people.
 * POST /topics/:id/recorded-phone-reveals: the convener needs to call whom a topic was recorded for (代录).
 */
export interface PhoneRevealInput {
  /** Why, for the person to read. */
  reason: string;
}

export interface PhoneReveal {
  phone: string;
}

/** One row of GET /phone-reveals and of GET /me/phone-reveals (谁看过我的电话). */
export interface PhoneRevealView {
  id: string;
  /** Null for somebody without an account, whom a topic was recorded for. */
  personId: string | null;
  /** Masked. */
  personName: string;
  viewerName: string;
  /** As what they looked: 召集人, 承办部门, 县政协. */
  capacityLabel: string;
  departmentName: string | null;
  reason: string;
  at: number;
}

/** GET /me/export: everything that is known about the person who asks, by kind. */
export interface MyData {
  exportedAt: number;
  /** What each kind of record is called. */
  labels: Record<string, string>;
  records: Record<string, Record<string, unknown>[]>;
}

/** DELETE /me?confirm=注销: 注销账号, for good. */
export const DELETE_WORD = '注销';
