import { sayMoment, type TaskDetail } from '@consult/shared';
import { type Part, photoParts } from '@/features/moderation/PublicItemBar/Parts';

/** What of a promise can be taken down by itself: each report of progress, each visit, and each photo. @param now ms since 1970 */
export function taskParts({ reply, reports, visits }: TaskDetail, now: number): Part[] {
  return [
    ...photoParts(reply?.photos ?? [], '答复的'),
    ...reports.flatMap(({ id, text, at, photos, content = 'passed' }): Part[] => {
      const when = sayMoment(at, now);
      return [
        { kind: 'progress', id, label: `${when}的进展：${text}`, state: content },
        ...photoParts(photos, `${when}的进展的`),
      ];
    }),
    ...visits.flatMap(({ id, text, at, photos, content = 'passed' }): Part[] => {
      const when = sayMoment(at, now);
      return [
        ...(text === null ? [] : [{ kind: 'visit' as const, id, label: `${when}的查看：${text}`, state: content }]),
        ...photoParts(photos, `${when}的查看的`),
      ];
    }),
  ];
}
