import { Page } from '@/components/Page';
import { SignedIn } from '@/features/identity/SignedIn';
import { TaskList } from '@/features/tasks/TaskList';
import { listMyTasks } from '@/features/tasks/task.api';
import { useSession } from '@/services/session';

/** What I see to as a leader. */
export default function SupervisedTasksPage() {
  const { me } = useSession();
  return (
    <Page title="我督办的" width="full">
      <SignedIn hint="登录后看请您督办的事项">
        <TaskList
          fetchPage={(after) => listMyTasks('supervisor', after)}
          deps={[me?.id]}
          empty={{ title: '没有请您督办的事项', hint: '县政协或乡镇党委明确您督办后，会出现在这里' }}
        />
      </SignedIn>
    </Page>
  );
}
