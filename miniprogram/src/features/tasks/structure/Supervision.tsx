import { sayMoment } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Section } from '@/components/Section';
import { SupervisionSheet } from './SupervisionSheet';
import { SupervisorSheet } from './SupervisorSheet';
import type { SectionProps } from './section';
import { useOwnSheet } from './useOwnSheet';
import './index.scss';

/** 领导督办: who sees to it, and the log; everybody sees that and when it was supervised. */
export function Supervision({ task, now, onChanged }: SectionProps) {
  const { sheet, show } = useOwnSheet(onChanged);
  const { supervisor, supervisions, may } = task;
  if (supervisor === null && supervisions.length === 0 && !may.appoint) return null;
  return (
    <Section title="领导督办">
      <Card>
        {supervisor && <Text className="structure__name">督办领导：{supervisor.name}</Text>}
        {supervisor === null && supervisions.length === 0 && (
          <Text className="structure__hint">还没有明确督办领导。</Text>
        )}
        <View {...(process.env.TARO_ENV === 'h5' ? { role: 'list' } : {})}>
          {supervisions.map(({ id, at, text }) => (
            <View key={id} className="structure__row" {...(process.env.TARO_ENV === 'h5' ? { role: 'listitem' } : {})}>
              <View className="structure__words">
                <Text>{text ?? '领导督办了一次'}</Text>
                <Text className="structure__when">{sayMoment(at, now)}</Text>
              </View>
            </View>
          ))}
        </View>
        {(may.appoint || may.supervise) && (
          <View className="structure__tools">
            {may.supervise && (
              <Button
                kind="secondary"
                icon="edit"
                text="记录督办"
                onPress={() => show((onDone) => <SupervisionSheet task={task} onDone={onDone} />)}
              />
            )}
            {may.appoint && (
              <Button
                kind={supervisor ? 'text' : 'secondary'}
                icon="person"
                text={supervisor ? '更换督办领导' : '明确督办领导'}
                onPress={() => show((onDone) => <SupervisorSheet task={task} onDone={onDone} />)}
              />
            )}
          </View>
        )}
      </Card>
      {sheet}
    </Section>
  );
}
