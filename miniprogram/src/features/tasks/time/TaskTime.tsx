import { sayDate, sayMoment, type TaskDetail, type TaskRequestView } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { KeyValue } from '@/components/KeyValue';
import { Section } from '@/components/Section';
import { DecideSheet } from './DecideSheet';
import { ExtensionSheet } from './ExtensionSheet';
import { HandoverSheet } from './HandoverSheet';
import { datesOf, escalationsOf, holdingsOf, pausesOf, saidRequest, type TimeLine } from './say-time';
import { UrgeSheet } from './UrgeSheet';
import './index.scss';

interface Props {
  task: TaskDetail;
  now: number;
  onChanged(): unknown;
}

const SHEETS = { extension: ExtensionSheet, handover: HandoverSheet, urge: UrgeSheet } as const;

/** 时限: the date promised first and every move of it, what stood still, who held it and who was told. */
export function TaskTime({ task, now, onChanged }: Props) {
  const [sheet, setSheet] = useState<keyof typeof SHEETS | null>(null);
  const [deciding, setDeciding] = useState<TaskRequestView | null>(null);
  const { clock, dueAt } = task;
  const open = clock.requests.find(({ state }) => state === 'open');
  const Sheet = sheet && SHEETS[sheet];
  const done = (changed: boolean) => {
    setSheet(null);
    setDeciding(null);
    if (changed) void onChanged();
  };
  return (
    <Section title="时限">
      <Card>
        <KeyValue
          rows={[
            { label: '最初承诺', value: <Text>{sayDate(clock.firstDueAt, now)}前办好</Text> },
            { label: '现在承诺', value: dueAt !== clock.firstDueAt && <Text>{sayDate(dueAt, now)}前办好</Text> },
            {
              label: '暂停',
              value: clock.pausedDays !== null && <Text>已停 {clock.pausedDays} 个工作日，时限顺延</Text>,
            },
            { label: '最近进展', value: <Text>{sayMoment(clock.lastWordAt, now)}</Text> },
          ]}
        />
        {open && (
          <View className="task-time__open">
            <Text className="task-time__text">{saidRequest(open, now)}，等待答复</Text>
            <Text className="task-time__more">
              理由：{open.reason}（{sayDate(open.askedAt, now)}申请）
            </Text>
            {open.canDecide && <Button block text="答复申请" onPress={() => setDeciding(open)} />}
          </View>
        )}
        <Lines title="日期的变动" lines={datesOf(clock, now)} />
        <Lines title="暂停" lines={pausesOf(clock, now)} />
        <Lines title="提醒上一级" lines={escalationsOf(clock, now)} />
        <Lines title="承办过的部门" lines={holdingsOf(task, now)} />
        {(clock.canAsk || clock.canUrge) && (
          <View className="task-time__buttons">
            {clock.canAsk && <Button kind="secondary" text="申请延期" onPress={() => setSheet('extension')} />}
            {clock.canAsk && <Button kind="secondary" text="申请移交" onPress={() => setSheet('handover')} />}
            {clock.canUrge && <Button kind="secondary" text="督促承办部门" onPress={() => setSheet('urge')} />}
          </View>
        )}
      </Card>
      {Sheet && <Sheet task={task} onDone={done} />}
      {deciding && <DecideSheet task={task} request={deciding} onDone={done} />}
    </Section>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly TimeLine[] }) {
  if (lines.length === 0) return null;
  return (
    <View className="task-time__lines">
      <Text className="task-time__title">{title}</Text>
      {lines.map(({ key, text, more }) => (
        <View key={key} className="task-time__line">
          <Text className="task-time__text">{text}</Text>
          {more && <Text className="task-time__more">{more}</Text>}
        </View>
      ))}
    </View>
  );
}
