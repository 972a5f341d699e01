import { REPLY_CLASS_LABELS, sayMoment, type TaskDetail } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { PhotoGrid } from '@/components/PhotoGrid';
import { Section } from '@/components/Section';
import { Tag } from '@/components/Tag';
import { replyTone } from '../task-tone';

/** The department's answer, and its word of how it goes, latest first. */
export function TaskReports({ task, now }: { task: TaskDetail; now: number }) {
  const { reply, reports } = task;
  const shownAfter = task.photoPairs.filter(({ after }) => after !== null).length;
  return (
    <>
      {reply && (
        <Section title="部门答复">
          <Card>
            <View className="task-view__tags">
              <Tag text={REPLY_CLASS_LABELS[reply.replyClass]} tone={replyTone(reply.replyClass)} />
            </View>
            <Text className="task-view__text">{reply.text}</Text>
            {reply.reason && (
              <View className="task-view__reason">
                <Text className="task-view__name">原因</Text>
                <Text className="task-view__text">{reply.reason}</Text>
              </View>
            )}
            <PhotoGrid photos={reply.photos} />
            {shownAfter > 0 && <Text className="task-view__hint">佐证还有上面的整改前后照片 {shownAfter} 组。</Text>}
            <Text className="task-view__when">
              {task.leadDepartment} {sayMoment(reply.at, now)}
            </Text>
          </Card>
        </Section>
      )}
      {reports.length > 0 && (
        <Section title="办理进展">
          {[...reports]
            .sort((a, b) => b.at - a.at)
            .map((report) => (
              <Card key={report.id}>
                <Text className="task-view__text">{report.text}</Text>
                <PhotoGrid photos={report.photos} />
                {report.reason && (
                  <View className="task-view__reason">
                    <Text className="task-view__name">进度退到 {report.percent}% 的原因</Text>
                    <Text className="task-view__text">{report.reason}</Text>
                  </View>
                )}
                <Text className="task-view__when">
                  {report.by} {sayMoment(report.at, now)}
                  {report.percent !== null && ` 进度 ${report.percent}%`}
                </Text>
              </Card>
            ))}
        </Section>
      )}
    </>
  );
}
