import { People } from './people';

export type Story = ReturnType<typeof journey>;

/**
 * Tells a journey: `step` is `it`, for steps of which each goes on where the one before ended. After a failed
 * step the rest are not tried, and every step fails that made the app complain.
 * @param start ms since 1970
 * @param filled in a county with a history
 */
export function journey(start: number, filled = false) {
  let people: People;
  let broken: string | null = null;

  beforeAll(async () => {
    people = await People.in(start, filled);
  });
  afterAll(() => people.stop());

  return {
    /** Who takes part; there once the steps run. */
    people: () => people,
    step(sentence: string, act: (people: People) => Promise<void>): void {
      it(sentence, async () => {
        if (broken !== null) throw notTried(broken);
        try {
          await act(people);
          expect(people.complaints.take()).toEqual([]);
        } catch (error) {
          broken = sentence;
          if (error instanceof Error) error.message += `\n\n${await people.describe()}`;
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
