/**
 * Runs stages side by side in a number of lanes, each as soon as what it needs is done and enough lanes are free,
 * the first of the list first. A stage whose need failed is not run.
 * @template R
 * @param {{name: string, needs: string[], lanes: number}[]} stages every need of a stage is among them
 * @param {number} lanes how many single-lane stages may run at once
 * @param {(stage: object) => Promise<R>} runStage
 * @param {(result: R) => boolean} hasFailed
 * @param {(stage: object, failedNeed: string) => R} skipStage the result of a stage that is not run
 * @returns {Promise<Map<string, R>>} by name
 */
export async function schedule(stages, lanes, runStage, hasFailed, skipStage) {
  const results = new Map();
  const waiting = [...stages];
  const running = new Map();
  let free = lanes;
  // A stage made for more lanes than there are takes them all.
  const width = (stage) => Math.min(stage.lanes, lanes);
  const failedNeed = (stage) => stage.needs.find((need) => results.has(need) && hasFailed(results.get(need)));
  const isReady = (stage) => stage.needs.every((need) => results.has(need)) && width(stage) <= free;

  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.find((stage) => failedNeed(stage) !== undefined || isReady(stage));
    if (next === undefined) {
      await Promise.race(running.values());
      continue;
    }
    waiting.splice(waiting.indexOf(next), 1);
    const broken = failedNeed(next);
    if (broken !== undefined) {
      results.set(next.name, skipStage(next, broken));
      continue;
    }
    free -= width(next);
    const work = runStage(next).then((result) => {
      results.set(next.name, result);
      running.delete(next.name);
      free += width(next);
    });
    running.set(next.name, work);
  }
  return results;
}

/**
 * The stages with the given names (or a name's family: `typecheck` is `typecheck:shared` and the rest), with
 * everything that they need, in the order of the list. No names means all.
 * @returns {{chosen: object[], unknown: string[]}}
 */
export function choose(stages, names) {
  const matches = (name) => stages.filter((stage) => stage.name === name || stage.name.startsWith(`${name}:`));
  const unknown = names.filter((name) => matches(name).length === 0);
  const wanted = new Set();
  const want = (stage) => {
    if (wanted.has(stage.name)) return;
    wanted.add(stage.name);
    for (const need of stage.needs) want(stages.find((other) => other.name === need));
  };
  for (const stage of names.length === 0 ? stages : names.flatMap(matches)) want(stage);
  return { chosen: stages.filter((stage) => wanted.has(stage.name)), unknown };
}
