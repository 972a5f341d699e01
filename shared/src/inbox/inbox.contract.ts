import type { ItemKind } from '../machine/machine.js';

/** One piece of work in somebody's inbox (待办), GET /inbox. */
export interface TodoView {
  id: string;
  kind: ItemKind;
  itemId: string;
  /** What has to be done, e.g. 审核议题. */
  does: string;
  title: string;
  township: string;
  townshipName: string;
  /** ms since 1970 */
  dueAt: number;
  createdAt: number;
}

/** GET /inbox/count */
export interface InboxCount {
  total: number;
  overdue: number;
}
