import { Page } from '@/components/Page';
import { SignedIn } from '@/features/identity/SignedIn';
import { TaskList } from '@/features/tasks/TaskList';
import { listMyTasks } from '@/features/tasks/task.api';
import { useSession } from '@/services/session';

/** What my department has promised. */
export default function DepartmentTasksPage() {
  const { me } = useSession();
  return (
    <Page title="本部门承办事项" width="full">
      <SignedIn hint="承办部门登录后看交办的事项">
        <TaskList
          fetchPage={(after) => listMyTasks('lead', after)}
          deps={[me?.id]}
          empty={{ title: '没有要办的事项', hint: '交办给本部门的事项会出现在这里' }}
        />
      </SignedIn>
    </Page>
  );
}
