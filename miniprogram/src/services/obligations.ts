import { ApiError } from './api-error';

/** The refusals of what is in order but whose person still owes something. */
export const OWED = ['CONSENT.REQUIRED', 'PHONE.REQUIRED'] as const;
export type Owed = (typeof OWED)[number];

/** Has the person make it good. @returns false when they would not */
type Remedy = () => Promise<boolean>;

let remedies: Readonly<Record<Owed, Remedy>> | null = null;
const asking = new Map<Owed, Promise<boolean>>();

/** Says how each is made good; once, at the app's start. */
export function remedyBy(all: Readonly<Record<Owed, Remedy>>): void {
  remedies = all;
}

/** What a refusal says is owed; null where it is about something else. */
export function owedOf(failure: unknown): Owed | null {
  if (!(failure instanceof ApiError)) return null;
  return OWED.find((owed) => owed === failure.code) ?? null;
}

/** Asks for it, once however many wait. @returns false when it still stands */
export function makeGood(owed: Owed): Promise<boolean> {
  const running = asking.get(owed);
  if (running) return running;
  const remedy = remedies?.[owed];
  if (!remedy) return Promise.resolve(false);
  const asked = remedy().finally(() => asking.delete(owed));
  asking.set(owed, asked);
  return asked;
}

/**
 * Sends something of a person who sees the page, and the same once more after each thing that they made good.
 * @throws what the last attempt threw
 */
export async function sendMakingGood<T>(send: () => Promise<T>): Promise<T> {
  const asked = new Set<Owed>();
  for (;;) {
    try {
      return await send();
    } catch (failure) {
      const owed = owedOf(failure);
      if (owed === null || asked.has(owed)) throw failure;
      asked.add(owed);
      if (!(await makeGood(owed))) throw failure;
    }
  }
}
