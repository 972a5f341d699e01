import { lengthOf } from '../text/text.js';

/** One item of a session's programme (议程); a tree two levels deep at most. */
export interface ProgrammeItem {
  /** Given by whoever adds it, unique in the session; stays the same while the item is edited. */
  id: string;
  title: string;
  /** Planned length, in minutes. */
  minutes: number | null;
  items: ProgrammeItem[];
}

export const PROGRAMME_ID_PATTERN = /^[A-Za-z0-9-]{1,36}$/;

export const PROGRAMME_LIMITS = {
  itemsMax: 20,
  /** Of the second level, in one item. */
  partsMax: 10,
  titleMax: 60,
  minutesMin: 1,
  minutesMax: 720,
} as const;

/** The usual order of a session, offered when a session is made. */
export const DEFAULT_PROGRAMME = [
  '签到',
  '情况说明',
  '各方发言',
  '部门回应',
  '讨论协商',
  '归纳共识',
  '记录保留意见',
  '确认任务',
] as const;

/** Titles as a programme without lengths; `idOf` gives each its id. */
export function programmeOf(titles: readonly string[], idOf: (index: number) => string): ProgrammeItem[] {
  return titles.map((title, index) => ({ id: idOf(index), title, minutes: null, items: [] }));
}

/** An item with its number, as it stands in a programme: 一、 on the first level, （一） on the second. */
export interface ProgrammeRow {
  item: ProgrammeItem;
  number: string;
  level: 1 | 2;
}

/** Every item in its order, the parts of one after it. */
export function programmeRows(programme: readonly ProgrammeItem[]): ProgrammeRow[] {
  return programme.flatMap((item, index): ProgrammeRow[] => [
    { item, number: `${chineseNumber(index + 1)}、`, level: 1 },
    ...item.items.map((part, i): ProgrammeRow => ({ item: part, number: `（${chineseNumber(i + 1)}）`, level: 2 })),
  ]);
}

/** The numbered titles, one a line: 一、签到. */
export function programmeTitles(programme: readonly ProgrammeItem[]): string[] {
  return programmeRows(programme).map(({ item, number }) => `${number}${item.title}`);
}

/** The item with an id, on either level; undefined when there is none. */
export function programmeItem(programme: readonly ProgrammeItem[], id: string): ProgrammeItem | undefined {
  return programmeRows(programme).find(({ item }) => item.id === id)?.item;
}

/**
 * What is planned in minutes; an item's own length counts before that of its parts.
 * Zero where nothing has a length yet.
 */
export function plannedMinutes(programme: readonly ProgrammeItem[]): number {
  return programme.reduce((sum, { minutes, items }) => sum + (minutes ?? plannedMinutes(items)), 0);
}

/** What keeps a programme from being taken as it is; null when nothing does. */
export function programmeProblem(programme: readonly ProgrammeItem[]): string | null {
  const rows = programmeRows(programme);
  if (rows.length === 0) return '至少写一项议程';
  if (rows.some(({ item }) => item.title.trim() === '')) return '请写明每一项议程';
  if (rows.some(({ item }) => lengthOf(item.title) > PROGRAMME_LIMITS.titleMax)) {
    return `每项最多 ${PROGRAMME_LIMITS.titleMax} 字`;
  }
  if (new Set(rows.map(({ item }) => item.id)).size < rows.length) return '议程有重复，请重新填写';
  return null;
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 1 to 99 as written in Chinese. */
export function chineseNumber(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return `${head}${DIGITS[ones]}`;
}
