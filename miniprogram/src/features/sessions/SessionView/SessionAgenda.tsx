import type { SessionDetail } from '@consult/shared';
import { Card } from '@/components/Card';
import { LinkList } from '@/components/LinkList';
import { NumberedList } from '@/components/NumberedList';
import { Section } from '@/components/Section';
import { Programme } from '@/features/sessions/Programme';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { openPage } from '@/services/navigation';

/** What is deliberated, the questions to settle, and the programme. */
export function SessionAgenda({ session }: { session: SessionDetail }) {
  const { topics, questions, programme } = session;
  return (
    <>
      <Section title="协商议题">
        <Card>
          <LinkList
            links={topics.map(({ id, title }) => ({
              key: id,
              label: title,
              onTap: () => void openPage(TOPIC_PAGES.detail, { id }),
            }))}
          />
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
            <Programme items={programme} />
          </Card>
        </Section>
      )}
    </>
  );
}
