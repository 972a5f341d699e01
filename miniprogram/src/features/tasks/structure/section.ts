import type { TaskDetail } from '@consult/shared';

/** What each section of a promise's structure is given. */
export interface SectionProps {
  task: TaskDetail;
  /** Now, ms since 1970. */
  now: number;
  /** Reads the promise again. */
  onChanged(): unknown;
}

export interface SheetProps {
  task: TaskDetail;
  onDone(changed: boolean): void;
}
