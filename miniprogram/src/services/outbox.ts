import { request } from './api';
import { ApiError, toApiError } from './api-error';
import type { Method } from './http';
import { refreshMe } from './identity';
import { currentNetwork, onNetworkChange } from './network';
import { type Owed, owedOf } from './obligations';
import { say } from './say';
import { currentSession, onSessionChange } from './session';
import { createStoredStore } from './store';

/** Something that was handed in and has not reached the server for certain. */
export interface Outgoing {
  /** Its Idempotency-Key: however often it goes out, it counts once. */
  key: string;
  personId: string;
  /** 提议题, 附议: what it is, for its person to read. */
  label: string;
  title: string;
  method: Extract<Method, 'POST' | 'PUT' | 'DELETE'>;
  path: string;
  body?: unknown;
  /** The form that it can be changed in, and what stood there; null where there is nothing to change. */
  form: { name: string; page: string; value: object } | null;
  /** Whether it went out once, so that it may have arrived although no answer came. */
  tried: boolean;
  /** Why the server does not take it as it is. */
  refused: string | null;
  /** What its person has to make good before the server takes it; then it goes out by itself. */
  owed?: Owed;
}

/** What is handed in, before anything is known of how it fares. */
export type Submission = Omit<Outgoing, 'personId' | 'tried' | 'refused' | 'owed'>;

/** Tried again after so long when nothing tells that the network is back. */
const TRY_AGAIN_MS = 30_000;
const LOCK = 'outbox';

const store = createStoredStore<Outgoing[]>('outbox', [], (found): found is Outgoing[] => Array.isArray(found));

/** Whose answer somebody still waits for; such a one is on its way and not in the outbox yet, as its person sees it. */
const awaited = new Map<string, { resolve(answer: unknown): void; reject(error: ApiError): void }>();

let sending: Promise<void> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

const mine = (all: readonly Outgoing[]): Outgoing[] => {
  const id = currentSession().me?.id;
  return all.filter(({ personId }) => personId === id);
};

/** What waits to be sent for who is signed in, the oldest first. */
export const useOutbox = (): Outgoing[] => mine(store.use()).filter(({ key }) => !awaited.has(key));

/** The same with what is on its way just now. */
export const useUnanswered = (): Outgoing[] => mine(store.use());

const change = (key: string, to: Partial<Outgoing>) =>
  store.set(store.get().map((one) => (one.key === key ? { ...one, ...to } : one)));

/** Takes something out, as its person has changed their mind or changes it. */
export function takeOut(key: string): void {
  store.set(store.get().filter((one) => one.key !== key));
}

/** What of this its person still owes; null where nothing stands in the way. */
export function stillOwed({ owed }: Outgoing): Owed | null {
  const { me } = currentSession();
  if (owed === undefined || me === null) return null;
  const due = owed === 'PHONE.REQUIRED' ? me.phoneDue : me.consentsDue.length > 0;
  return due ? owed : null;
}

/** Whether it went out and no answer tells what became of it. */
export const mayHaveArrived = ({ tried, refused, owed }: Outgoing): boolean =>
  tried && refused === null && owed === undefined;

/** Whether it waits for its person rather than for the network. */
export const waitsForPerson = (item: Outgoing): boolean => item.refused !== null || stillOwed(item) !== null;

/** Keeps it on the device until it has been sent. */
function putInOutbox(item: Submission, tried = true): void {
  const personId = currentSession().me?.id;
  if (personId === undefined) return;
  const others = store.get().filter(({ key }) => key !== item.key);
  store.set([...others, { ...item, personId, tried, refused: null }]);
  tryLater();
}

/**
 * Hands something in; where the server was not reached, it stays on the device until it has been.
 * @param item what to send again, and what to show of it
 * @param send the first attempt
 * @returns what the server answered, or that it waits
 * @throws ApiError when the server does not take it
 */
