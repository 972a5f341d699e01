import {
  CONTENT_KIND_LABELS,
  type MyReportView,
  REPORT_CATEGORY_LABELS,
  reportMachine,
  sayMoment,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { Card } from '@/components/Card';
import { KeyValue } from '@/components/KeyValue';
import { Tag } from '@/components/Tag';
import { reportTone } from '../content-tone';
import '../CheckView/index.scss';

type Props = PropsWithChildren<{
  report: MyReportView;
  /** Who reported it; left out for the reporter. */
  reporter?: string;
  others?: number;
}>;

/** One report: what, why, and what came of it. */
export function ReportCard({ report, reporter, others = 0, children }: Props) {
  const { kind, title, category, note, state, reply, createdAt } = report;
  return (
    <Card>
      <View className="check-view__tags">
        <Tag text={CONTENT_KIND_LABELS[kind]} />
        <Tag text={reportMachine.states[state].label} tone={reportTone(state)} />
      </View>
      <Text className="check-view__title">{title}</Text>
      <KeyValue
        rows={[
          { label: '原因', value: REPORT_CATEGORY_LABELS[category] },
          { label: '说明', value: note },
          { label: '举报人', value: reporter && (others > 0 ? `${reporter}，另有 ${others} 人` : reporter) },
          { label: '举报时间', value: sayMoment(createdAt, Date.now()) },
          { label: '答复', value: reply },
        ]}
      />
      {children}
    </Card>
  );
}
