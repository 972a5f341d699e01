import { Page } from '@/components/Page';
import { SignedIn } from '@/features/identity/SignedIn';
import { TaskList } from '@/features/tasks/TaskList';
import { listMyTasks } from '@/features/tasks/task.api';
import { useSession } from '@/services/session';

/** What I can rate now. */
export default function TasksToRatePage() {
  const { me } = useSession();
  return (
    <Page title="我要评议" width="full">
      <SignedIn hint="登录后看您可以评议的事项">
        <TaskList
          fetchPage={(after) => listMyTasks('rater', after)}
          deps={[me?.id]}
          empty={{ title: '现在没有要评议的事项', hint: '您提出、附议或参加协商的事办完后，可以在这里评议' }}
        />
      </SignedIn>
    </Page>
  );
}
