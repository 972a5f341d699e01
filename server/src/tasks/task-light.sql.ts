import { LIGHT_STATES, type LightRules, type TaskLight, type TaskState } from '@consult/shared';

/** The rules of each county that a statement may meet, all at one moment; see CountyLights. */
export type CountyLightRules = ReadonlyMap<string, LightRules>;

/**
 * The condition of one light, the same as `taskLight` of shared. It holds no parameters, and begins with the state, so
 * that an index on region, state and date is used.
 * @param alias of `tasks` in the statement
 * @param now ms since 1970
 */
export function lightIs(alias: string, light: TaskLight, now: number, rules: CountyLightRules): string {
  const isOneOf = `${alias}.state IN (${words(LIGHT_STATES[light])})`;
  const past = `${alias}.due_at < ${whole(now)}`;
  const silent = `${alias}.last_word_at < ${byCounty(alias, rules, (of) => of.stalledBefore)}`;
  const soon = `${alias}.due_at <= ${byCounty(alias, rules, (of) => of.dueSoonUntil)}`;
  switch (light) {
    case 'paused':
    case 'done':
      return isOneOf;
    case 'overdue':
      return `${isOneOf} AND ${past}`;
    case 'stalled':
      return `${isOneOf} AND NOT ${past} AND ${silent}`;
    case 'due_soon':
      return `${isOneOf} AND NOT ${past} AND NOT ${silent} AND ${soon}`;
    case 'on_time':
      return `${isOneOf} AND NOT ${past} AND NOT ${silent} AND NOT ${soon}`;
  }
}

/** The light of each row as an expression, to be grouped by: it reads state, due_at and last_word_at alone. */
export function lightOf(alias: string, now: number, rules: CountyLightRules): string {
  const cases: readonly TaskLight[] = ['paused', 'done', 'overdue', 'stalled', 'due_soon'];
  const whens = cases.map((light) => `WHEN ${lightIs(alias, light, now, rules)} THEN '${light}'`);
  return `CASE ${whens.join(' ')} ELSE 'on_time' END`;
}

const words = (states: readonly TaskState[]) => states.map((state) => `'${state}'`).join(', ');

/** A moment that hangs on the county, as a literal where there is one county alone. */
function byCounty(alias: string, rules: CountyLightRules, moment: (of: LightRules) => number): string {
  const all = [...rules].map(([county, of]) => [county, whole(moment(of))] as const);
  const [first, ...others] = all;
  if (first === undefined) throw new Error('no county, no lights');
  if (others.every(([, at]) => at === first[1])) return first[1];
  const whens = all.map(([county, at]) => `WHEN '${code(county)}' THEN ${at}`);
  return `(CASE ${alias}.county ${whens.join(' ')} END)`;
}

/** What stands in the statement itself is checked to be no more than digits. */
function whole(at: number): string {
  if (!Number.isSafeInteger(at)) throw new Error(`${at} is no moment`);
  return String(at);
}

function code(county: string): string {
  if (!/^\d+$/.test(county)) throw new Error(`${county} is no county`);
  return county;
}
