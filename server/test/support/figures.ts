import {
  type Count,
  type Figures,
  FUNNEL_GROUPS,
  funnelOf,
  MILESTONES,
  NONE,
  OPEN_LIGHTS,
  type Page,
  PROMISE_STANDINGS,
  REPLY_CLASSES,
  TOPIC_FATES,
  TOPIC_SOURCES,
} from '@consult/shared';
import type { Client } from './client.js';

/** A number of the dashboard and the list that it opens, with the query of that list. */
export interface Drill {
  readonly name: string;
  readonly count: Count;
  readonly list: 'topics' | 'stays' | 'promises' | 'sessions';
  readonly query: Readonly<Record<string, string>>;
}

/** Every number of the dashboard that can be tapped. */
export function drillsOf(figures: Figures): Drill[] {
  const { region, period } = figures;
  const at = { region, period };
  const { raised, groups } = funnelOf(figures.fates);
  const topics = (name: string, count: Count, query = {}): Drill => ({
    name,
    count,
    list: 'topics',
    query: { ...at, ...query },
  });
  const stays = (name: string, count: Count, query = {}): Drill => ({
    name,
    count,
    list: 'stays',
    query: { ...at, ...query },
  });
  const promises = (name: string, count: Count, query = {}): Drill => ({
    name,
    count,
    list: 'promises',
    query: { ...at, ...query },
  });
  return [
    topics('raised', raised),
    ...TOPIC_FATES.map((fate) => topics(`fate ${fate}`, figures.fates[fate], { fate })),
    ...FUNNEL_GROUPS.map((group) => topics(`group ${group}`, groups[group], { group })),
    ...MILESTONES.map((milestone) => topics(`milestone ${milestone}`, figures.milestones[milestone], { milestone })),
    ...TOPIC_SOURCES.map((source) => topics(`source ${source}`, figures.sources[source], { source })),
    ...figures.themes.flatMap(({ category, total, counts }) => [
      topics(`theme ${category}`, total, { category }),
      ...figures.columns.map((column, i) =>
        topics(`theme ${category} in ${column}`, counts[i] ?? NONE, { category, period: column }),
      ),
    ]),
    ...figures.stays.flatMap(({ state, p90, longer, n, rows }) => [
      stays(`stay ${state}`, { n, rows }, { state }),
      stays(`stay ${state} longer`, longer, { state, longerThan: String(p90) }),
    ]),
    promises('made', figures.promises.made),
    promises('overdue', figures.promises.overdue, { overdue: 'true' }),
    ...PROMISE_STANDINGS.map((standing) => promises(standing, figures.promises.standings[standing], { standing })),
    ...REPLY_CLASSES.map((replyClass) => promises(replyClass, figures.promises.classes[replyClass], { replyClass })),
    promises('evaluated', figures.evaluation.shown, { evaluated: 'true' }),
    ...figures.places.flatMap((place) =>
      OPEN_LIGHTS.map((light) =>
        promises(`${place.name} ${light}`, place.lights[light], { region: place.region, period: 'all', light }),
      ),
    ),
    { name: 'sessions held', count: figures.sessionsHeld, list: 'sessions', query: at },
  ];
}

/** Reads a list to its end, a few at a time, and gives the ids in their order. */
export async function idsOf(client: Client, path: string, query: Drill['query']): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const search = new URLSearchParams({ ...query, limit: '4', ...(after && { after }) });
    const page: Page<{ id: string }> = await client.ok(client.get<Page<{ id: string }>>(`${path}?${search}`));
    ids.push(...page.items.map(({ id }) => id));
    after = page.nextAfter;
  }
  return ids;
}
