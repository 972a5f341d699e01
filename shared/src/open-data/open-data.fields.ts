import { CAPACITIES, capacityLabel } from '../auth/roles.js';
import { ITEM_KIND_LABELS, type Machine } from '../machine/machine.js';
import { CONCLUSION_LABELS } from '../minutes/minutes.rules.js';
import { outcomeMachine } from '../outcomes/outcome.states.js';
import { SESSION_FORMAT_LABELS } from '../sessions/session.rules.js';
import { sessionMachine } from '../sessions/session.states.js';
import { TASK_LIGHT_LABELS } from '../tasks/task.lights.js';
import { REPLY_CLASS_LABELS } from '../tasks/task.rules.js';
import { taskMachine } from '../tasks/task.states.js';
import { TOPIC_FATE_LABELS } from '../topics/topic.fate.js';
import { isUnseenTopic, TOPIC_SOURCE_LABELS } from '../topics/topic.rules.js';
import { TOPIC_STATES, topicMachine } from '../topics/topic.states.js';

export const OPEN_DATASETS = ['topics', 'sessions', 'outcomes', 'promises', 'evaluations', 'events'] as const;
export type OpenDataset = (typeof OPEN_DATASETS)[number];

/** A date is YYYY-MM-DD in China; a region is its code; a list holds codes. */
export type OpenType = 'string' | 'integer' | 'boolean' | 'date' | 'region' | 'list';

export interface OpenField {
  readonly name: string;
  readonly title: string;
  readonly type: OpenType;
  readonly about: string;
  /** May be empty. */
  readonly nullable?: true;
  /** What its words mean; a column of their labels stands beside it. */
  readonly labels?: Readonly<Record<string, string>>;
}

interface OpenTable {
  readonly title: string;
  readonly about: string;
  /** What the year of a file is of. */
  readonly yearOf: string;
  readonly key: readonly string[];
  readonly fields: readonly OpenField[];
}

const labelsOf = <S extends string>(machine: Machine<S, string>, states = Object.keys(machine.states) as S[]) =>
  Object.fromEntries(states.map((state) => [state, machine.states[state].label]));

const township = { name: 'township', title: '乡镇街道', type: 'region', about: '乡镇（街道）区划代码' } as const;
const own = (what: string, more = '') =>
  ({ name: 'code', title: '编号', type: 'string', about: `${what}的固定编号，永不改变${more}` }) as const;
/** What an id tells that is a code too. */
const ULID = '；是一个 ULID，前 10 位是在系统里建立的时刻';
/** How many answered so; hidden where too few did. */
const rated = <const Name extends string>(name: Name, title: string, who: string) =>
  ({ name, title, type: 'integer', about: `${who}的人数，不公布的为空`, nullable: true }) as const;
const topics = { name: 'topics', title: '议题编号', type: 'list', about: '所议议题的编号，只列公开的' } as const;

/**
 * Every column that leaves the product, and no other does: what a row of a dataset may say is written here, and the
 * header of the CSV, both schemas, the documentation and what the server may answer are made from it.
 */
