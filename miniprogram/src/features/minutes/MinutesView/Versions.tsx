import { type MinutesDetail, sayDate, stateLabel } from '@consult/shared';
import { Card } from '@/components/Card';
import { LinkList } from '@/components/LinkList';
import { Section } from '@/components/Section';
import { openPage, replacePage } from '@/services/navigation';
import { MINUTES_PAGES } from '../minutes.pages';

/** Every version there is; nothing when there is only this one. */
export function Versions({ minutes, now }: { minutes: MinutesDetail; now: number }) {
  const others = minutes.versions.filter(({ id }) => id !== minutes.id);
  if (others.length === 0) return null;
  return (
    <Section title="其他版本">
      <Card>
        <LinkList
          links={others.flatMap(({ id, version, state, publishedAt }) => [
            {
              key: id,
              label: `第 ${version} 版，${publishedAt === null ? stateLabel('minutes', state) : `${sayDate(publishedAt, now)}发布`}`,
              onTap: () => void replacePage(MINUTES_PAGES.detail, { id }),
            },
            {
              key: `${id} compared`,
              label: `和第 ${version} 版比较`,
              onTap: () => void openPage(MINUTES_PAGES.compare, { id: minutes.id, with: id }),
            },
          ])}
        />
      </Card>
    </Section>
  );
}
