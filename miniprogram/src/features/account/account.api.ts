import {
  CONSENTS,
  type ConsentDocument,
  type ConsentView,
  DELETE_WORD,
  type Me,
  type MyData,
  type MyTold,
  type Page,
  type PhoneReveal,
  type PhoneRevealView,
  type SignInView,
} from '@consult/shared';
import { request } from '@/services/api';

const PAGE_MAX = 50;

/** PUT /me: how one is called here. */
export const rename = (name: string, idempotencyKey: string): Promise<Me> =>
  request('PUT', '/me', { body: { name }, idempotencyKey });

/** PUT /me: what one looks like here; null for no picture. */
export const changeAvatar = (avatar: string | null, idempotencyKey: string): Promise<Me> =>
  request('PUT', '/me', { body: { avatar }, idempotencyKey });

/** PUT /me/home-township: where one lives. */
export const settle = (township: string, idempotencyKey: string): Promise<Me> =>
  request('PUT', '/me/home-township', { body: { township }, idempotencyKey });

/** GET /me/told: what I chose to say of myself. */
export const getTold = (): Promise<MyTold> => request('GET', '/me/told');

/** PUT /me/told: replaces all of it. */
export const tell = (body: MyTold, idempotencyKey: string): Promise<MyTold> =>
  request('PUT', '/me/told', { body, idempotencyKey });

/** GET /me/consents: what was agreed to and withdrawn, the latest first. */
export const listConsents = (after: string | null): Promise<Page<ConsentView>> =>
  request('GET', '/me/consents', { query: { after, limit: PAGE_MAX } });

/** POST /me/consents: one agrees to a document in its present version. */
export const giveConsent = (document: ConsentDocument, idempotencyKey: string): Promise<void> =>
  request('POST', '/me/consents', { body: { document, version: CONSENTS[document].version }, idempotencyKey });

/** DELETE /me/consents/:document */
export const withdrawConsent = (document: ConsentDocument, idempotencyKey: string): Promise<void> =>
  request('DELETE', `/me/consents/${document}`, { idempotencyKey });

/** GET /me/phone-reveals: who looked at my phone number (谁看过我的电话). */
export const listMyReveals = (after: string | null): Promise<Page<PhoneRevealView>> =>
  request('GET', '/me/phone-reveals', { query: { after } });

/** GET /phone-reveals: who looked at whose number, in a county. */
export const listReveals = (region: string, after: string | null): Promise<Page<PhoneRevealView>> =>
  request('GET', '/phone-reveals', { query: { region, after } });

/** POST /people/:id/phone-reveals: a number, for a reason that its owner will read. */
export const revealPhone = (personId: string, reason: string, idempotencyKey: string): Promise<PhoneReveal> =>
  request('POST', `/people/${personId}/phone-reveals`, { body: { reason }, idempotencyKey });

/** POST /topics/:id/recorded-phone-reveals: the number of whom a topic was recorded for (代录). */
export const revealRecordedPhone = (topicId: string, reason: string, idempotencyKey: string): Promise<PhoneReveal> =>
  request('POST', `/topics/${topicId}/recorded-phone-reveals`, { body: { reason }, idempotencyKey });

/** GET /identity/sign-ins: where I am signed in. */
export const listSignIns = (after: string | null): Promise<Page<SignInView>> =>
  request('GET', '/identity/sign-ins', { query: { after, limit: PAGE_MAX } });

/** DELETE /identity/sign-ins/:id */
export const endSignIn = (id: string, idempotencyKey: string): Promise<void> =>
  request('DELETE', `/identity/sign-ins/${id}`, { idempotencyKey });

/** GET /me/export */
export const exportMyData = (): Promise<MyData> => request('GET', '/me/export');

/** DELETE /me: 注销, for good. @param photos also those of the topics that one raised */
export const deleteAccount = (photos: boolean, idempotencyKey: string): Promise<void> =>
  request('DELETE', '/me', { query: { confirm: DELETE_WORD, photos: photos ? 'true' : null }, idempotencyKey });
