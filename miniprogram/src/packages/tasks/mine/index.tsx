import { useState } from 'react';
import { Page } from '@/components/Page';
import { Tabs } from '@/components/Tabs';
import { SignedIn } from '@/features/identity/SignedIn';
import { TaskList } from '@/features/tasks/TaskList';
import { listMyTasks } from '@/features/tasks/task.api';
import { useSession } from '@/services/session';

const TABS = [
  { value: 'lead', label: '牵头' },
  { value: 'co_lead', label: '协办' },
] as const;

/** What my department has promised, or takes part in keeping. */
export default function DepartmentTasksPage() {
  const { me } = useSession();
  const [as, setAs] = useState<'lead' | 'co_lead'>('lead');
  return (
    <Page title="本部门承办事项" width="full">
      <SignedIn hint="承办部门登录后看交办的事项">
        <TaskList
          fetchPage={(after) => listMyTasks(as, after)}
          deps={[me?.id, as]}
          head={<Tabs tabs={TABS} value={as} onChange={(chosen) => setAs(chosen)} />}
          empty={{ title: '没有要办的事项', hint: '交办给本部门的事项会出现在这里' }}
        />
      </SignedIn>
    </Page>
  );
}
