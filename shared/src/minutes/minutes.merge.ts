import { TASK_LIMITS } from '../tasks/task.rules.js';
import { type ListMerge, mergeList } from '../text/merge-list.js';
import { mergeText } from '../text/merge-text.js';
import { lengthOf } from '../text/text.js';
import type { AgreedTask, MinutesContent, SpeechPoint } from './minutes.content.js';
import { MINUTES_LIMITS } from './minutes.rules.js';

const LINES: ListMerge<string> = {
  key: (line) => line,
  text: (line) => line,
  merge: (base, mine, theirs) => [mergeText(base, mine, theirs)],
};

const IDS: ListMerge<string> = { key: (id) => id };

const POINTS: ListMerge<SpeechPoint> = {
  key: ({ speaker, text, item = null, seconds = null }) => JSON.stringify([speaker, text, item, seconds]),
  text: ({ speaker, text }) => speaker + text,
  merge: (base, mine, theirs) => {
    const speaker = pick(base.speaker, mine.speaker, theirs.speaker, '');
    if (speaker === undefined) return [theirs, mine];
    // Where and how long it was said nobody writes; who is missing it has an app from before it was known.
    const { item = theirs.item, seconds = theirs.seconds } = mine;
    return [
      {
        speaker,
        text: mergeText(base.text, mine.text, theirs.text),
        ...(item !== undefined && { item }),
        ...(seconds !== undefined && { seconds }),
      },
    ];
  },
};

const TASKS: ListMerge<AgreedTask> = {
  key: ({ what, leadDepartmentId, coDepartmentIds, dueAt, funds }) =>
    JSON.stringify([what, leadDepartmentId, coDepartmentIds, dueAt, funds]),
  text: ({ what }) => what,
  merge: (base, mine, theirs) => {
    const leadDepartmentId = pick(base.leadDepartmentId, mine.leadDepartmentId, theirs.leadDepartmentId, '');
    const dueAt = pick(base.dueAt, mine.dueAt, theirs.dueAt, 0);
    const funds = pick(base.funds, mine.funds, theirs.funds, null);
    // Two departments, days or sources of money cannot both be right: both tasks stay, for people to choose.
    if (leadDepartmentId === undefined || dueAt === undefined || funds === undefined) return [theirs, mine];
    const coDepartmentIds = mergeList(base.coDepartmentIds, mine.coDepartmentIds, theirs.coDepartmentIds, IDS);
    return [{ what: mergeText(base.what, mine.what, theirs.what), leadDepartmentId, coDepartmentIds, dueAt, funds }];
  },
};

/**
 * Joins what two recorders made of the same minutes: server and phones join by this alone. What both changed stays twice;
 * nothing that either typed is left out.
 * @param base what both began with
 * @param mine what is being saved
 * @param theirs what was saved meanwhile
 */
export function mergeMinutes(base: MinutesContent, mine: MinutesContent, theirs: MinutesContent): MinutesContent {
  const dissent = mergeList(base.dissent, mine.dissent, theirs.dissent, LINES);
  return {
    situation: mergeText(base.situation, mine.situation, theirs.situation),
    points: mergeList(base.points, mine.points, theirs.points, POINTS),
    departmentAnswers: mergeList(base.departmentAnswers, mine.departmentAnswers, theirs.departmentAnswers, POINTS),
    consensus: mergeList(base.consensus, mine.consensus, theirs.consensus, LINES),
    dissent,
    noDissent: (mine.noDissent === base.noDissent ? theirs.noDissent : mine.noDissent) && dissent.length === 0,
    tasks: mergeList(base.tasks, mine.tasks, theirs.tasks, TASKS),
    photos: mergeList(base.photos, mine.photos, theirs.photos, IDS),
  };
}

/** What two texts surely have in common, where nobody knows any more what both began with: all else counts as written. */
export function commonMinutes(one: MinutesContent, other: MinutesContent): MinutesContent {
  const both = <T>(list: readonly T[], others: readonly T[], { key }: ListMerge<T>): T[] => {
    const keys = new Set(others.map(key));
    return list.filter((item) => keys.has(key(item)));
  };
  return {
    situation: one.situation === other.situation ? one.situation : '',
    points: both(one.points, other.points, POINTS),
    departmentAnswers: both(one.departmentAnswers, other.departmentAnswers, POINTS),
    consensus: both(one.consensus, other.consensus, LINES),
    dissent: both(one.dissent, other.dissent, LINES),
    noDissent: false,
    tasks: both(one.tasks, other.tasks, TASKS),
    photos: both(one.photos, other.photos, IDS),
  };
}

/** Whether both say the same. */
export function sameMinutes(one: MinutesContent, other: MinutesContent): boolean {
  return canon(one) === canon(other);
}

const canon = (content: MinutesContent): string =>
  JSON.stringify([
    content.situation,
    content.points.map(POINTS.key),
    content.departmentAnswers.map(POINTS.key),
    content.consensus,
    content.dissent,
    content.noDissent,
    content.tasks.map(TASKS.key),
    content.photos,
  ]);

/** What a field is called where it has grown too long, by its name as in a request. */
export const MINUTES_FIELD_LABELS = {
  situation: '情况说明',
  points: '发言要点',
  departmentAnswers: '部门回应',
  consensus: '达成的共识',
  dissent: '保留意见',
  tasks: '约定的任务',
  photos: '现场照片',
} as const satisfies Partial<Record<keyof MinutesContent, string>>;
export type MinutesField = keyof typeof MINUTES_FIELD_LABELS;

/** The fields that hold more than they may, as can happen where two texts were joined. */
export function overlongFields(content: MinutesContent): MinutesField[] {
  const L = MINUTES_LIMITS;
  const lines = (list: readonly string[]) =>
    list.length > L.itemsMax || list.some((line) => lengthOf(line) > L.itemMax);
  const points = (list: readonly SpeechPoint[]) =>
    lines(list.map(({ text }) => text)) || list.some(({ speaker }) => lengthOf(speaker) > L.speakerMax);
  const over: Record<MinutesField, boolean> = {
    situation: lengthOf(content.situation) > L.textMax,
    points: points(content.points),
    departmentAnswers: points(content.departmentAnswers),
    consensus: lines(content.consensus),
    dissent: lines(content.dissent),
    tasks:
      content.tasks.length > L.tasksMax ||
      content.tasks.some(
        ({ what, coDepartmentIds }) =>
          lengthOf(what) > TASK_LIMITS.whatMax || coDepartmentIds.length > L.coDepartmentsMax,
      ),
    photos: content.photos.length > L.photosMax,
  };
  return (Object.keys(MINUTES_FIELD_LABELS) as MinutesField[]).filter((field) => over[field]);
}

/** The value that one of two changed; undefined where both did, each to another. An empty one gives way. */
function pick<T>(base: T, mine: T, theirs: T, empty: T): T | undefined {
  if (mine === theirs || base === theirs) return mine;
  if (base === mine) return theirs;
  if (mine === empty) return theirs;
  return theirs === empty ? mine : undefined;
}
