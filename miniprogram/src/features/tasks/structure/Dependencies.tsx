import { holdingUp, type TaskSummary } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Section } from '@/components/Section';
import { useMoves } from '@/hooks/useMoves';
import { openPage } from '@/services/navigation';
import { TaskRow } from '../TaskRow';
import { TASK_PAGES } from '../task.pages';
import { waitNoMore } from '../task-structure.api';
import { DependencySheet } from './DependencySheet';
import type { SectionProps } from './section';
import { useOwnSheet } from './useOwnSheet';
import './index.scss';

/** What a promise waits for, and what waits for it. */
export function Dependencies({ task, now, onChanged }: SectionProps) {
  const { sheet, show } = useOwnSheet(onChanged);
  const { ask, sheet: question } = useMoves(onChanged);
  const { waitsFor, awaitedBy, may } = task;
  const goTo = (id: string) => void openPage(TASK_PAGES.detail, { id });
  const drop = (other: TaskSummary) =>
    ask({
      title: '不再等待',
      text: `“${other.what}”和这件事不再有先后。`,
      confirmLabel: '不再等待',
      onConfirm: (_, key) => waitNoMore(task.id, other.id, key),
    });
  return (
    <>
      {(waitsFor.length > 0 || may.wait) && (
        <Section title="要先办好的事">
          {waitsFor.length > 0 && <Text className="structure__hint">{sayWaiting(waitsFor)}</Text>}
          {waitsFor.map((other) => (
            <View key={other.id}>
              <TaskRow task={other} now={now} onTap={() => goTo(other.id)} />
              {may.wait && (
                <Button
                  kind="text"
                  icon="close"
                  text="不再等待"
                  label={`不再等待${other.what}`}
                  onPress={() => drop(other)}
                />
              )}
            </View>
          ))}
          {may.wait && (
            <View className="structure__tools">
              <Button
                kind="secondary"
                icon="plus"
                text="要等另一件事先办好"
                onPress={() => show((onDone) => <DependencySheet task={task} onDone={onDone} />)}
              />
            </View>
          )}
        </Section>
      )}
      {awaitedBy.length > 0 && (
        <Section title="等着这件事的">
          {awaitedBy.map((other) => (
            <TaskRow key={other.id} task={other} now={now} onTap={() => goTo(other.id)} />
          ))}
        </Section>
      )}
      {sheet}
      {question}
    </>
  );
}

/** What is still being waited for, and what that means for the answer. */
function sayWaiting(waitsFor: readonly TaskSummary[]): string {
  const open = holdingUp(waitsFor).length;
  if (open === 0) return '要等的事都已经有了答复。';
  return `还有 ${open} 件没有办好，这件事要等；等的时候不能答复 A 类（已解决）。`;
}
