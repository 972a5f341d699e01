import type {
  DemoPerson,
  QrAsker,
  QrSignIn,
  QrStateView,
  SignedIn,
  StaffPasswordInput,
  StaffSetupInput,
  StaffSignIn,
  StaffSignInAnswer,
} from '@consult/shared';
import { API_ROOT, queryString, request } from '@/services/api';
import { uuid } from '@/utils/uuid';

/** GET /identity/demo/people: whom one can be where the demo's sign-in is open. */
export const getDemoPeople = (): Promise<DemoPerson[]> => request('GET', '/identity/demo/people');

/** POST /identity/staff/sign-in */
export const signInAsStaff = (body: StaffSignIn, idempotencyKey: string): Promise<StaffSignInAnswer> =>
  request('POST', '/identity/staff/sign-in', { body, idempotencyKey });

/** POST /identity/staff/setup: the first password of one's own, and the authenticator. */
export const setUpStaff = (body: StaffSetupInput, idempotencyKey: string): Promise<SignedIn> =>
  request('POST', '/identity/staff/setup', { body, idempotencyKey });

/** PUT /identity/staff/password; ends every other sign-in. */
export const changePassword = (body: StaffPasswordInput, idempotencyKey: string): Promise<void> =>
  request('PUT', '/identity/staff/password', { body, idempotencyKey });

/** POST /identity/qr: this desktop asks to be let in. */
export const askToBeLetIn = (): Promise<QrSignIn> => request('POST', '/identity/qr', { idempotencyKey: uuid() });

/** GET /identity/qr/:id: what has become of it. */
export const getLetInState = ({ id, secret }: QrSignIn): Promise<QrStateView> =>
  request('GET', `/identity/qr/${id}`, { query: { secret } });

/** The address of the mini-program code that WeChat draws for it. */
export const letInPicture = ({ id, secret }: QrSignIn): string =>
  `${API_ROOT}/identity/qr/${id}/picture${queryString({ secret })}`;

/** POST /identity/qr/:id/tokens: once, after the phone has said yes. */
export const claimLetIn = ({ id, secret }: QrSignIn): Promise<SignedIn> =>
  request('POST', `/identity/qr/${id}/tokens`, { body: { secret }, idempotencyKey: uuid() });

/** POST /identity/qr/:scene/scan: who asks; from now on nobody else can answer. */
export const scanLetIn = (scene: string): Promise<QrAsker> =>
  request('POST', `/identity/qr/${scene}/scan`, { idempotencyKey: uuid() });

/** POST /identity/qr/:scene/confirm or …/refuse */
export const answerLetIn = (scene: string, answer: 'confirm' | 'refuse', idempotencyKey: string): Promise<void> =>
  request('POST', `/identity/qr/${scene}/${answer}`, { idempotencyKey });
