import { openParts } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Section } from '@/components/Section';
import { openPage } from '@/services/navigation';
import { TaskRow } from '../TaskRow';
import { TASK_PAGES } from '../task.pages';
import { PartSheet } from './PartSheet';
import type { SectionProps } from './section';
import { useOwnSheet } from './useOwnSheet';
import './index.scss';

/** 子任务: who does which part of it by when; and of a part, the promise that it belongs to. */
export function Parts({ task, now, onChanged }: SectionProps) {
  const { sheet, show } = useOwnSheet(onChanged);
  const { parts, parent, may } = task;
  const open = openParts(parts).length;
  const goTo = (id: string) => void openPage(TASK_PAGES.detail, { id });
  return (
    <>
      {parent && (
        <Section title="所属总事项">
          <TaskRow task={parent} now={now} onTap={() => goTo(parent.id)} />
        </Section>
      )}
      {(parts.length > 0 || may.split) && (
        <Section title="子任务">
          {open > 0 && (
            <Text className="structure__hint">
              还有 {open} 项没有答复，都答复后由{task.leadDepartment}总答复。
            </Text>
          )}
          {parts.map((part) => (
            <TaskRow key={part.id} task={part} now={now} onTap={() => goTo(part.id)} />
          ))}
          {may.split && (
            <View className="structure__tools">
              <Button
                kind="secondary"
                icon="plus"
                text="拆出一项子任务"
                onPress={() => show((onDone) => <PartSheet task={task} onDone={onDone} />)}
              />
            </View>
          )}
        </Section>
      )}
      {sheet}
    </>
  );
}
