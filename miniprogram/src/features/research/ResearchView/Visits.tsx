import { type ResearchDetail, sayDate, type VisitView } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { PhotoGrid } from '@/components/PhotoGrid';
import { Section } from '@/components/Section';
import { useMoves } from '@/hooks/useMoves';
import { removeVisit } from '../research.api';
import { VisitSheet } from './VisitSheet';

interface Props {
  research: ResearchDetail;
  onChanged(): void;
}

/** Who went where and heard what; only inside. */
export function Visits({ research, onChanged }: Props) {
  const [adding, setAdding] = useState(false);
  const { ask, sheet } = useMoves(onChanged);
  const { inside } = research;
  if (inside === null || (inside.visits.length === 0 && !inside.canVisit)) return null;
  const now = Date.now();
  const remove = (visit: VisitView) =>
    ask({
      title: '删除走访记录',
      text: `${visit.place} 的记录和照片删除后不能恢复。`,
      confirmLabel: '删除',
      danger: true,
      onConfirm: async (_, key) => ({ sent: await removeVisit(research.id, visit.id, key) }),
    });
  return (
    <Section title={`走访记录（${research.visitCount}）`}>
      {inside.canVisit && (
        <View className="research-view__add">
          <Button kind="secondary" icon="plus" text="记一次走访" onPress={() => setAdding(true)} />
        </View>
      )}
      {inside.visits.map((visit) => (
        <Card key={visit.id}>
          <Text className="research-view__place">{visit.place}</Text>
          <Text className="research-view__facts">
            {sayDate(visit.visitedAt, now)} · {visit.who} · {visit.by.name}记
          </Text>
          <Text className="research-view__words">{visit.found}</Text>
          <PhotoGrid photos={visit.photos} />
          {visit.canRemove && (
            <View className="research-view__end">
              <Button
                kind="text"
                icon="trash"
                text="删除"
                label={`删除 ${visit.place} 的记录`}
                onPress={() => remove(visit)}
              />
            </View>
          )}
        </Card>
      ))}
      {adding && (
        <VisitSheet
          researchId={research.id}
          onDone={(changed) => {
            setAdding(false);
            if (changed) onChanged();
          }}
        />
      )}
      {sheet}
    </Section>
  );
}