export const OPEN_TABLES = {
  topics: {
    title: '议题',
    about: '已受理并公开的协商议题。只有标题，没有正文、提出人和照片。',
    yearOf: '提出的年份',
    key: ['code'],
    fields: [
      own('议题'),
      { name: 'title', title: '标题', type: 'string', about: '公开展示的标题' },
      { name: 'category', title: '类别', type: 'string', about: '议题类别' },
      { name: 'source', title: '来源', type: 'string', about: '谁提出的一类', labels: TOPIC_SOURCE_LABELS },
      {
        name: 'state',
        title: '状态',
        type: 'string',
        about: '现在的状态',
        labels: labelsOf(
          topicMachine,
          TOPIC_STATES.filter((state) => !isUnseenTopic(state)),
        ),
      },
      township,
      { name: 'community', title: '村社区', type: 'region', about: '村（社区）区划代码' },
      { name: 'raised_on', title: '提出日期', type: 'date', about: '提出的日期' },
      { name: 'accepted_on', title: '受理日期', type: 'date', about: '第一次受理的日期', nullable: true },
      { name: 'moved_on', title: '最近变动日期', type: 'date', about: '最近一次变动的日期' },
      { name: 'cosigns', title: '附议人数', type: 'integer', about: '附议的人数，含并入议题的，每人只计一次' },
      { name: 'merged_into', title: '并入议题', type: 'string', about: '并入哪件公开议题的编号', nullable: true },
      {
        name: 'fate',
        title: '去向',
        type: 'string',
        about: '走到了哪一步，或者怎样结束的：每件只有一种，和数据看板的漏斗同一口径',
        labels: TOPIC_FATE_LABELS,
      },
    ],
  },
  sessions: {
    title: '协商活动',
    about: '已发布通知的协商活动。没有参会人姓名。',
    yearOf: '开始的年份',
    key: ['code'],
    fields: [
      own('协商活动', ULID),
      { name: 'title', title: '标题', type: 'string', about: '公开展示的标题' },
      { name: 'format', title: '形式', type: 'string', about: '协商形式', labels: SESSION_FORMAT_LABELS },
      { name: 'state', title: '状态', type: 'string', about: '现在的状态', labels: labelsOf(sessionMachine) },
      township,
      { name: 'starts_on', title: '开始日期', type: 'date', about: '开始的日期' },
      { name: 'seats', title: '席位数', type: 'integer', about: '一共多少席位' },
      { name: 'seated', title: '入席人数', type: 'integer', about: '有席位的人数' },
      topics,
    ],
  },
  outcomes: {
    title: '协商成果',
    about: '已发布的协商成果。没有批示和发言。',
    yearOf: '发布的年份',
    key: ['code'],
    fields: [
      own('协商成果', ULID),
      { name: 'title', title: '标题', type: 'string', about: '公开展示的标题' },
      { name: 'conclusion', title: '结论', type: 'string', about: '协商结论', labels: CONCLUSION_LABELS },
      { name: 'state', title: '状态', type: 'string', about: '现在的状态', labels: labelsOf(outcomeMachine) },
      township,
      { name: 'session', title: '协商活动编号', type: 'string', about: '出自哪次协商' },
      topics,
      { name: 'published_on', title: '发布日期', type: 'date', about: '发布的日期' },
      { name: 'consensus_points', title: '共识条数', type: 'integer', about: '写明几条共识' },
      { name: 'dissent_points', title: '保留意见条数', type: 'integer', about: '写明几条保留意见' },
      { name: 'suggestions', title: '建议条数', type: 'integer', about: '写明几条建议' },
    ],
  },
  promises: {
    title: '承诺',
    about: '交办给部门的承办事项：承诺什么、哪天办好、迟了几天、答复哪一类。',
    yearOf: '作出承诺的年份',
    key: ['code'],
    fields: [
      own('承诺'),
      { name: 'what', title: '承诺事项', type: 'string', about: '公开展示的承诺内容' },
      { name: 'category', title: '类别', type: 'string', about: '所议第一件议题的类别', nullable: true },
      { name: 'department', title: '牵头部门', type: 'string', about: '牵头部门的名称' },
      { name: 'state', title: '状态', type: 'string', about: '现在的状态', labels: labelsOf(taskMachine) },
      township,
      { name: 'outcome', title: '协商成果编号', type: 'string', about: '出自哪份成果' },
      topics,
      { name: 'promised_on', title: '承诺日期', type: 'date', about: '交办的日期' },
      { name: 'first_due_on', title: '最初承诺期限', type: 'date', about: '最初答应办好的日期，以后延期也不改' },
      { name: 'due_on', title: '现在的期限', type: 'date', about: '现在应当办好的日期' },
      { name: 'replied_on', title: '答复日期', type: 'date', about: '部门答复的日期', nullable: true },
      {
        name: 'reply_class',
        title: '答复类别',
        type: 'string',
        about: 'A、B、C、D 四类',
        nullable: true,
        labels: REPLY_CLASS_LABELS,
      },
      { name: 'light', title: '时限', type: 'string', about: '按现在的期限看', labels: TASK_LIGHT_LABELS },
      {
        name: 'late_days',
        title: '迟延天数',
        type: 'integer',
        about:
          '比现在的期限晚了几天，和承诺台账一样：算到最近一次答复那天，还在办理的算到今天；没有晚是 0。期限因延期、暂停或重新办理推后了几天，看最初承诺期限和现在的期限',
      },
      {
        name: 'progress',
        title: '进度',
        type: 'integer',
        about: '完成的百分比，0 到 100；没有报过进度就答复的，报过全部办好又要重新办理的，是空',
        nullable: true,
      },
      { name: 'funds_planned', title: '计划经费', type: 'integer', about: '计划经费，元', nullable: true },
      { name: 'funds_spent', title: '已用经费', type: 'integer', about: '已报的使用经费，元', nullable: true },
    ],
  },
  evaluations: {
    title: '评议',
    about: '已结束的评议，只有人数。少于规定人数（至少 5 人）的不公布人数。',
    yearOf: '作出承诺的年份',
    key: ['promise'],
    fields: [
      { name: 'promise', title: '承诺编号', type: 'string', about: '评议的是哪项承诺' },
      township,
      { name: 'ended_on', title: '结束日期', type: 'date', about: '评议结束的日期' },
      {
        name: 'reply_class',
        title: '答复类别',
        type: 'string',
        about: '评议的答复类别',
        nullable: true,
        labels: REPLY_CLASS_LABELS,
      },
      { name: 'shown', title: '是否公布', type: 'boolean', about: '人数够不够公布' },
      { name: 'answers', title: '评议人数', type: 'integer', about: '不公布的为空', nullable: true },
      rated('satisfied', '办理评价：满意', '对办理满意'),
      rated('fair', '办理评价：基本满意', '对办理基本满意'),
      rated('dissatisfied', '办理评价：不满意', '对办理不满意'),
      rated('process_satisfied', '程序评价：满意', '对怎样协商满意'),
      rated('process_fair', '程序评价：基本满意', '对怎样协商基本满意'),
      rated('process_dissatisfied', '程序评价：不满意', '对怎样协商不满意'),
      rated('result_satisfied', '成果评价：满意', '对商定的办法满意'),
      rated('result_fair', '成果评价：基本满意', '对商定的办法基本满意'),
      rated('result_dissatisfied', '成果评价：不满意', '对商定的办法不满意'),
    ],
  },
  events: {
    title: '办理过程',
    about: '议题、协商活动、成果和承诺的公开变动：哪一天、做了什么、哪一方做的。没有姓名和理由，日期只到天。',
    yearOf: '变动的年份',
    key: [],
    fields: [
      {
        name: 'kind',
        title: '事项种类',
        type: 'string',
        about: '哪一类事项',
        labels: {
          topic: ITEM_KIND_LABELS.topic,
          session: ITEM_KIND_LABELS.session,
          outcome: ITEM_KIND_LABELS.outcome,
          task: ITEM_KIND_LABELS.task,
        },
      },
      { name: 'item', title: '事项编号', type: 'string', about: '事项在其数据集里的编号' },
      { name: 'action', title: '变动', type: 'string', about: '变动的代号' },
      { name: 'action_name', title: '变动名称', type: 'string', about: '变动叫什么' },
      {
        name: 'by',
        title: '经办方',
        type: 'string',
        about: '以什么身份办理，不写是谁',
        labels: Object.fromEntries(CAPACITIES.map((capacity) => [capacity, capacityLabel(capacity)])),
      },
      township,
      { name: 'happened_on', title: '日期', type: 'date', about: '变动的日期' },
    ],
  },
} as const satisfies Record<OpenDataset, OpenTable>;

/** The same, for code that goes through all of them. */
export const OPEN_TABLE_LIST: Readonly<Record<OpenDataset, OpenTable>> = OPEN_TABLES;

export type OpenValue = string | number | boolean | null | readonly string[];

/** A row as the server fills it: every field of its dataset and nothing else. */
export type OpenRow<D extends OpenDataset> = {
  readonly [F in (typeof OPEN_TABLES)[D]['fields'][number] as F['name']]: F extends { nullable: true }
    ? ValueOf[F['type']] | null
    : ValueOf[F['type']];
};

interface ValueOf {
  string: string;
  integer: number;
  boolean: boolean;
  date: string;
  region: string;
  list: readonly string[];
}
