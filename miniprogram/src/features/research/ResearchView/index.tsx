import { RESEARCH_METHOD_LABELS, type ResearchDetail, sayDate, stateLabel } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { KeyValue } from '@/components/KeyValue';
import { LinkList } from '@/components/LinkList';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Section } from '@/components/Section';
import { ErrorBlock } from '@/components/StateBlock';
import { Tag } from '@/components/Tag';
import { Timeline } from '@/components/Timeline';
import { ShareButton } from '@/features/links/ShareButton';
import { PublicItemBar } from '@/features/moderation/PublicItemBar';
import { MoveButtons } from '@/features/moves/MoveButtons';
import { Waiting } from '@/features/moves/Waiting';
import { QuestionnaireRow } from '@/features/questionnaires/QuestionnaireRow';
import { QUESTIONNAIRE_PAGES } from '@/features/questionnaires/questionnaire.pages';
import { SESSION_PAGES } from '@/features/sessions/session.pages';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { useAsync } from '@/hooks/useAsync';
import { useShownAgain } from '@/hooks/useShownAgain';
import { openPage } from '@/services/navigation';
import { useSession } from '@/services/session';
import { getResearch } from '../research.api';
import { RESEARCH_PAGES } from '../research.pages';
import { researchTone } from '../research-tone';
import { Findings } from './Findings';
import { researchMoves } from './research-moves';
import { Visits } from './Visits';
import './index.scss';

interface Props {
  id: string;
  /** Called with each version read, as for a page's title. */
  onLoaded?(research: ResearchDetail): void;
  /** Called after a move, as for a list beside it. */
  onMoved?(): void;
}

/** Where a topic or a session stands: its page. */
const SUBJECT_PAGES = { topic: TOPIC_PAGES.detail, session: SESSION_PAGES.detail } as const;

/** One research: what it is on and who makes it, its visits, its questionnaires, and what came of it. */
export function ResearchView({ id, onLoaded, onMoved }: Props) {
  const { me } = useSession();
  const { data: research, error, reload } = useAsync(() => getResearch(id), [id, me?.id]);
  useShownAgain(reload);

  useEffect(() => {
    if (research) onLoaded?.(research);
  }, [research, onLoaded]);

  if (!research) return error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />;
  const now = Date.now();
  const { inside, subject, questionnaires } = research;
  const moved = async () => {
    await reload();
    onMoved?.();
  };
  return (
    <View className="research-view">
      <Card>
        <Tag text={stateLabel('research', research.state)} tone={researchTone(research.state)} />
        <Text
          className="research-view__title"
          {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '2' } : {})}
        >
          {research.title}
        </Text>
        <KeyValue
          rows={[
            { label: '地方', value: <Text>{research.townshipName}</Text> },
            {
              label: '方法',
              value: <Text>{research.methods.map((method) => RESEARCH_METHOD_LABELS[method]).join('、')}</Text>,
            },
            { label: '走访', value: research.visitCount > 0 && <Text>{research.visitCount} 次</Text> },
            { label: '负责人', value: inside && <Text>{inside.lead.name}</Text> },
            {
              label: '调研组',
              value: inside && inside.members.length > 0 && (
                <Text>{inside.members.map(({ name }) => name).join('、')}</Text>
              ),
            },
            { label: '报告时限', value: inside && <Text>{sayDate(inside.reportDueAt, now)}</Text> },
            { label: '公开日期', value: research.finishedAt && <Text>{sayDate(research.finishedAt, now)}</Text> },
          ]}
        />
        {research.state === 'finished' && (
          <ShareButton title={research.title} path={RESEARCH_PAGES.detail} query={{ id }} />
        )}
      </Card>
      {inside && (
        <Waiting kind="research" state={research.state} dueAt={research.dueAt} now={now}>
          {research.actions.length > 0 && (
            <MoveButtons of={`research:${research.id}`} moves={researchMoves(research)} onMoved={moved} />
          )}
          {inside.canEdit && (
            <Button kind="text" icon="edit" text="修改安排" onPress={() => openPage(RESEARCH_PAGES.edit, { id })} />
          )}
        </Waiting>
      )}
      {subject && (
        <Section title={subject.kind === 'topic' ? '为哪件议题' : '为哪场协商'}>
          <Card>
            <LinkList
              links={[
                {
                  key: subject.id,
                  label: subject.title,
                  onTap: () => void openPage(SUBJECT_PAGES[subject.kind], { id: subject.id }),
                },
              ]}
            />
          </Card>
        </Section>
      )}
      <Findings research={research} onChanged={moved} />
      {(questionnaires.length > 0 || inside?.canAsk) && (
        <Section title="问卷">
          {questionnaires.map((questionnaire) => (
            <QuestionnaireRow
              key={questionnaire.id}
              questionnaire={questionnaire}
              now={now}
              onTap={() => void openPage(QUESTIONNAIRE_PAGES.detail, { id: questionnaire.id })}
            />
          ))}
          {inside?.canAsk && (
            <Button
              kind="secondary"
              icon="plus"
              text="编一份问卷"
              onPress={() => openPage(QUESTIONNAIRE_PAGES.edit, { researchId: id })}
            />
          )}
        </Section>
      )}
      <Visits research={research} onChanged={moved} />
      {research.timeline.length > 0 && (
        <Section title="办理进程">
          <Card>
            <Timeline entries={[...research.timeline].reverse()} now={now} />
          </Card>
        </Section>
      )}
      <PublicItemBar kind="research" id={id} onMoved={moved} />
    </View>
  );
}
