/** Runs pieces of work, no more than `max` of them at once; the others wait their turn. */
export function atMost(max: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= max) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await work();
    } finally {
      // The place goes on to the next, or is free again.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
