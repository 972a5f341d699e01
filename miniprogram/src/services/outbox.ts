import Taro from '@tarojs/taro';
import { request } from './api';
import { ApiError, toApiError } from './api-error';
import type { Method } from './http';
import { currentNetwork, onNetworkChange } from './network';
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
}

/** Tried again after so long when nothing tells that the network is back. */
const TRY_AGAIN_MS = 30_000;
const LOCK = 'outbox';

const store = createStoredStore<Outgoing[]>('outbox', [], (found): found is Outgoing[] => Array.isArray(found));

let sending: Promise<void> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

const mine = (all: readonly Outgoing[]): Outgoing[] => {
  const id = currentSession().me?.id;
  return all.filter(({ personId }) => personId === id);
};

/** What waits to be sent for who is signed in, the oldest first. */
export const useOutbox = (): Outgoing[] => mine(store.use());

const change = (key: string, to: Partial<Outgoing>) =>
  store.set(store.get().map((one) => (one.key === key ? { ...one, ...to } : one)));

/** Takes something out, as its person has changed their mind or changes it. */
export function takeOut(key: string): void {
  store.set(store.get().filter((one) => one.key !== key));
}

/** Keeps it on the device until it has been sent. */
export function putInOutbox(item: Omit<Outgoing, 'personId' | 'refused'>): void {
  const personId = currentSession().me?.id;
  if (personId === undefined) return;
  store.set([...store.get().filter(({ key }) => key !== item.key), { ...item, personId, refused: null }]);
  tryLater();
}

function tryLater(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void sendOutbox(), TRY_AGAIN_MS);
}

/** @returns false when there is no sense in going on */
async function sendOne({ key, label, title, method, path, body }: Outgoing): Promise<boolean> {
  change(key, { tried: true });
  try {
    await request(method, path, { body, idempotencyKey: key });
    takeOut(key);
    void Taro.showToast({ title: `${label}已送达：${title}`, icon: 'none' });
    return true;
  } catch (thrown) {
    const error = toApiError(thrown);
    if (error.retryable || error.status === 401) return false;
    change(key, { refused: Object.values(error.fields)[0] ?? error.message });
    return true;
  }
}

async function sendAll(): Promise<void> {
  // Another tab may have sent some meanwhile.
  store.readAgain();
  for (const item of mine(store.get())) {
    if (item.refused !== null) continue;
    if (!(await sendOne(item))) break;
  }
  if (mine(store.get()).some(({ refused }) => refused === null)) tryLater();
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

/** Whether a failed attempt is one that the outbox takes over. */
export const isForLater = (error: unknown): boolean =>
  error instanceof ApiError && error.code === 'NETWORK.UNREACHABLE';
