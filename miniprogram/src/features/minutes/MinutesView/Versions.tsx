import { type MinutesDetail, sayDate, stateLabel } from '@consult/shared';
import { Card } from '@/components/Card';
import { LinkList } from '@/components/LinkList';
import { Section } from '@/components/Section';
import { replacePage } from '@/services/navigation';
import { MINUTES_PAGES } from '../minutes.pages';

/** Every version there is; nothing when there is only this one. */
export function Versions({ minutes, now }: { minutes: MinutesDetail; now: number }) {
  const others = minutes.versions.filter(({ id }) => id !== minutes.id);
  if (others.length === 0) return null;
  return (
    <Section title="其他版本">
      <Card>
        <LinkList
          links={others.map(({ id, version, state, publishedAt }) => ({
            key: id,
            label: `第 ${version} 版，${publishedAt === null ? stateLabel('minutes', state) : `${sayDate(publishedAt, now)}发布`}`,
            onTap: () => void replacePage(MINUTES_PAGES.detail, { id }),
          }))}
        />
      </Card>
    </Section>
  );
}
