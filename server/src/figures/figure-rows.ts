import { fatesOfGroup, momentsOf, placesOfFate, placesOfStanding, type TopicFate } from '@consult/shared';
import { SESSION_SHOWN_TO_ALL } from '../sessions/shown-to-all.js';
import { OWING, OWN_PROMISE } from '../tasks/task-summaries.js';
import { MILESTONE_SQL, SUBMITTED } from './figure-recount.sql.js';
import type { Scope } from './figure-scope.js';
import type { FigurePromisesQueryDto, FigureStaysQueryDto, FigureTopicsQueryDto } from './figures.dto.js';
import { IS_EVALUATED, RATERS } from './promise-facts.js';

/** A condition with its parameters; conditions are joined by AND. */
export interface Condition {
  readonly sql: string;
  readonly params: readonly unknown[];
}

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');

export function all(...conditions: readonly (Condition | string | undefined | false)[]): Condition {
  const given = conditions
    .filter((one): one is Condition | string => one !== undefined && one !== false)
    .map((one) => (typeof one === 'string' ? { sql: one, params: [] } : one));
  return { sql: given.map(({ sql }) => `(${sql})`).join(' AND '), params: given.flatMap(({ params }) => params) };
}

/** The rows of a table that lie in the region. */
export function within(alias: string, { region, cells }: Scope): Condition {
  if (region.level === 'township') return { sql: `${alias}.township = ?`, params: [region.code] };
  return cells.length === 1
    ? { sql: `${alias}.county = ?`, params: [cells[0]] }
    : { sql: `${alias}.county IN (${marks(cells)})`, params: cells };
}

/** Those whose moment lies in the period. */
export function during(column: string, period: string): Condition {
  const { from, to } = momentsOf(period);
  return { sql: `${column} >= ? AND ${column} < ?`, params: [from, to] };
}

/** The topics of which a number is made. */
export function topicsOf(scope: Scope, query: FigureTopicsQueryDto): Condition {
  const { fate, group, milestone, source, category } = query;
  return all(
    within('t', scope),
    during('t.submitted_at', scope.period),
    SUBMITTED,
    scope.reading !== 'all' && 't.is_public = 1',
    fate && ofFates([fate]),
    group && ofFates(fatesOfGroup(group)),
    milestone && MILESTONE_SQL[milestone],
    source && { sql: 't.source = ?', params: [source] },
    category && { sql: 't.category = ?', params: [category] },
  );
}

/** The stays of which a number is made. */
export function staysIn(
  scope: Scope,
  { state, longerThan }: Pick<FigureStaysQueryDto, 'state' | 'longerThan'>,
): Condition {
  return all(
    within('s', scope),
    { sql: 's.state = ?', params: [state] },
    during('s.left_at', scope.period),
    scope.reading !== 'all' && 's.listed = 1',
    longerThan !== undefined && { sql: 's.days > ?', params: [longerThan] },
  );
}

function ofFates(fates: readonly TopicFate[]): Condition {
  const each = fates.map((fate): Condition => {
    const { states, ending } = placesOfFate(fate);
    const sql = `t.state IN (${marks(states)})${ending === null ? '' : " AND COALESCE(t.ending, 'no_promise') = ?"}`;
    return { sql, params: [...states, ...(ending === null ? [] : [ending])] };
  });
  return { sql: each.map(({ sql }) => `(${sql})`).join(' OR '), params: each.flatMap(({ params }) => params) };
}

/** Everybody sees the promise. */
export const LISTED = 'k.listed = 1';

/** Past its date, and still owing. */
export const overdueAt = (now: number): Condition => ({
  sql: `k.due_at < ? AND k.state IN (${OWING})`,
  params: [now],
});

/** So many answered on how it was handled that it is shown, as nobody answers any more. */
export const evaluatedBy = (minimum: number): Condition => ({
  sql: `${RATERS} >= ? AND ${IS_EVALUATED}`,
  params: [minimum],
});

/** The promises of which a number is made; `light` is a condition without parameters. */
export function promisesOf(
  scope: Scope,
  { standing, replyClass, overdue, evaluated }: FigurePromisesQueryDto,
  { now, light, minimum }: { now: number; light: string | undefined; minimum: number },
): Condition {
  const places = standing && placesOfStanding(standing);
  const classes = places?.replyClasses?.filter((one) => one !== null);
  return all(
    within('k', scope),
    during('k.created_at', scope.period),
    OWN_PROMISE,
    scope.reading !== 'all' && LISTED,
    places && { sql: `k.state IN (${marks(places.states)})`, params: places.states },
    classes && {
      sql: `k.reply_class IN (${marks(classes)})${places?.replyClasses?.includes(null) ? ' OR k.reply_class IS NULL' : ''}`,
      params: classes,
    },
    places?.carriedOver !== undefined && `k.carried_over = ${places.carriedOver ? 1 : 0}`,
    replyClass && { sql: 'k.reply_class = ?', params: [replyClass] },
    overdue && overdueAt(now),
    light,
    evaluated && evaluatedBy(minimum),
  );
}

/** The sessions that were held. */
export function sessionsOf(scope: Scope): Condition {
  return all(
    within('s', scope),
    during('s.starts_at', scope.period),
    "s.state IN ('ended', 'recorded')",
    scope.reading !== 'all' && SESSION_SHOWN_TO_ALL,
  );
}