export async function handIn<T>(item: Submission, send: () => Promise<T>): Promise<T | 'queued'> {
  try {
    return await send();
  } catch (failure) {
    if (!(failure instanceof ApiError) || !failure.unanswered) throw failure;
    putInOutbox(item);
    return 'queued';
  }
}

/**
 * Hands something in by way of the outbox: on the device before it goes out, so that not even a killed app loses it, and
 * after all that waits there already, so that the later of two stays the later.
 * @returns what the server answered, or that it waits
 * @throws ApiError when the server does not take it; then it is not kept
 */
export function handInByOutbox<T>(item: Submission): Promise<T | 'queued'> {
  const answer = new Promise<T | 'queued'>((resolve, reject) => {
    awaited.set(item.key, { resolve: resolve as (found: unknown) => void, reject });
  });
  putInOutbox(item, false);
  // One that came in while the last round of sending ended needs a round of its own.
  void sendOutbox()
    .then(() => (awaited.has(item.key) ? sendOutbox() : undefined))
    .finally(() => waitNoMore([item.key]));
  return answer;
}

/** Tells who waits for an answer that there is none for now: what they handed in is in the outbox. */
function waitNoMore(keys: readonly string[]): void {
  const waiters = keys.flatMap((key) => awaited.get(key) ?? []);
  for (const key of keys) awaited.delete(key);
  if (waiters.length > 0) store.set([...store.get()]);
  for (const { resolve } of waiters) resolve('queued');
}

/** Takes it out with its outcome. @returns whether somebody waited for that */
function answered(key: string, outcome: { answer: unknown } | { error: ApiError }): boolean {
  const waiter = awaited.get(key);
  if (!waiter) return false;
  awaited.delete(key);
  takeOut(key);
  if ('error' in outcome) waiter.reject(outcome.error);
  else waiter.resolve(outcome.answer);
  return true;
}

function tryLater(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void sendOutbox(), TRY_AGAIN_MS);
}

/** @returns false when there is no sense in going on */
async function sendOne({ key, label, title, method, path, body }: Outgoing): Promise<boolean> {
  change(key, { tried: true, owed: undefined });
  try {
    const answer = await request(method, path, { body, idempotencyKey: key });
    if (answered(key, { answer })) return true;
    takeOut(key);
    say(`${label}已送达：${title}`);
    return true;
  } catch (thrown) {
    const error = toApiError(thrown);
    if (error.retryable || error.status === 401) return false;
    if (answered(key, { error })) return true;
    const owed = owedOf(error);
    if (owed !== null) {
      change(key, { owed });
      // What is owed may have come up elsewhere, as with new documents.
      await refreshMe().catch(() => undefined);
      return true;
    }
    change(key, { refused: Object.values(error.fields)[0] ?? error.message });
    return true;
  }
}

async function sendAll(): Promise<void> {
  // Another tab may have sent some meanwhile.
  store.readAgain();
  const tried = new Set<string>();
  for (;;) {
    const item = mine(store.get()).find((one) => !tried.has(one.key) && !waitsForPerson(one));
    if (!item) break;
    if (!(await sendOne(item))) {
      waitNoMore([...awaited.keys()]);
      break;
    }
    tried.add(item.key);
  }
  if (mine(store.get()).some((item) => !waitsForPerson(item))) tryLater();
}

/** Sends what waits, one after another; does nothing where there is no network. */
export function sendOutbox(): Promise<void> {
  if (currentNetwork() === 'off' || mine(store.get()).length === 0) return Promise.resolve();
  const locks = process.env.TARO_ENV === 'h5' ? navigator.locks : undefined;
  sending ??= (locks ? (locks.request(LOCK, () => sendAll()) as unknown as Promise<void>) : sendAll()).finally(() => {
    sending = null;
  });
  return sending ?? Promise.resolve();
}

/** Sends what waits now, whenever the network is back, and when its person signs in again. */
export function followOutbox(): void {
  onNetworkChange(() => void sendOutbox());
  onSessionChange(() => void sendOutbox());
  void sendOutbox();
}
