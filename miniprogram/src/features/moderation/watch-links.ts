import type { Grant, ModerationCount } from '@consult/shared';
import type { IconName } from '@/components/Icon';
import { FEEDBACK_PAGES } from '@/features/feedback/feedback.pages';
import { MODERATION_PAGES } from './moderation.pages';
import { watchedRegion } from './watched-region';

interface WatchLink {
  label: string;
  /** Where there is little room. */
  short: string;
  icon: IconName;
  path: string;
  /** How much waits there; 0 as long as it is not known. */
  waiting: number;
}

/** Where those go who watch over content; nothing for others. */
export function watchLinks(grants: readonly Grant[], count: ModerationCount | null): WatchLink[] {
  if (watchedRegion(grants) === null) return [];
  const { checks, reports, feedback } = count ?? { checks: 0, reports: 0, feedback: 0 };
  return [
    { label: '内容审核', short: '内容审核', icon: 'search', path: MODERATION_PAGES.queue, waiting: checks },
    { label: '举报处理', short: '举报处理', icon: 'warning', path: MODERATION_PAGES.reports, waiting: reports },
    { label: '投诉建议办理', short: '投诉建议', icon: 'comment', path: FEEDBACK_PAGES.work, waiting: feedback },
  ];
}
