type Timer = ReturnType<typeof setTimeout>;

/** setTimeout and setInterval of one running app; `stop` ends them all, as when the app is killed. */
export function createTimers() {
  const running = new Set<Timer>();
  let stopped = false;
  const keep = (timer: Timer): Timer => {
    running.add(timer);
    if (stopped) clearTimeout(timer);
    return timer;
  };
  const clear = (timer?: Timer): void => {
    if (timer === undefined) return;
    running.delete(timer);
    clearTimeout(timer);
  };
  return {
    setTimeout: (work: (...args: unknown[]) => void, ms?: number, ...args: unknown[]): Timer => {
      const timer: Timer = setTimeout(() => {
        running.delete(timer);
        work(...args);
      }, ms);
      return keep(timer);
    },
    setInterval: (work: (...args: unknown[]) => void, ms?: number, ...args: unknown[]): Timer =>
      keep(setInterval(work, ms, ...args)),
    clearTimeout: clear,
    clearInterval: clear,
    stop: (): void => {
      stopped = true;
      for (const timer of running) clearTimeout(timer);
      running.clear();
    },
  };
}

export type Timers = ReturnType<typeof createTimers>;
