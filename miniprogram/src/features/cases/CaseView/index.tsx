import { CASE_PART_LABELS, CASE_PARTS, type CaseDetail, type CasePart, fullDate, stateLabel } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { LinkList } from '@/components/LinkList';
import { Skeleton } from '@/components/ListView/Skeleton';
import { NumberedList } from '@/components/NumberedList';
import { PhotoGrid } from '@/components/PhotoGrid';
import { Section } from '@/components/Section';
import { ErrorBlock } from '@/components/StateBlock';
import { Tag } from '@/components/Tag';
import { Timeline } from '@/components/Timeline';
import { ShareButton } from '@/features/links/ShareButton';
import { PublicItemBar } from '@/features/moderation/PublicItemBar';
import { photoParts } from '@/features/moderation/PublicItemBar/Parts';
import { MoveButtons } from '@/features/moves/MoveButtons';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { useAsync } from '@/hooks/useAsync';
import { useShownAgain } from '@/hooks/useShownAgain';
import { openPage } from '@/services/navigation';
import { useSession } from '@/services/session';
import { getCase } from '../case.api';
import { CASE_PAGES } from '../case.pages';
import { caseTone } from '../case-tone';
import { caseMoves } from './case-moves';
import './index.scss';

interface Props {
  id: string;
  /** Called with each version read, as for a page's title. */
  onLoaded?(item: CaseDetail): void;
  /** Called after a move, as for a list beside it. */
  onMoved?(): void;
}

/** One case, to be read from its beginning to what others can do alike, and to be printed. */
export function CaseView({ id, onLoaded, onMoved }: Props) {
  const { me } = useSession();
  const { data: item, error, reload } = useAsync(() => getCase(id), [id, me?.id]);
  useShownAgain(reload);

  useEffect(() => {
    if (item) onLoaded?.(item);
  }, [item, onLoaded]);

  if (!item) return error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />;
  const moved = async () => {
    await reload();
    onMoved?.();
  };
  const { topic } = item;
  return (
    <View className="case-view">
      <CaseHead item={item} />
      {item.lastReason !== null && (
        <Card>
          <Text className="case-view__reason">县（区）政协的意见：{item.lastReason}</Text>
        </Card>
      )}
      <View className="screen-only">
        <MoveButtons of={`case:${item.id}`} moves={caseMoves(item)} onMoved={moved} />
      </View>
      {CASE_PARTS.map((part) => (
        <Part key={part} item={item} part={part} />
      ))}
      {item.photos.length > 0 && (
        <Section title="照片">
          <Card>
            <PhotoGrid photos={item.photos} />
          </Card>
        </Section>
      )}
      <View className="screen-only">
        <Section title="从哪里来">
          <Card>
            <LinkList
              links={[
                {
                  key: topic.id,
                  label: `议题：${topic.title}`,
                  onTap: () => void openPage(TOPIC_PAGES.detail, { id: topic.id }),
                },
              ]}
            />
          </Card>
        </Section>
        {item.state === 'featured' && process.env.TARO_ENV === 'h5' && (
          <Button reads kind="text" text="打印，或存为 PDF" onPress={() => window.print()} />
        )}
        {item.state !== 'featured' && (
          <Section title="办理进程">
            <Card>
              <Timeline entries={[...item.timeline].reverse()} now={Date.now()} />
            </Card>
          </Section>
        )}
        {item.state === 'featured' && (
          <PublicItemBar kind="case" id={item.id} parts={photoParts(item.photos)} onMoved={moved} />
        )}
      </View>
    </View>
  );
}

function CaseHead({ item }: { item: CaseDetail }) {
  const { title, category, state, townshipName, featuredAt } = item;
  return (
    <Card>
      <View className="case-view__tags">
        <Tag text={category} tone="neutral" />
        <Tag text={stateLabel('case', state)} tone={caseTone(state)} />
      </View>
      <Text
        className="case-view__title"
        {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '2' } : {})}
      >
        {title}
      </Text>
      <Text className="case-view__facts">
        {featuredAt === null ? townshipName : `${townshipName} · ${fullDate(featuredAt)}入选案例库`}
      </Text>
      {state === 'featured' && <ShareButton title={title} path={CASE_PAGES.detail} query={{ id: item.id }} />}
    </Card>
  );
}

/** What is not written yet is left out. */
function Part({ item, part }: { item: CaseDetail; part: CasePart }) {
  const value = item[part];
  if (value.length === 0) return null;
  return (
    <Section title={CASE_PART_LABELS[part]}>
      <Card>
        {typeof value === 'string' ? <Text className="case-view__text">{value}</Text> : <NumberedList items={value} />}
      </Card>
    </Section>
  );
}
