import { PARTICIPANT_CATEGORY_LABELS, type ParticipantCategory } from '../sessions/session.rules.js';
import { lengthOf } from '../text/text.js';
import type { MapStatement, OpinionReport } from './opinion.contract.js';
import { GROUP_MIN, RING_LABELS } from './opinion.shown.js';

/** Categories of five people and more; the others are counted together. */
export function shownCategories(
  counts: ReadonlyMap<ParticipantCategory, number>,
): Pick<OpinionReport, 'categories' | 'others'> {
  const all = [...counts].map(([category, people]) => ({ category, people })).sort((a, b) => b.people - a.people);
  const categories = all.filter(({ people }) => people >= GROUP_MIN);
  const others = all.filter(({ people }) => people < GROUP_MIN).reduce((sum, { people }) => sum + people, 0);
  return { categories, others };
}

const LONGEST = 60;
const quoted = (text: string): string => {
  const plain = text.replace(/[。！？!?.]+$/u, '');
  return lengthOf(plain) > LONGEST ? `“${[...plain].slice(0, LONGEST).join('')}……”` : `“${plain}”`;
};

function counted({ all, side }: MapStatement): string {
  const [word, number] = side === 'agree' ? ['赞成', all.agree] : ['反对', all.disagree];
  return `${all.agree + all.disagree + all.pass} 人表态，${number} 人${word}`;
}

function byCategory({ categories, others }: Pick<OpinionReport, 'categories' | 'others'>): string[] {
  if (categories.length === 0) return [];
  const parts = categories.map(({ category, people }) => `${PARTICIPANT_CATEGORY_LABELS[category]} ${people} 人`);
  return [`按身份：${[...parts, ...(others > 0 ? [`其他 ${others} 人`] : [])].join('、')}。`];
}

/** The report in plain sentences: who took part, what unites, what divides, what is open. */
export function reportSummary(
  report: Pick<OpinionReport, 'people' | 'categories' | 'others' | 'votes' | 'statements' | 'groups' | 'smallGroups'> &
    Pick<OpinionReport, 'unites' | 'divides' | 'unsettled'>,
): string[] {
  const { people, votes, statements, groups, smallGroups, unites, divides, unsettled } = report;
  const lines = [`共 ${people} 人参加，对 ${statements.length} 条看法表态 ${votes} 次。`, ...byCategory(report)];
  const all = groups.length + smallGroups;
  if (all > 1) {
    const sizes = groups.map(({ name, size }) => `${name}组 ${size} 人`).join('、');
    lines.push(`按看法相近分成 ${all} 组${sizes && `：${sizes}`}${smallGroups > 0 ? '，人数太少的组不单列' : ''}。`);
  }
  for (const one of unites) {
    const label = one.ring === undefined ? '共识' : RING_LABELS[one.ring];
    const say = `${one.ring === 1 ? '都' : '多数'}${one.side === 'agree' ? '赞成' : '反对'}`;
    lines.push(`${label}：${say}${quoted(one.text)}（${counted(one)}）。`);
  }
  for (const one of divides) {
    const groupsSay = one.byGroup
      .filter((group) => group.agree + group.disagree + group.pass > 0)
      .map((group) => `${group.group}组 ${group.agree} 人赞成、${group.disagree} 人反对`)
      .join('；');
    lines.push(`分歧：${quoted(one.text)}（${groupsSay}）。`);
  }
  for (const one of unsettled) lines.push(`还拿不准：${quoted(one.text)}（${counted(one)}，${one.all.pass} 人略过）。`);
  if (unites.length === 0) lines.push('还没有各方都赞成的看法。');
  return lines;
}
