import { WORKBENCH } from '@/services/navigation';

/** The pages of the workbench. */
export const WORK_PAGES = {
  inbox: WORKBENCH.path,
  /** Every topic of a region, state by state. */
  topics: '/packages/work/topics/index',
  /** 代录 */
  record: '/packages/work/record/index',
} as const;
