import { ITEM_KINDS, type ItemKind } from '../machine/machine.js';

/** What a message can open: an item, one's own reports, letters and topics, or one's account. */
export const MESSAGE_TARGETS = [...ITEM_KINDS, 'report', 'feedback', 'account', 'own_topics'] as const;
export type MessageTarget = (typeof MESSAGE_TARGETS)[number];

const OWN_PAGES: Readonly<Partial<Record<MessageTarget, string>>> = {
  report: 'packages/me/reports/index',
  feedback: 'packages/me/feedback/index',
  account: 'packages/me/account/index',
  own_topics: 'packages/topics/mine/index',
};

/** Kinds whose package is not called after several of them. */
const PACKAGES: Readonly<Partial<Record<MessageTarget, string>>> = { minutes: 'minutes', research: 'research' };

/** Where a message opens, without a leading slash; the to-do list where it is about no single thing. */
export function messagePage(target: { kind: MessageTarget; id: string } | null): string {
  if (target === null) return 'packages/work/inbox/index';
  const own = OWN_PAGES[target.kind];
  if (own !== undefined) return own;
  if (target.kind === 'round') return `packages/opinion/round/index?id=${target.id}`;
  const root = PACKAGES[target.kind] ?? `${target.kind}s`;
  return `packages/${root}/detail/index?id=${target.id}`;
}

/** Whether it opens an item, which can be shown beside the list. */
export function isItemTarget(target: { kind: MessageTarget; id: string }): target is { kind: ItemKind; id: string } {
  return (ITEM_KINDS as readonly string[]).includes(target.kind);
}
