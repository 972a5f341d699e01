import type { OutcomeDetail } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { Section } from '@/components/Section';
import { MINUTES_PAGES } from '@/features/minutes/minutes.pages';
import { SESSION_PAGES } from '@/features/sessions/session.pages';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { openPage } from '@/services/navigation';

/** Where it came from: topics, the session, its minutes. */
export function OutcomeLinks({ outcome }: { outcome: OutcomeDetail }) {
  const { topics, sessionId, minutesId } = outcome;
  const links = [
    ...topics.map(({ id, title }) => ({ label: `议题：${title}`, page: TOPIC_PAGES.detail, id })),
    { label: '这次协商活动', page: SESSION_PAGES.detail, id: sessionId },
    { label: '会议纪要', page: MINUTES_PAGES.detail, id: minutesId },
  ];
  return (
    <Section title="从哪里来">
      {links.map(({ label, page, id }) => (
        <Card key={`${page}${id}`} label={label} onTap={() => void openPage(page, { id })}>
          <View className="outcome-view__link">
            <Text className="outcome-view__link-text">{label}</Text>
            <Icon name="forward" scale={0.8} />
          </View>
        </Card>
      ))}
    </Section>
  );
}
