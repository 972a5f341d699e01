import type { TaskDetail } from '@consult/shared';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Page } from '@/components/Page';
import { TaskView } from '@/features/tasks/TaskView';
import { TASK_PAGES } from '@/features/tasks/task.pages';
import { useShare } from '@/hooks/useShare';

/** One task as a page of its own, `?id=`. */
export default function TaskPage() {
  const { id = '' } = useRouter().params;
  const [task, setTask] = useState<TaskDetail | null>(null);
  useShare({ title: task?.what ?? '承办事项', path: TASK_PAGES.detail, query: { id } });
  return (
    <Page title="承办事项">
      <TaskView id={id} onLoaded={setTask} />
    </Page>
  );
}
