import { People } from './people';

/** A county's whole history is told in half a minute, and on a busy machine in several. */
const HISTORY_LIMIT_MS = 300_000;

export type Story = ReturnType<typeof journey>;

/**
 * Tells a journey: `step` is `it`, for steps of which each goes on where the one before ended. After a failed
 * step the rest are not tried, and every step fails that made the app complain.
 * @param start ms since 1970
 * @param filled in a county with a history
 */
export function journey(start: number, filled = false) {
  let people: People | undefined;
  let broken: string | null = null;

  beforeAll(
    async () => {
      people = await People.in(start, filled);
    },
    filled ? HISTORY_LIMIT_MS : undefined,
  );
  afterAll(() => people?.stop());

  const there = (): People => {
    if (people === undefined) throw new Error('The town did not come up.');
    return people;
  };

  return {
    /** Who takes part; there once the steps run. */
    people: there,
    step(sentence: string, act: (people: People) => Promise<void>): void {
      it(sentence, async () => {
        if (broken !== null) throw notTried(broken);
        try {
          await act(there());
          expect(there().complaints.take()).toEqual([]);
        } catch (error) {
          broken = sentence;
          // Jest prints the stack; a message added to later is not in it.
          if (error instanceof Error) error.stack += `\n\n${await people?.describe()}`;
          throw error;
        }
      });
    },
  };
}

function notTried(broken: string): Error {
  const error = new Error(`Not tried, since this failed: ${broken}`);
  // Where it was thrown tells nothing.
  error.stack = error.message;
  return error;
}
