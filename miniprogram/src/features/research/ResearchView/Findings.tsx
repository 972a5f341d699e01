import { FINDING_LABELS, FINDINGS, type ResearchDetail } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { NumberedList } from '@/components/NumberedList';
import { Section } from '@/components/Section';
import { useMoves } from '@/hooks/useMoves';
import { openPage } from '@/services/navigation';
import { say } from '@/services/say';
import { carryQuestions } from '../research.api';
import { RESEARCH_PAGES } from '../research.pages';

interface Props {
  research: ResearchDetail;
  onChanged(): void;
}

/** What came of it: the summary and the questions for everyone, the whole report for those inside. */
export function Findings({ research, onChanged }: Props) {
  const { ask, sheet } = useMoves(onChanged);
  const { inside, summary, questions } = research;
  const written = inside ? FINDINGS.filter((finding) => inside.findings[finding] !== '') : [];
  const carry = async (session: { id: string; title: string; questions: string[] }) => {
    const carried = await ask({
      title: '带入协商',
      text: `“${session.title}”现在的 ${session.questions.length} 个问题会换成下面这 ${questions.length} 个。`,
      confirmLabel: '带入',
      onConfirm: async (_, key) => ({ sent: await carryQuestions(research.id, session.id, key) }),
    });
    if (carried) say('已带入，会议页面可以看到');
  };
  return (
    <>
      {summary !== '' && (
        <Section title="调研摘要">
          <Card>
            <Text className="research-view__words">{summary}</Text>
          </Card>
        </Section>
      )}
      {questions.length > 0 && (
        <Section title="要商量的问题">
          <Card>
            <NumberedList items={questions} />
            {inside?.carryTo.map((session) => (
              <View key={session.id} className="research-view__end">
                <Button
                  kind="secondary"
                  text={inside.carryTo.length > 1 ? `带入“${session.title}”` : '带入协商'}
                  onPress={() => carry(session)}
                />
              </View>
            ))}
          </Card>
        </Section>
      )}
      {inside && (written.length > 0 || inside.canWrite) && (
        <Section title="调研报告">
          <Card>
            {written.map((finding) => (
              <View key={finding} className="research-view__part">
                <Text className="research-view__label">{FINDING_LABELS[finding]}</Text>
                <Text className="research-view__words">{inside.findings[finding]}</Text>
              </View>
            ))}
            {inside.canWrite && (
              <Button
                kind="secondary"
                icon="edit"
                text={written.length > 0 ? '修改报告' : '写报告'}
                onPress={() => openPage(RESEARCH_PAGES.report, { id: research.id })}
              />
            )}
          </Card>
        </Section>
      )}
      {sheet}
    </>
  );
}
