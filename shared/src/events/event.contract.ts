import type { Capacity } from '../auth/roles.js';
import type { ItemKind } from '../machine/machine.js';

/** One dated entry of a timeline (办理进程). */
export interface TimelineEntry {
  id: string;
  kind: ItemKind;
  itemId: string;
  action: string;
  /** What happened, in words. */
  label: string;
  /** ms since 1970 */
  at: number;
  capacity: Capacity;
  /** The role or department that acted; a person's name only for those who may see it. */
  by: string;
  /** Null when there is none or this viewer may not see it. */
  reason: string | null;
}
