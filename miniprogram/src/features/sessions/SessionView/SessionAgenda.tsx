import type { SessionDetail } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { Section } from '@/components/Section';
import { Tappable } from '@/components/Tappable';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { openPage } from '@/services/navigation';

/** What is deliberated, the questions to settle, and the programme. */
export function SessionAgenda({ session }: { session: SessionDetail }) {
  const { topics, questions, programme } = session;
  return (
    <>
      <Section title="协商议题">
        <Card>
          {topics.map(({ id, title }) => (
            <Tappable
              key={id}
              role="link"
              className="session-view__topic"
              label={`议题：${title}`}
              onTap={() => void openPage(TOPIC_PAGES.detail, { id })}
            >
              <Text className="session-view__words">{title}</Text>
              <Icon name="forward" scale={0.8} />
            </Tappable>
          ))}
        </Card>
      </Section>
      {questions.length > 0 && (
        <Section title="要商量的问题">
          <Card>
            <NumberedList items={questions} />
          </Card>
        </Section>
      )}
      {programme.length > 0 && (
        <Section title="议程">
          <Card>
            <NumberedList items={programme} />
          </Card>
        </Section>
      )}
    </>
  );
}

function NumberedList({ items }: { items: readonly string[] }) {
  return (
    <View className="session-view__list">
      {items.map((item, index) => (
        <View key={item} className="session-view__item">
          <Text className="session-view__ordinal">{index + 1}</Text>
          <Text className="session-view__words">{item}</Text>
        </View>
      ))}
    </View>
  );
}
