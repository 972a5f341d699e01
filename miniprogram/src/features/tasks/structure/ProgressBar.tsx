import { shownProgress, type TaskDetail } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import './index.scss';

const SOURCES: Readonly<Record<TaskDetail['progressFrom'], (task: TaskDetail) => string>> = {
  parts: ({ parts }) => `按 ${parts.length} 项子任务算出`,
  milestones: ({ milestones }) =>
    `${milestones.length} 个节点完成了 ${milestones.filter(({ doneAt }) => doneAt !== null).length} 个`,
  reports: () => '由承办部门报告',
};

/** How far a promise is, as a bar and in words. */
export function ProgressBar({ task }: { task: TaskDetail }) {
  const { progressFrom } = task;
  const progress = shownProgress(task);
  if (progress === null) return null;
  const words = `进度 ${progress}%`;
  return (
    <View className="progress-bar">
      <View className="progress-bar__words">
        <Text className="progress-bar__number">{words}</Text>
        <Text className="progress-bar__source">{SOURCES[progressFrom](task)}</Text>
      </View>
      <View
        className="progress-bar__track"
        {...(process.env.TARO_ENV === 'h5'
          ? { role: 'progressbar', 'aria-label': '进度', 'aria-valuenow': progress, 'aria-valuetext': words }
          : {})}
      >
        <View className="progress-bar__fill" style={{ width: `${progress}%` }} />
      </View>
    </View>
  );
}
