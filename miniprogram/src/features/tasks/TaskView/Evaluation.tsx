import { isEvaluating, RATING_LABELS, sayDeadline, type TaskDetail } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Section } from '@/components/Section';
import { requireSignIn } from '@/features/identity/require-sign-in';
import { useOutbox } from '@/services/outbox';
import { useSession } from '@/services/session';
import { ByKind, Counts, EarlierRounds, Sample } from '../proof/Rounds';
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
  const { state, ratingCount, evaluationEndsAt, myRating, evaluations, isSampled, comments } = task;
  const [current, ...earlier] = evaluations;
  const running = isEvaluating(task, now);
  const offered = signedIn ? task.canRate : running;
  const queued = useOutbox().some(({ path }) => path === ratePath(task.id));
  if (state !== 'evaluating' && current === undefined) return null;

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
        {current?.tally ? (
          <>
            <Text className="task-view__hint">{current.answers} 人评议</Text>
            <Counts counts={current.tally.all} />
            <ByKind evaluation={current} />
          </>
        ) : (
          <Text className="task-view__hint">
            {running ? `已有 ${ratingCount} 人评议，结束后公布结果。` : `${ratingCount} 人评议，人数太少，不公布结果。`}
          </Text>
        )}
        {current && <Sample evaluation={current} />}
        {comments.length > 0 && (
          <View className="task-view__comments">
            <Text className="task-view__name">大家怎么说</Text>
            {comments.map((comment, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nobody is named, and two may say the same
              <Text key={index} className="task-view__comment">
                {comment}
              </Text>
            ))}
          </View>
        )}
        <EarlierRounds rounds={earlier} now={now} />
        {myRating && <Text className="task-view__hint">您对办理的评价：{RATING_LABELS[myRating.handling]}</Text>}
        {queued && <Text className="task-view__hint">您的评议待发送，网络好了自动发出。</Text>}
        {isSampled && running && <Text className="task-view__hint">随机抽到您来评，不公布抽到了谁、谁怎么评。</Text>}
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
          <Text className="task-view__hint">提出人、附议人、参会人和抽到的居民可以评议。</Text>
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
