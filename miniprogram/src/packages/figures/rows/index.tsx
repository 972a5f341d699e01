import {
  type FigureStay,
  fullDate,
  type Page as Paged,
  type SessionSummary,
  type TaskSummary,
  type TopicSummary,
} from '@consult/shared';
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { ListView } from '@/components/ListView';
import { Page } from '@/components/Page';
import type { RowsQuery } from '@/features/figures/drill';
import {
  listFigurePromises,
  listFigureSessions,
  listFigureStays,
  listFigureTopics,
} from '@/features/figures/figures.api';
import { SessionRow } from '@/features/sessions/SessionRow';
import { SESSION_PAGES } from '@/features/sessions/session.pages';
import { TaskRow } from '@/features/tasks/TaskRow';
import { TASK_PAGES } from '@/features/tasks/task.pages';
import { TopicRow } from '@/features/topics/TopicRow';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { usePagedList } from '@/hooks/usePagedList';
import { openPage } from '@/services/navigation';
import './index.scss';

const FILTERS = [
  'region',
  'period',
  'fate',
  'group',
  'milestone',
  'source',
  'category',
  'state',
  'longerThan',
  'standing',
  'replyClass',
  'light',
  'overdue',
  'evaluated',
];

/** The rows of which a number of the dashboard is made; see RowsTarget for what it is opened with. */
export default function FigureRowsPage() {
  const { params } = useRouter();
  const { list = 'topics', title = '明细', n, rows, open } = params;
  const query: RowsQuery = Object.fromEntries(
    FILTERS.flatMap((name) => (params[name] === undefined ? [] : [[name, decodeURIComponent(params[name])]])),
  );
  const shown = decodeURIComponent(title);
  const isOpen = open === '1';
  const unit = list === 'stays' ? '件次' : '件';
  const hidden = Number(n ?? 0) - Number(rows ?? 0);
  return (
    <Page title={shown}>
      <Text className="figure-rows__count">
        {`共 ${rows ?? 0} ${unit}${hidden > 0 ? `；另有 ${hidden} ${unit}没有公开，只计数` : ''}${
          list === 'stays' ? (query.longerThan === undefined ? '。最近离开的在前' : '。时间最长的在前') : ''
        }`}
      </Text>
      {list === 'topics' && <TopicRows query={query} open={isOpen} />}
      {list === 'stays' && <StayRows query={query} open={isOpen} />}
      {list === 'promises' && <PromiseRows query={query} open={isOpen} />}
      {list === 'sessions' && <SessionRows query={query} open={isOpen} />}
    </Page>
  );
}

interface Props {
  query: RowsQuery;
  open: boolean;
}

const EMPTY = { title: '这里已经没有了', hint: '数字随时在变，请返回看板刷新' };

function TopicRows({ query, open }: Props) {
  return (
    <Rows<TopicSummary>
      load={(after) => listFigureTopics(query, open, after)}
      row={(topic, now) => (
        <TopicRow topic={topic} now={now} onTap={() => void openPage(TOPIC_PAGES.detail, { id: topic.id })} />
      )}
    />
  );
}

function StayRows({ query, open }: Props) {
  return (
    <Rows<FigureStay>
      load={(after) => listFigureStays(query, open, after)}
      row={({ topic, days, leftAt }, now) => (
        <TopicRow
          topic={topic}
          now={now}
          note={`停留 ${days} 天，${fullDate(leftAt)}离开`}
          onTap={() => void openPage(TOPIC_PAGES.detail, { id: topic.id })}
        />
      )}
    />
  );
}

function PromiseRows({ query, open }: Props) {
  return (
    <Rows<TaskSummary>
      load={(after) => listFigurePromises(query, open, after)}
      row={(task, now) => (
        <TaskRow task={task} now={now} onTap={() => void openPage(TASK_PAGES.detail, { id: task.id })} />
      )}
    />
  );
}

function SessionRows({ query, open }: Props) {
  return (
    <Rows<SessionSummary>
      load={(after) => listFigureSessions(query, open, after)}
      row={(session, now) => (
        <SessionRow session={session} now={now} onTap={() => void openPage(SESSION_PAGES.detail, { id: session.id })} />
      )}
    />
  );
}

interface RowsProps<T> {
  load(after: string | null): Promise<Paged<T>>;
  row(item: T, now: number): ReactNode;
}

function Rows<T extends { id: string }>({ load, row }: RowsProps<T>) {
  const list = usePagedList<T>(load, []);
  const now = Date.now();
  return <ListView list={list} keyOf={({ id }) => id} empty={EMPTY} renderItem={(item) => row(item, now)} />;
}
