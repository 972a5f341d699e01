import type { HomeView } from '@consult/shared';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Section } from '@/components/Section';
import { StateBlock } from '@/components/StateBlock';
import { InboxCard } from '@/features/home/InboxCard';
import { RaiseCard } from '@/features/home/RaiseCard';
import { StepFigures } from '@/features/home/StepFigures';
import { LedgerEntrance } from '@/features/ledger/LedgerEntrance';
import { LEDGER_PAGES } from '@/features/ledger/ledger.pages';
import { OutcomeRow } from '@/features/outcomes/OutcomeRow';
import { OUTCOME_PAGES } from '@/features/outcomes/outcome.pages';
import { SearchEntry } from '@/features/search/SearchEntry';
import { SessionRow } from '@/features/sessions/SessionRow';
import { SESSION_PAGES } from '@/features/sessions/session.pages';
import { TaskRow } from '@/features/tasks/TaskRow';
import { TASK_PAGES } from '@/features/tasks/task.pages';
import { TopicRow } from '@/features/topics/TopicRow';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { filterTopics } from '@/features/topics/topic-filter';
import { openPage } from '@/services/navigation';
import { useSession } from '@/services/session';
import './index.scss';

const open = (page: string, id: string) => () => void openPage(page, { id });

function openAllTopics(): void {
  filterTopics({ step: null, category: null });
  void openPage(TOPIC_PAGES.list);
}

/** A list of the first page: left out when it has nothing, so that only what there is is shown. */
function Part<T>(props: { title: string; page?: () => void; items: T[]; row(item: T): ReactNode }) {
  const { title, page, items, row } = props;
  if (items.length === 0) return null;
  return (
    <Section title={title} {...(page && { more: { label: '全部', onTap: page } })}>
      {items.map(row)}
    </Section>
  );
}

export function HomeContent({ home }: { home: HomeView }) {
  const { me, isStaff } = useSession();
  const now = Date.now();
  const quiet = home.topics.length === 0 && home.sessions.length === 0 && home.outcomes.length === 0;
  return (
    <View className="home__columns">
      <View className="home__main">
        <SearchEntry />
        {me && <InboxCard key={me.id} whenAny={!isStaff} />}
        <RaiseCard />
        <StepFigures steps={home.steps} />
        <LedgerEntrance />
        {quiet && <StateBlock kind="empty" title={`${home.region.name}还没有公开的议题`} hint="第一件事，等您来提" />}
        <Part
          title="最新议题"
          page={openAllTopics}
          items={home.topics}
          row={(topic) => (
            <TopicRow key={topic.id} topic={topic} now={now} onTap={open(TOPIC_PAGES.detail, topic.id)} />
          )}
        />
      </View>
      <View className="home__side">
        <Part
          title="正在协商"
          page={() => void openPage(SESSION_PAGES.list)}
          items={home.sessions}
          row={(session) => (
            <SessionRow key={session.id} session={session} now={now} onTap={open(SESSION_PAGES.detail, session.id)} />
          )}
        />
        <Part
          title="超期未办"
          page={() => void openPage(LEDGER_PAGES.list, { light: 'overdue' })}
          items={home.overdueTasks}
          row={(task) => <TaskRow key={task.id} task={task} now={now} onTap={open(TASK_PAGES.detail, task.id)} />}
        />
        <Part
          title="最新成果"
          page={() => void openPage(OUTCOME_PAGES.list)}
          items={home.outcomes}
          row={(outcome) => (
            <OutcomeRow key={outcome.id} outcome={outcome} now={now} onTap={open(OUTCOME_PAGES.detail, outcome.id)} />
          )}
        />
      </View>
    </View>
  );
}
