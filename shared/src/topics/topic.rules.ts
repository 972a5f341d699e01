import type { Role } from '../auth/roles.js';
import { isShown } from '../moderation/content.rules.js';
import type { ContentState } from '../moderation/content.states.js';
import type { TopicState } from './topic.states.js';

/** Where topics come from (来源); every topic has one. */
export const TOPIC_SOURCES = ['leader', 'department', 'member', 'resident'] as const;
export type TopicSource = (typeof TOPIC_SOURCES)[number];
export const TOPIC_SOURCE_LABELS: Readonly<Record<TopicSource, string>> = {
  leader: '党政主要领导点题',
  department: '职能部门选题',
  member: '委员征题',
  resident: '群众征题',
};

export const TOPIC_CATEGORIES = [
  '交通出行',
  '人居环境',
  '住房保障',
  '公共安全',
  '养老助老',
  '农业水利',
  '农业生产',
  '农村道路',
  '医疗卫生',
  '市容秩序',
  '教育托幼',
  '文化旅游',
  '物业管理',
  '生态环境',
  '老旧小区',
  '营商就业',
  '邻里关系',
  '集体经济',
] as const;
export type TopicCategory = (typeof TOPIC_CATEGORIES)[number];

/** Where a topic that is not for deliberation goes instead. */
export const REDIRECTS = ['hotline', 'mediation', 'village_procedure', 'police', 'court', 'other'] as const;
export type Redirect = (typeof REDIRECTS)[number];
export const REDIRECT_LABELS: Readonly<Record<Redirect, string>> = {
  hotline: '12345 政务服务热线',
  mediation: '社区（村）人民调解',
  village_procedure: '村级“四议两公开”',
  police: '公安派出所',
  court: '司法途径',
  other: '其他途径',
};

const NEVER_PUBLIC: ReadonlySet<TopicState> = new Set(['draft', 'submitted', 'returned', 'declined']);

/**
 * Whether anyone may see a topic. It becomes public when it is accepted and stays so, also when it is
 * later suspended or withdrawn; a sensitive one is internal only, and so is one whose content has not passed.
 * @param acceptedAt when it was first accepted, null if never
 */
export function isTopicPublic(topic: {
  state: TopicState;
  acceptedAt: number | null;
  sensitive: boolean;
  content: ContentState;
}): boolean {
  return isShown(topic.content) && !topic.sensitive && topic.acceptedAt !== null && !NEVER_PUBLIC.has(topic.state);
}

/** Whether a topic in this state is seen by its raiser and staff alone, whatever else it is. */
export const isUnseenTopic = (state: TopicState): boolean => NEVER_PUBLIC.has(state);

/** Whether a topic is its raiser's alone: a draft, also one that they gave up, was never shown to anybody. */
export function isPrivateDraft(topic: { state: TopicState; heldFrom: TopicState | null }): boolean {
  return topic.state === 'draft' || (topic.state === 'withdrawn' && topic.heldFrom === 'draft');
}

/** Whether its raiser may change a topic: before it is sent in, when it came back, or when its text did not pass. */
export function isTopicEditable({ state, content }: { state: TopicState; content: ContentState }): boolean {
  return state === 'draft' || state === 'returned' || (state === 'submitted' && content === 'refused');
}

/** The name under which a topic is shown to the public. */
export function publicRaiserName(topic: { anonymous: boolean; source: TopicSource; raiserName: string }): string {
  if (!topic.anonymous) return topic.raiserName;
  return topic.source === 'resident' ? '匿名居民' : '匿名';
}

/** Roles that read a township's topics whatever their state, and their raisers' names. */
export const TOPIC_READERS: readonly Role[] = ['convener', 'party_committee', 'county_office'];

/** The source that follows from who raises a topic. */
export function sourceOf(role: Role): TopicSource {
  if (role === 'member') return 'member';
  if (role === 'department') return 'department';
  return role === 'party_committee' || role === 'county_office' ? 'leader' : 'resident';
}

/** How many topics one person may raise in a day. */
export const TOPICS_PER_DAY = 20;

/** What the convener's inbox says of a topic whose session left nothing to be done (未达成共识). */
export const NEXT_STEP = '确定下一步';

/** What the inbox of its convener says of a topic that is to be deliberated and has no session. */
export const CALL_SESSION = '召集协商';
