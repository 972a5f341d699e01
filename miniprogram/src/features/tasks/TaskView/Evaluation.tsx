import {
  RATING_LABELS,
  RATINGS,
  type RatingCounts,
  satisfactionRate,
  sayDeadline,
  type TaskDetail,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Section } from '@/components/Section';
import { requireSignIn } from '@/features/identity/require-sign-in';
import { useOutbox } from '@/services/outbox';
import { useSession } from '@/services/session';
import { getTask, ratePath } from '../task.api';
import { RateSheet } from './RateSheet';

interface Props {
  task: TaskDetail;
  now: number;
  onChanged(): unknown;
}

/** What residents think of it, and the way to say so. */
export function Evaluation({ task, now, onChanged }: Props) {
  const { signedIn } = useSession();
  const [rating, setRating] = useState(false);
  const { state, ratings, ratingCount, evaluationEndsAt, myRating } = task;
  const running = state === 'evaluating' && evaluationEndsAt !== null && now <= evaluationEndsAt;
  const offered = signedIn ? task.canRate : running;
  const queued = useOutbox().some(({ path }) => path === ratePath(task.id));
  if (state !== 'evaluating' && ratingCount === 0) return null;

  const begin = async () => {
    if (!(await requireSignIn())) return;
    // Without a network it goes by what was read last.
    const asNow = await getTask(task.id).catch(() => task);
    if (asNow.canRate) setRating(true);
    else await onChanged();
  };

  return (
    <Section title="居民评议">
      <Card>
        {evaluationEndsAt !== null && state === 'evaluating' && (
          <Text className="task-view__name">
            {running ? `评议${sayDeadline(evaluationEndsAt, now)}` : '评议已到期'}
          </Text>
        )}
        {ratings ? (
          <Counts ratings={ratings} />
        ) : (
          <Text className="task-view__hint">已有 {ratingCount} 人评议，人数太少时不公布结果。</Text>
        )}
        {myRating && <Text className="task-view__hint">您对办理的评价：{RATING_LABELS[myRating.handling]}</Text>}
        {queued && <Text className="task-view__hint">您的评议待发送，网络好了自动发出。</Text>}
        {offered && (
          <Button
            block
            icon="star"
            kind={myRating ? 'secondary' : 'primary'}
            text={myRating ? '修改我的评议' : '我来评议'}
            onPress={begin}
          />
        )}
        {running && signedIn && !task.canRate && (
          <Text className="task-view__hint">提出人、附议人和参会人可以评议。</Text>
        )}
      </Card>
      {rating && (
        <RateSheet
          task={task}
          onDone={(changed) => {
            setRating(false);
            if (changed) void onChanged();
          }}
        />
      )}
    </Section>
  );
}

/** How many said what of the handling. */
function Counts({ ratings }: { ratings: RatingCounts }) {
  const total = RATINGS.reduce((sum, of) => sum + ratings[of], 0);
  const rate = satisfactionRate(ratings);
  return (
    <View className="task-view__counts">
      {rate !== null && (
        <Text className="task-view__rate">
          满意度 {Math.round(rate * 100)}%（{total} 人评议）
        </Text>
      )}
      {RATINGS.map((of) => (
        <View key={of} className="task-view__count">
          <Text className="task-view__rating">{RATING_LABELS[of]}</Text>
          <View className="task-view__track">
            <View
              className={`task-view__bar task-view__bar--${of}`}
              style={{ width: `${total === 0 ? 0 : (ratings[of] / total) * 100}%` }}
            />
          </View>
          <Text>{ratings[of]} 人</Text>
        </View>
      ))}
    </View>
  );
}
