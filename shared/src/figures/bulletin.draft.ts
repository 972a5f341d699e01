import { stateLabel } from '../events/event.labels.js';
import { type EvaluationQuestion, sayShare } from '../tasks/evaluation.rules.js';
import { TASK_LIGHT_LABELS } from '../tasks/task.lights.js';
import { RATING_LABELS, RATINGS, REPLY_CLASS_LABELS, REPLY_CLASSES, satisfactionRate } from '../tasks/task.rules.js';
import type { TaskSummary } from '../tasks/task.summary.js';
import { chinaDate, daysBetween } from '../time/china-time.js';
import { fullDate } from '../time/say-time.js';
import { TOPIC_FATE_LABELS } from '../topics/topic.fate.js';
import { TOPIC_SOURCE_LABELS, TOPIC_SOURCES } from '../topics/topic.rules.js';
import { BULLETIN_LIMITS, type BulletinSection } from './bulletin.contract.js';
import { type Figures, OPEN_LIGHTS } from './figure.contract.js';
import { type Count, FUNNEL_GROUP_LABELS, FUNNEL_GROUPS, fatesOfGroup, funnelOf } from './figure.funnel.js';
import { MILESTONE_LABELS, MILESTONES } from './figure.milestones.js';
import { periodLabel } from './figure.period.js';
import { PROMISE_STANDING_LABELS, PROMISE_STANDINGS } from './figure.promises.js';
import { STAY_HEAD } from './figure.stays.js';

/** 关于2026年6月“有事好商量”工作情况的通报 */
export function bulletinTitle(countyName: string, month: string): string {
  return `关于${countyName}${periodLabel(month)}“有事好商量”工作情况的通报`;
}

/** The figures of a month and of its year so far, whose `rows` are what everyone may open, and the overdue promises among these. */
export interface BulletinFigures {
  month: Figures;
  year: Figures;
  overdue: readonly TaskSummary[];
}

/** What a bulletin says, in the order in which it says it. Places stand in the order of their codes. */
export function bulletinSections({ month, year, overdue }: BulletinFigures): BulletinSection[] {
  return [
    topics(month, year),
    fates(year),
    stays(year),
    promises(month, year),
    overdueList(year, overdue),
    places(year),
    opinions(year),
  ];
}

function topics(month: Figures, year: Figures): BulletinSection {
  const [now, soFar] = [funnelOf(month.fates).raised.n, funnelOf(year.fates).raised.n];
  const quota =
    year.quota === null
      ? []
      : [
          `党政主要领导点题全年应不少于 ${year.quota} 件，已有 ${year.sources.leader.n} 件${
            year.sources.leader.n >= year.quota ? '' : `，还差 ${year.quota - year.sources.leader.n} 件`
          }。`,
        ];
  const themes = [...month.themes]
    .filter(({ total }) => total.n > 0)
    .map(({ category, total }) => `${category} ${total.n} 件`);
  return {
    title: '议题征集',
    paragraphs: [
      `本月收到议题 ${now} 件，今年累计 ${soFar} 件。本月开展协商 ${month.sessionsHeld.n} 场，今年累计 ${year.sessionsHeld.n} 场。`,
      `本通报的累计数、去向和用时统计到${fullDate(year.at)}。`,
      ...quota,
      ...(themes.length > 0 ? [`本月议题的类别：${themes.join('，')}。`] : []),
    ],
    table: {
      head: ['来源', '本月（件）', '今年累计（件）'],
      rows: [
        ...TOPIC_SOURCES.map((source) => [
          TOPIC_SOURCE_LABELS[source],
          String(month.sources[source].n),
          String(year.sources[source].n),
        ]),
        ['合计', String(now), String(soFar)],
      ],
      widths: [50, 25, 25],
    },
  };
}

function fates(year: Figures): BulletinSection {
  const { raised, groups } = funnelOf(year.fates);
  const rows = FUNNEL_GROUPS.flatMap((group) => [
    [FUNNEL_GROUP_LABELS[group], String(groups[group].n)],
    ...(fatesOfGroup(group).length === 1
      ? []
      : fatesOfGroup(group)
          .filter((fate) => year.fates[fate].n > 0)
          .map((fate) => [`其中：${TOPIC_FATE_LABELS[fate]}`, String(year.fates[fate].n)])),
  ]);
  const reached = MILESTONES.map((milestone) => `${MILESTONE_LABELS[milestone]} ${year.milestones[milestone].n} 件`);
  return {
    title: '议题办到哪里',
    paragraphs: [`今年收到的 ${raised.n} 件议题中，${reached.join('，')}。目前的去向如下，各项相加等于收到的件数。`],
    table: { head: ['去向', '件数'], rows: [...rows, ['合计', String(raised.n)]], widths: [75, 25] },
  };
}

