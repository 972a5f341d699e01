import { type MilestoneView, sayDate } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { Section } from '@/components/Section';
import { cx } from '@/utils/cx';
import { MilestoneSheet } from './MilestoneSheet';
import type { SectionProps } from './section';
import { useOwnSheet } from './useOwnSheet';
import './index.scss';

/** 节点: the steps that were planned, and which of them are done. */
export function Milestones({ task, now, onChanged }: SectionProps) {
  const { sheet, show } = useOwnSheet(onChanged);
  const { milestones, may } = task;
  if (milestones.length === 0 && !may.plan) return null;
  const edit = (milestone: MilestoneView | null) =>
    show((onDone) => <MilestoneSheet task={task} milestone={milestone} onDone={onDone} />);
  return (
    <Section title="节点">
      <Card>
        {milestones.length === 0 && <Text className="structure__hint">把要走的几步写下来，大家看得到走到哪一步。</Text>}
        <View {...(process.env.TARO_ENV === 'h5' ? { role: 'list' } : {})}>
          {milestones.map((milestone) => (
            <View
              key={milestone.id}
              className="structure__row"
              {...(process.env.TARO_ENV === 'h5' ? { role: 'listitem' } : {})}
            >
              <View className={cx('structure__mark', milestone.doneAt !== null && 'structure__mark--done')}>
                <Icon name={milestone.doneAt === null ? 'clock' : 'check'} />
              </View>
              <View className="structure__words">
                <Text>{milestone.name}</Text>
                <Text className={cx('structure__when', isLate(milestone, now) && 'structure__late')}>
                  {when(milestone, now)}
                </Text>
              </View>
              {may.plan && (
                <Button kind="text" text="修改" label={`修改节点${milestone.name}`} onPress={() => edit(milestone)} />
              )}
            </View>
          ))}
        </View>
        {may.plan && <Button kind="secondary" icon="plus" text="加一个节点" onPress={() => edit(null)} />}
      </Card>
      {sheet}
    </Section>
  );
}

const isLate = ({ doneAt, plannedAt }: MilestoneView, now: number) => doneAt === null && plannedAt < now;

function when(milestone: MilestoneView, now: number): string {
  const { doneAt, plannedAt } = milestone;
  if (doneAt !== null) return `${sayDate(doneAt, now)}完成（计划${sayDate(plannedAt, now)}）`;
  return isLate(milestone, now)
    ? `计划${sayDate(plannedAt, now)}完成，还没有完成`
    : `计划${sayDate(plannedAt, now)}完成`;
}
