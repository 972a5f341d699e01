import type { FeedbackAction } from '../../feedback/feedback.states.js';
import type { ContentKind } from '../../moderation/content.rules.js';
import type { ContentAction } from '../../moderation/content.states.js';
import type { ReportAction } from '../../moderation/report.states.js';
import type { Silent } from '../message.audience.js';
import { MESSAGE_LIMITS } from '../message.render.js';
import type { TemplateKey } from '../message.templates.js';
import { shortenTo } from '../shorten.js';

/** What the one person hears whom it concerns: the author, the reporter, the writer. */
export interface PersonalTelling {
  /** At most 20 characters. */
  readonly title: string;
  /** As the body of a Telling. */
  readonly body: string;
  readonly template: TemplateKey | null;
}

/** What a decision on content is when its author had appealed (申诉). */
export type AppealOutcome = 'appeal_granted' | 'appeal_rejected';

const REFUSED: PersonalTelling = {
  title: '内容没有通过审核',
  body: '{title}没有通过审核，大家暂时看不到。原因：{reason}。',
  template: 'progress',
};
/** Said in the timeline of the item, which its own people hear of. */
const WITH_THE_ITEM: Silent = { silent: '撤下和恢复随所在的事项告诉相关的人' };

export const CONTENT_TELLINGS: Readonly<Record<ContentAction | AppealOutcome, PersonalTelling | Silent>> = {
  pass: { silent: '通过就能展示，下一步由事项自己告诉' },
  question: { silent: '转人工后提出人不用做什么' },
  refuse: REFUSED,
  approve: { silent: '通过就能展示，下一步由事项自己告诉' },
  reject: REFUSED,
  override: {
    title: '内容改为审核通过',
    body: '{title}经人工复核，改为审核通过。说明：{reason}。',
    template: 'progress',
  },
  appeal: { silent: '申诉是提出人自己写的' },
  appeal_granted: {
    title: '您的申诉通过了',
    body: '您对{title}的申诉已经复核，改为审核通过。说明：{reason}。',
    template: 'progress',
  },
  appeal_rejected: {
    title: '您的申诉没有通过',
    body: '您对{title}的申诉已经复核，维持不予展示。理由：{reason}。',
    template: 'progress',
  },
  take_down: WITH_THE_ITEM,
  restore: WITH_THE_ITEM,
};

const reported = (outcome: string): PersonalTelling => ({
  title: '您的举报有了结果',
  body: `您举报的“{title}”${outcome}。答复：{reason}。`,
  template: 'progress',
});

export const REPORT_TELLINGS: Readonly<Record<ReportAction, PersonalTelling | Silent>> = {
  take_down: reported('经核实属实，已经撤下'),
  settle: reported('经核实属实，已经处理'),
  dismiss: reported('经核实不属实'),
};

export const FEEDBACK_TELLINGS: Readonly<Record<FeedbackAction, PersonalTelling | Silent>> = {
  take: { title: '投诉建议已开始办理', body: '您{time}写的投诉建议已有人办理，答复后再告诉您。', template: null },
  answer: { title: '投诉建议有了答复', body: '您{time}写的投诉建议有了答复：{reason}。', template: 'progress' },
};

/** Whether anybody may be told of a step; of an approval only who had appealed. */
export function mayBeTold(subject: 'content' | 'report' | 'feedback' | 'words', action: string): boolean {
  if (subject !== 'content') return subject !== 'words';
  return action === 'approve' || !('silent' in CONTENT_TELLINGS[action as ContentAction]);
}

const NAMES: Readonly<Partial<Record<ContentKind, (title: string) => string>>> = {
  photo: (title) => `“${title}”的照片`,
  objection: (title) => `您对“${title}”纪要的异议`,
  rating: (title) => `您对“${title}”的评议意见`,
  nickname: (title) => `称呼“${title}”`,
  opinion_statement: (title) => `您在“${title}”里写的看法`,
};

/** What was checked, as its author knows it. @param title of the item it belongs to, or of itself */
export function contentName(kind: ContentKind, title: string): string {
  const short = shortenTo(title, MESSAGE_LIMITS.itemMax - 12);
  return NAMES[kind]?.(short) ?? `“${short}”`;
}
