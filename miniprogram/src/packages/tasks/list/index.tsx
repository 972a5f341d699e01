import type { TaskQuery } from '@consult/shared';
import { useState } from 'react';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Page } from '@/components/Page';
import { ErrorBlock } from '@/components/StateBlock';
import { Tabs } from '@/components/Tabs';
import { useCurrentTownship } from '@/features/regions/current-township';
import { TaskList } from '@/features/tasks/TaskList';
import { listTasks } from '@/features/tasks/task.api';
import { TASK_PAGES } from '@/features/tasks/task.pages';
import { useShare } from '@/hooks/useShare';

const FILTERS = [
  { value: 'all', label: '全部' },
  { value: 'overdue', label: '超期未办' },
  { value: 'in_progress', label: '办理中' },
  { value: 'evaluating', label: '评议中' },
  { value: 'closed', label: '已办结' },
] as const;
type Filter = (typeof FILTERS)[number]['value'];

/** What the ledger is asked for under each heading. */
const QUERIES: Readonly<Record<Filter, Pick<TaskQuery, 'overdue' | 'state'>>> = {
  all: {},
  overdue: { overdue: true },
  in_progress: { state: 'in_progress' },
  evaluating: { state: 'evaluating' },
  closed: { state: 'closed' },
};

/** The public ledger of promises (承诺台账) of the township. */
export default function TaskLedgerPage() {
  const { data: township, error, reload } = useCurrentTownship();
  const [filter, setFilter] = useState<Filter>('all');
  useShare({ title: `${township?.name ?? ''}承诺台账`, path: TASK_PAGES.list });
  return (
    <Page title="承诺台账" width="full">
      {township && (
        <TaskList
          fetchPage={(after) =>
            listTasks({ region: township.code, ...QUERIES[filter], ...(after === null ? {} : { after }) })
          }
          deps={[township.code, filter]}
          empty={{ title: filter === 'overdue' ? '没有超期的事项' : '这里还没有事项' }}
          head={<Tabs tabs={FILTERS} value={filter} onChange={(chosen) => setFilter(chosen)} />}
        />
      )}
      {!township && (error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />)}
    </Page>
  );
}
