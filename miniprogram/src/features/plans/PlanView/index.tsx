import { PLAN_STAGE_LABELS, type PlanDetail, sayDate } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { Card } from '@/components/Card';
import { Skeleton } from '@/components/ListView/Skeleton';
import { Section } from '@/components/Section';
import { ErrorBlock, StateBlock } from '@/components/StateBlock';
import { Tag } from '@/components/Tag';
import { MoveButtons } from '@/features/moves/MoveButtons';
import { TopicRow } from '@/features/topics/TopicRow';
import { TOPIC_PAGES } from '@/features/topics/topic.pages';
import { useAsync } from '@/hooks/useAsync';
import { useShownAgain } from '@/hooks/useShownAgain';
import { openPage } from '@/services/navigation';
import { useSession } from '@/services/session';
import { getPlan } from '../plan.api';
import { planTone } from '../plan-tone';
import { SourceBalance } from '../SourceBalance';
import { planMoves } from './plan-moves';
import './index.scss';

interface Props {
  id: string;
  /** Called with each version read, as for a page's title. */
  onLoaded?(plan: PlanDetail): void;
  /** Called after a move, as for a list beside it. */
  onMoved?(): void;
}

/** One quarter's plan: how far it has come, where its topics come from, and what they are. */
export function PlanView({ id, onLoaded, onMoved }: Props) {
  const { me } = useSession();
  const { data: plan, error, reload } = useAsync(() => getPlan(id), [id, me?.id]);
  useShownAgain(reload);

  useEffect(() => {
    if (plan) onLoaded?.(plan);
  }, [plan, onLoaded]);

  if (!plan) return error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />;
  const now = Date.now();
  const moved = async () => {
    await reload();
    onMoved?.();
  };
  return (
    <View>
      <Card>
        <Tag text={PLAN_STAGE_LABELS[plan.stage]} tone={planTone(plan.stage)} />
        <Text
          className="plan-view__title"
          {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '2' } : {})}
        >
          {plan.title}
        </Text>
        <Text className="plan-view__facts">
          {plan.townshipName} · {plan.topicCount} 件议题
          {plan.publishedAt !== null && ` · ${sayDate(plan.publishedAt, now)}公布`}
        </Text>
        <MoveButtons of={`plan:${plan.id}`} moves={planMoves(plan)} onMoved={moved} />
      </Card>
      {plan.topics.length > 0 && (
        <Section title="议题从哪里来">
          <Card>
            <SourceBalance sources={plan.sources} />
          </Card>
        </Section>
      )}
      <Section title="计划里的议题">
        {plan.topics.length === 0 && (
          <StateBlock kind="empty" title="还没有议题" hint="在议题库里打开一件议题，列为拟定议题" />
        )}
        {plan.topics.map((topic) => (
          <TopicRow
            key={topic.id}
            topic={topic}
            now={now}
            onTap={() => void openPage(TOPIC_PAGES.detail, { id: topic.id })}
          />
        ))}
      </Section>
    </View>
  );
}
