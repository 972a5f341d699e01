import { stateLabel, type TopicDetail } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { FourSteps } from '@/components/FourSteps';
import { Section } from '@/components/Section';
import { OutcomeRow } from '@/features/outcomes/OutcomeRow';
import { OUTCOME_PAGES } from '@/features/outcomes/outcome.pages';
import { SessionRow } from '@/features/sessions/SessionRow';
import { SESSION_PAGES } from '@/features/sessions/session.pages';
import { TaskRow } from '@/features/tasks/TaskRow';
import { TASK_PAGES } from '@/features/tasks/task.pages';
import { openPage } from '@/services/navigation';
import { TOPIC_PAGES } from '../topic.pages';
import { progressOf } from '../topic-tone';

const open = (page: string, id: string) => () => void openPage(page, { id });

/** What a topic was joined with, and all that came of it: sessions, outcomes, promises. */
export function TopicLinks({ topic, now }: { topic: TopicDetail; now: number }) {
  const { mergedInto, mergedHere, sessions, outcomes, tasks } = topic;
  return (
    <>
      {mergedInto && (
        <Card label={`看看“${mergedInto.title}”`} onTap={open(TOPIC_PAGES.detail, mergedInto.id)}>
          <Text>
            已并入“{mergedInto.title}”，附议一起算。那一件现在的状态：{stateLabel('topic', mergedInto.state)}
            。点这里看办理情况。
          </Text>
          <View className="topic-view__main-steps">
            <FourSteps progress={progressOf(mergedInto)} />
          </View>
        </Card>
      )}
      {mergedHere.length > 0 && (
        <Section title="并入的议题">
          {mergedHere.map(({ id, title }) => (
            <Card key={id} label={title} onTap={open(TOPIC_PAGES.detail, id)}>
              <Text>{title}</Text>
            </Card>
          ))}
        </Section>
      )}
      {sessions.length > 0 && (
        <Section title="协商活动">
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} now={now} onTap={open(SESSION_PAGES.detail, session.id)} />
          ))}
        </Section>
      )}
      {outcomes.length > 0 && (
        <Section title="协商成果">
          {outcomes.map((outcome) => (
            <OutcomeRow key={outcome.id} outcome={outcome} now={now} onTap={open(OUTCOME_PAGES.detail, outcome.id)} />
          ))}
        </Section>
      )}
      {tasks.length > 0 && (
        <Section title="承办事项">
          {tasks.map((task) => (
            <TaskRow key={task.id} task={task} now={now} onTap={open(TASK_PAGES.detail, task.id)} />
          ))}
        </Section>
      )}
    </>
  );
}
