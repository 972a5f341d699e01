import type { ContentState } from './content.states.js';

/** What people write or photograph and others see: checked before it is shown. */
export const CHECKED_KINDS = [
  'topic',
  'photo',
  'objection',
  'rating',
  'visit',
  'look_back',
  'nickname',
  'opinion_statement',
] as const;
export type CheckedKind = (typeof CHECKED_KINDS)[number];

/** What an office publishes: its publishing is the review, and it can be taken down. */
export const OFFICE_KINDS = [
  'session',
  'minutes',
  'outcome',
  'task',
  'progress',
  'round',
  'research',
  'questionnaire',
  'case',
] as const;
export type OfficeKind = (typeof OFFICE_KINDS)[number];

export const CONTENT_KINDS = [...CHECKED_KINDS, ...OFFICE_KINDS] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];
export const CONTENT_KIND_LABELS: Readonly<Record<ContentKind, string>> = {
  topic: '议题',
  photo: '照片',
  objection: '纪要异议',
  rating: '评议意见',
  visit: '实地查看',
  look_back: '回头看意见',
  nickname: '称呼',
  opinion_statement: '网络议政的看法',
  session: '协商活动',
  minutes: '会议纪要',
  outcome: '协商成果',
  task: '承办事项',
  progress: '办理进展',
  round: '网络议政',
  research: '会前调研',
  questionnaire: '问卷',
  case: '典型案例',
};

/** What everyone sees and anyone may report (举报); conveners take it down. */
export const PUBLIC_KINDS = [
  'topic',
  'photo',
  'session',
  'minutes',
  'outcome',
  'task',
  'progress',
  'visit',
  'round',
  'opinion_statement',
  'research',
  'questionnaire',
  'case',
] as const;
export type PublicKind = (typeof PUBLIC_KINDS)[number];

/** Why a person has to look at something instead of the machine. */
export const REVIEW_CAUSES = [
  'doubtful',
  'wechat_off',
  'no_openid',
  'inactive',
  'quota',
  'outage',
  'unreadable',
  'late',
  'appeal',
] as const;
export type ReviewCause = (typeof REVIEW_CAUSES)[number];
export const REVIEW_CAUSE_LABELS: Readonly<Record<ReviewCause, string>> = {
  doubtful: '机器检查认为可能不妥',
  wechat_off: '没有开通机器检查',
  no_openid: '不是从微信提交，机器不能检查',
  inactive: '提交人离开小程序较久，机器不能检查',
  quota: '机器检查今天的次数已用完',
  outage: '机器检查没有回应',
  unreadable: '机器没能读取照片',
  late: '机器检查超时没有结果',
  appeal: '提交人申诉',
};

/** WeChat's labels of what is wrong, as its author reads them. */
const LABEL_WORDS: Readonly<Record<number, string>> = {
  10001: '可能是广告',
  20001: '可能涉及时政敏感内容',
  20002: '可能含有色情内容',
  20003: '可能含有辱骂他人的话',
  20006: '可能涉及违法犯罪',
  20008: '可能涉及欺诈',
  20012: '可能含有低俗内容',
  20013: '可能侵犯版权',
};

/** @param label of WeChat's check; null or 100 when there is none */
export function labelWords(label: number | null): string | null {
  if (label === null || label === 100) return null;
  return LABEL_WORDS[label] ?? '可能含有不适合公开的内容';
}

/** Whether others than its author and those who handle it may see something. */
export function isShown(state: ContentState): boolean {
  return state === 'passed';
}

/** Whether nobody has to look any more, as things are. */
export function isSettled(state: ContentState): boolean {
  return state !== 'pending' && state !== 'in_review';
}

/** What the inbox says of a page on which something waits for a person to read it. */
export const REVIEW_CONTENT = '审核待查内容';

/** How long a verdict on a photo may take before a person decides; WeChat promises 30 minutes. */
export const VERDICT_MINUTES = 40;

/** How long the words that were checked, and the machine's verdicts, are kept once decided; the law asks for six months. */
export const TRACE_DAYS = 184;

/**
 * Cuts text into parts that a check takes. Neighbours share `overlap` characters, so that no word is cut in two.
 * @param max the longest part, in characters
 */
export function overlappingParts(text: string, max: number, overlap: number): string[] {
  const chars = [...text];
  if (chars.length <= max) return [text];
  const parts: string[] = [];
  for (let from = 0; from + overlap < chars.length; from += max - overlap) {
    parts.push(chars.slice(from, from + max).join(''));
  }
  return parts;
}
