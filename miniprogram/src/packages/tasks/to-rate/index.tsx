import { Page } from '@/components/Page';
import { SignedIn } from '@/features/identity/SignedIn';
import { TaskList } from '@/features/tasks/TaskList';
import { listMyTasks } from '@/features/tasks/task.api';
import { useSession } from '@/services/session';

/** What I can go and see, rate, or look back at now. */
export default function TasksToRatePage() {
  const { me } = useSession();
  return (
    <Page title="我要评议" width="full">
      <SignedIn hint="登录后看请您查看、评议的事项">
        <TaskList
          fetchPage={(after) => listMyTasks('rater', after)}
          deps={[me?.id]}
          empty={{
            title: '现在没有要评议的事项',
            hint: '您提出、附议或参加协商的事办好后，请您来看一看、评一评；办结以后再问您还好用吗',
          }}
        />
      </SignedIn>
    </Page>
  );
}
