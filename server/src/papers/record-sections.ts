import {
  type AgreedTaskView,
  allHands,
  chineseNumber,
  fullDate,
  type HandShow,
  type HeldOpinion,
  type MinutesOpinion,
  NO_DISSENT_TEXT,
  ROOM_OVER_TEXT,
  type SpeechPoint,
  sayHandVotes,
  sayVotes,
  speechGroups,
  speechText,
} from '@consult/shared';
import type { FileChild } from 'docx';
import { body, heading, subheading, table } from './paragraphs.js';

/** A part of a paper with its title; one without content is left out, and does not take a number. */
export interface Part {
  readonly title: string;
  readonly content: readonly FileChild[];
}

/** 一、 二、 … over the parts that have something to say. */
export function numbered(parts: readonly Part[]): FileChild[] {
  return parts
    .filter(({ content }) => content.length > 0)
    .flatMap(({ title, content }, index) => [heading(`${chineseNumber(index + 1)}、${title}`), ...content]);
}

/** 1. 2. … one a paragraph. */
export function items(texts: readonly string[]): FileChild[] {
  return texts.flatMap((text, index) => body(texts.length === 1 ? text : `${index + 1}. ${text}`));
}

/** The lines of a programme one level lower, as they stand inside a part that has 一、 itself: 一、签到 is （一）签到, （一）点名 is 1. 点名. */
export function programmeInside(lines: readonly string[]): string[] {
  let [item, part] = [0, 0];
  return lines.map((line) => {
    const [, number, title = line] = /^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)(.*)$/.exec(line) ?? [];
    if (number === undefined) return line;
    if (number.endsWith('、')) {
      [item, part] = [item + 1, 0];
      return `（${chineseNumber(item)}）${title}`;
    }
    part += 1;
    return `${part}. ${title}`;
  });
}

/** Who said what, under the items of the programme at which they did. */
export function speeches(points: readonly SpeechPoint[], programme: readonly string[]): FileChild[] {
  return speechGroups(points, programme).flatMap(({ title, speeches }) => [
    ...(title === null ? [] : [subheading(title)]),
    ...speeches.flatMap(({ speech }) => body(speechText(speech))),
  ]);
}

export function handShows(shows: readonly HandShow[]): FileChild[] {
  return items(
    shows.map((show) => {
      const { question, options, roomOver } = show;
      const all = allHands(show);
      const counts = [
        ...options.map((option) => hands(option.label, option.votes, sayHandVotes(option))),
        hands('合计', all.all, sayVotes(all)),
      ];
      return `${question}：${counts.join('，')}。${roomOver ? `${ROOM_OVER_TEXT}。` : ''}`;
    }),
  );
}

const hands = (of: string, count: number, parts: string | null): string =>
  `${of} ${count} 人${parts === null ? '' : `（${parts}）`}`;

/** What rounds of opinions showed, each with its most shared and its most divided statements. */
export function opinions(rounds: readonly MinutesOpinion[]): FileChild[] {
  return rounds.flatMap((round, index) => [
    subheading(`（${chineseNumber(index + 1)}）${round.title}`),
    ...body(
      `${fullDate(round.opensAt)}至${fullDate(round.closesAt)}，${round.people} 人参与，表态 ${round.votes} 次。${round.summary.join('')}`,
    ),
    ...statements('各方普遍赞同的意见', round.unites),
    ...statements('分歧较大的意见', round.divides),
  ]);
}

function statements(label: string, held: readonly HeldOpinion[]): FileChild[] {
  if (held.length === 0) return [];
  return [
    ...body(`${label}：`),
    table(
      ['意见', '赞成', '反对', '略过'],
      held.map(({ text, agree, disagree, pass }) => [text, String(agree), String(disagree), String(pass)]),
      [64, 12, 12, 12],
    ),
  ];
}

/** Who does what by when, as a table. */
export function agreedTasks(tasks: readonly AgreedTaskView[]): FileChild[] {
  if (tasks.length === 0) return [];
  const rows = tasks.map(({ what, leadDepartment, coDepartments, dueAt, funds }, index) => [
    String(index + 1),
    what,
    leadDepartment,
    coDepartments.join('、') || '—',
    dueAt === 0 ? '—' : fullDate(dueAt),
    funds ?? '—',
  ]);
  return [table(['序号', '事项', '牵头单位', '协办单位', '完成时限', '资金来源'], rows, [8, 32, 16, 16, 16, 12])];
}

/** 未达成共识、保留意见: a part of its own in every paper, also where there is none. */
export function dissent(reserved: readonly string[], confirmedNone: boolean): FileChild[] {
  if (reserved.length > 0) return items(reserved);
  return body(confirmedNone ? `${NO_DISSENT_TEXT}。` : '未记录保留意见。');
}
