import { CONTENT_KIND_LABELS, contentMachine, REVIEW_CAUSE_LABELS, sayMoment } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { KeyValue } from '@/components/KeyValue';
import { Skeleton } from '@/components/ListView/Skeleton';
import { PhotoGrid } from '@/components/PhotoGrid';
import { Section } from '@/components/Section';
import { ErrorBlock } from '@/components/StateBlock';
import { Tag } from '@/components/Tag';
import { MoveButtons } from '@/features/moves/MoveButtons';
import { ITEM_VIEWS } from '@/features/work/itemViews';
import { useAsync } from '@/hooks/useAsync';
import { openPage } from '@/services/navigation';
import { checkMoves } from '../content-moves';
import { contentTone } from '../content-tone';
import { getCheck } from '../moderation.api';
import './index.scss';

/** One thing that a person has to look at: what was written, why it is here, and what to decide. */
export function CheckView({ id, onMoved }: { id: string; onMoved?(): void }) {
  const { data: check, error, reload } = useAsync(() => getCheck(id), [id]);
  if (!check) return error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={3} />;
  const now = Date.now();
  const { page } = check;
  const moved = async () => {
    await reload();
    onMoved?.();
  };
  return (
    <View>
      <Card>
        <View className="check-view__tags">
          <Tag text={CONTENT_KIND_LABELS[check.kind]} />
          <Tag text={contentMachine.states[check.state].label} tone={contentTone(check.state)} />
        </View>
        <Text className="check-view__title">{check.title}</Text>
        {check.text !== '' && <Text className="check-view__text">{check.text}</Text>}
        <PhotoGrid photos={check.photo ? [check.photo] : []} />
        <KeyValue
          rows={[
            { label: '提交人', value: check.authorName },
            { label: '提交时间', value: sayMoment(check.createdAt, now) },
            { label: '机器意见', value: check.finding },
            { label: '转来原因', value: check.cause && REVIEW_CAUSE_LABELS[check.cause] },
            { label: '申诉理由', value: check.appeal },
            { label: '处理理由', value: check.reason },
          ]}
        />
        <MoveButtons of={`check:${id}`} moves={checkMoves(check)} onMoved={moved} />
        {page && (
          <Button
            kind="text"
            text="打开所在页面"
            onPress={() => openPage(ITEM_VIEWS[page.kind].page, { id: page.id })}
          />
        )}
      </Card>
      {check.history.length > 0 && (
        <Section title="审核经过">
          <Card>
            {check.history.map(({ id, label, by, reason, at }) => (
              <View key={id} className="check-view__event">
                <Text>
                  {label} · {by}
                </Text>
                <Text className="check-view__when">{sayMoment(at, now)}</Text>
                {reason && <Text className="check-view__text">{reason}</Text>}
              </View>
            ))}
          </Card>
        </Section>
      )}
    </View>
  );
}
