import type { Page, TaskSummary } from '@consult/shared';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { ListView } from '@/components/ListView';
import { SplitView } from '@/components/SplitView';
import { useSplit } from '@/components/SplitView/useSplit';
import { usePagedList } from '@/hooks/usePagedList';
import { useShownAgain } from '@/hooks/useShownAgain';
import { TaskRow } from '../TaskRow';
import { TaskView } from '../TaskView';
import { TASK_PAGES } from '../task.pages';

interface Props {
  /** Reads the page that follows `after`. */
  fetchPage(after: string | null): Promise<Page<TaskSummary>>;
  /** What the list depends on. */
  deps: readonly unknown[];
  empty: { title: string; hint?: string };
  /** Above the list. */
  head?: ReactNode;
}

/** Tasks, read page by page, with the open one beside them where there is room. */
export function TaskList({ fetchPage, deps, empty, head }: Props) {
  const list = usePagedList(fetchPage, deps);
  const split = useSplit(TASK_PAGES.detail);
  const reload = () => void list.reload();
  useShownAgain(reload);
  const now = Date.now();
  return (
    <SplitView
      hint="从左边选一件事查看"
      onClose={split.close}
      detail={split.selectedId && <TaskView key={split.selectedId} id={split.selectedId} onMoved={reload} />}
      list={
        <View>
          {head}
          <ListView
            list={list}
            keyOf={({ id }) => id}
            empty={empty}
            renderItem={(task) => (
              <TaskRow
                task={task}
                now={now}
                selected={task.id === split.selectedId}
                onTap={() => split.open(task.id)}
              />
            )}
          />
        </View>
      }
    />
  );
}