function stays({ stays: all }: Figures): BulletinSection {
  if (all.length === 0) return { title: '各环节用时', paragraphs: ['今年还没有议题离开任何环节。'], table: null };
  return {
    title: '各环节用时',
    paragraphs: ['按今年离开各环节的议题统计，单位为整天。'],
    table: {
      head: [...STAY_HEAD],
      rows: all.map(({ state, median, p90, n }) => [
        stateLabel('topic', state),
        String(median),
        String(p90),
        String(n),
      ]),
      widths: [34, 20, 30, 16],
    },
  };
}

function promises(month: Figures, year: Figures): BulletinSection {
  const count = (label: string, of: (figures: Figures) => number) => [label, String(of(month)), String(of(year))];
  return {
    title: '承诺办理',
    paragraphs: [
      `本月作出承诺 ${month.promises.made.n} 件，今年累计 ${year.promises.made.n} 件；今年作出的承诺已兑现 ${year.promises.standings.kept.n} 件。`,
    ],
    table: {
      head: ['承诺', '本月作出', '今年作出'],
      rows: [
        ...PROMISE_STANDINGS.map((standing) =>
          count(PROMISE_STANDING_LABELS[standing], ({ promises: { standings } }) => standings[standing].n),
        ),
        count('合计', ({ promises: { made } }) => made.n),
        ...REPLY_CLASSES.map((replyClass) =>
          count(`答复为 ${REPLY_CLASS_LABELS[replyClass]}`, ({ promises: { classes } }) => classes[replyClass].n),
        ),
      ],
      widths: [56, 22, 22],
    },
  };
}

function overdueList({ at, places }: Figures, overdue: readonly TaskSummary[]): BulletinSection {
  const title = '超期未办的承诺';
  const shown = overdue.slice(0, BULLETIN_LIMITS.overdueMax);
  const count = (of: keyof Count) => places.reduce((sum, { lights }) => sum + lights.overdue[of], 0);
  const [total, unlisted] = [count('n'), count('n') - count('rows')];
  const date = chinaDate(at);
  if (total === 0) return { title, paragraphs: [`截至 ${date}，没有超期未办的承诺。`], table: null };
  const owed = `截至 ${date}，有 ${total} 件承诺超过时限还没有答复`;
  if (shown.length === 0) return { title, paragraphs: [`${owed}，都不公开列出。`], table: null };
  const others = unlisted > 0 ? `，另有 ${unlisted} 件不公开列出` : '';
  const part = total > shown.length ? `下表列出 ${shown.length} 件${others}。` : '';
  return {
    title,
    paragraphs: [`${owed}。${part}按乡镇代码和时限排列。`],
    table: {
      head: ['序号', '事项', '乡镇（街道）', '牵头单位', '承诺时限', '超期'],
      rows: shown.map(({ what, townshipName, leadDepartment, dueAt }, i) => [
        String(i + 1),
        what,
        townshipName,
        leadDepartment,
        chinaDate(dueAt),
        `${daysBetween(dueAt, at)} 天`,
      ]),
      widths: [8, 36, 15, 15, 15, 11],
    },
  };
}

function places({ places: all, at }: Figures): BulletinSection {
  return {
    title: '各乡镇（街道）在办的承诺',
    paragraphs: [`截至 ${chinaDate(at)}，按行政区划代码排列，不排名次。`],
    table: {
      head: ['乡镇（街道）', ...OPEN_LIGHTS.map((light) => TASK_LIGHT_LABELS[light])],
      rows: all.map(({ name, lights }) => [name, ...OPEN_LIGHTS.map((light) => String(lights[light].n))]),
      widths: [25, 15, 15, 15, 15, 15],
    },
  };
}

function opinions({ evaluation }: Figures): BulletinSection {
  const { shown, answers, tooFew, minimum } = evaluation;
  const rate = satisfactionRate(answers.handling);
  const few = tooFew > 0 ? [`另有 ${tooFew} 件承诺的评价不足 ${minimum} 人，不计入。`] : [];
  if (rate === null)
    return { title: '群众评议', paragraphs: ['今年作出的承诺还没有可以公布的评议。', ...few], table: null };
  const counts = (question: EvaluationQuestion) =>
    RATINGS.map((rating) => `${RATING_LABELS[rating]} ${answers[question][rating]} 人次`).join('，');
  return {
    title: '群众评议',
    paragraphs: [
      `今年作出的承诺中，${shown.n} 件有评议结果。办理评价：${counts('handling')}，满意和基本满意占 ${sayShare(rate)}。`,
      `程序评价：${counts('process')}。成果评价：${counts('result')}。`,
      ...few,
    ],
    table: null,
  };
}
