import { regionAt, type TaskSummary } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { FormSheet } from '@/components/FormSheet';
import { ListView } from '@/components/ListView';
import { Tabs } from '@/components/Tabs';
import { usePagedList } from '@/hooks/usePagedList';
import { TaskRow } from '../TaskRow';
import { getTask, listTasks } from '../task.api';
import { waitForTask } from '../task-structure.api';
import type { SheetProps } from './section';
import './index.scss';

type Where = 'siblings' | 'township' | 'county';

/** Which other promise has to be kept first. */
export function DependencySheet({ task, onDone }: SheetProps) {
  const { parent, township } = task;
  const [where, setWhere] = useState<Where>(parent ? 'siblings' : 'township');
  const [chosen, setChosen] = useState<TaskSummary | null>(null);
  const known = new Set([task.id, ...task.waitsFor.map(({ id }) => id)]);
  const list = usePagedList<TaskSummary>(
    async (after) => {
      if (where === 'siblings' && parent) return { items: (await getTask(parent.id)).parts, nextAfter: null };
      const region = where === 'county' ? (regionAt(township, 'county') ?? township) : township;
      return listTasks({ region, ...(after === null ? {} : { after }) });
    },
    [where],
  );
  // What is done already keeps nobody waiting.
  const offered = { ...list, items: list.items.filter(({ id, light }) => !known.has(id) && light !== 'done') };
  const tabs: { value: Where; label: string }[] = [
    ...(parent ? [{ value: 'siblings' as const, label: '同一总事项' }] : []),
    { value: 'township', label: task.townshipName },
    { value: 'county', label: '全县（区）' },
  ];
  return (
    <FormSheet
      title="要等另一件事先办好"
      text="选一件本县（区）的事，两边的页面都会写明。"
      confirmLabel="等待"
      body={{ waitsForId: chosen?.id ?? '' }}
      problems={chosen === null ? { waitsForId: '请选择一件事' } : {}}
      send={({ waitsForId }, key) => waitForTask(task.id, waitsForId, key)}
      onDone={onDone}
    >
      {(errors) => (
        <View>
          <Text className={errors.waitsForId ? 'structure__late' : 'structure__hint'}>
            {chosen ? `选了：${chosen.what}` : (errors.waitsForId ?? '点一下选中')}
          </Text>
          <Tabs tabs={tabs} value={where} onChange={(chosen) => setWhere(chosen)} />
          <ListView
            list={offered}
            keyOf={({ id }) => id}
            empty={{ title: '没有别的事可选' }}
            renderItem={(other) => (
              <TaskRow
                task={other}
                now={Date.now()}
                selected={other.id === chosen?.id}
                onTap={() => setChosen(other)}
              />
            )}
          />
        </View>
      )}
    </FormSheet>
  );
}
