/**
 * The subscription messages (订阅消息) that the product sends, and the facts that each needs. Which template of a
 * county's mini-program stands behind each, and which field takes which fact, is configured (WX_TEMPLATES).
 */
export const TEMPLATE_FACTS = {
  /** 事项进展通知 */
  progress: ['item', 'status', 'time', 'note'],
  /** 待办提醒 */
  todo: ['item', 'task', 'due', 'note'],
  /** 会议通知 */
  meeting: ['item', 'time', 'place', 'note'],
  /** 评议邀请 */
  evaluate: ['item', 'due', 'note'],
} as const;

export type TemplateKey = keyof typeof TEMPLATE_FACTS;
export const TEMPLATE_KEYS = Object.keys(TEMPLATE_FACTS) as TemplateKey[];
export type TemplateFact = (typeof TEMPLATE_FACTS)[TemplateKey][number];

/** What is said of each in the settings. */
export const TEMPLATE_LABELS: Readonly<Record<TemplateKey, { name: string; about: string }>> = {
  progress: { name: '进展通知', about: '您提出、附议的议题有了进展' },
  todo: { name: '待办提醒', about: '有事等您办理，或快要到期' },
  meeting: { name: '会议通知', about: '协商会议的时间、地点，改期或取消' },
  evaluate: { name: '评议邀请', about: '请您评一评事情办得怎么样' },
};

/** When somebody is asked whether they want to be told: at the tap that makes it matter to them. */
export const SUBSCRIBE_MOMENTS = {
  raise: ['progress', 'todo', 'evaluate'],
  cosign: ['progress', 'evaluate'],
  sign_up: ['meeting', 'progress', 'evaluate'],
  inbox: ['todo', 'meeting'],
} as const satisfies Record<string, readonly TemplateKey[]>;
export type SubscribeMoment = keyof typeof SUBSCRIBE_MOMENTS;

/** WeChat asks for at most this many at once, by its older rules. */
export const SUBSCRIBE_AT_ONCE = 3;
/** More accepts than this are not counted: nobody taps so often. */
export const SUBSCRIBE_BALANCE_MAX = 100;

/** What WeChat answers for each template. */
export const SUBSCRIBE_RESULTS = ['accept', 'reject', 'ban', 'filter'] as const;
export type SubscribeResult = (typeof SUBSCRIBE_RESULTS)[number];
