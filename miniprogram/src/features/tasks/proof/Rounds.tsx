import {
  EVALUATION_QUESTION_LABELS,
  EVALUATION_QUESTIONS,
  EVALUATION_VERDICT_LABELS,
  EVALUATOR_KIND_LABELS,
  EVALUATOR_KINDS,
  type EvaluationView,
  isLow,
  type QuestionCounts,
  RATING_LABELS,
  RATINGS,
  type RatingCounts,
  ratedBy,
  satisfactionRate,
  sayDate,
  sayShare,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import './index.scss';

/** The three questions of an evaluation, each with its bars, counts and words. */
export function Counts({ counts }: { counts: QuestionCounts }) {
  return (
    <View>
      {EVALUATION_QUESTIONS.map((question) => (
        <View key={question} className="proof__counts">
          <Text className="proof__name">
            {EVALUATION_QUESTION_LABELS[question]}：{rateWords(counts[question])}
          </Text>
          {RATINGS.map((of) => (
            <Bar key={of} of={of} counts={counts[question]} />
          ))}
        </View>
      ))}
    </View>
  );
}

function Bar({ of, counts }: { of: (typeof RATINGS)[number]; counts: RatingCounts }) {
  const total = RATINGS.reduce((sum, rating) => sum + counts[rating], 0);
  return (
    <View className="task-view__count">
      <Text className="task-view__rating">{RATING_LABELS[of]}</Text>
      <View className="task-view__track">
        <View
          className={`task-view__bar task-view__bar--${of}`}
          style={{ width: `${total === 0 ? 0 : (counts[of] / total) * 100}%` }}
        />
      </View>
      <Text>{counts[of]} 人</Text>
    </View>
  );
}

/** 满意率 54%, never rounded up. */
function rateWords(counts: RatingCounts): string {
  const rate = satisfactionRate(counts);
  return rate === null ? '还没有人评' : `满意率 ${sayShare(rate)}`;
}

/** By kind of person, where each is many enough. */
export function ByKind({ evaluation }: { evaluation: EvaluationView }) {
  const { byKind = {} } = evaluation.tally ?? {};
  const kinds = EVALUATOR_KINDS.flatMap((kind) => {
    const counts = byKind[kind];
    return counts === undefined ? [] : [{ kind, counts }];
  });
  if (kinds.length === 0) return null;
  return (
    <View className="proof__counts">
      <Text className="proof__name">按评议的人分（{EVALUATION_QUESTION_LABELS.handling}）</Text>
      {kinds.map(({ kind, counts }) => (
        <Text key={kind} className="proof__line">
          {EVALUATOR_KIND_LABELS[kind]} {ratedBy(counts)} 人：{rateWords(counts.handling)}
        </Text>
      ))}
    </View>
  );
}

/** How the residents who rate too were drawn, for whoever wants to draw again. */
export function Sample({ evaluation }: { evaluation: EvaluationView }) {
  const [open, setOpen] = useState(false);
  const { sample } = evaluation;
  if (sample === null) return null;
  return (
    <View className="proof__counts">
      <Text className="proof__line">
        另从 {sample.pool} 位居民里随机抽了 {sample.drawn.length} 位来评，抽到谁不公布。
      </Text>
      {open ? (
        <>
          <Text className="proof__line">种子：{sample.seed}</Text>
          <Text className="proof__line">种子的指纹（答复时已公开）：{sample.seedHash}</Text>
          <Text className="proof__line">抽到的号：{sample.drawn.join('、')}</Text>
        </>
      ) : (
        <Button kind="text" reads text="看怎么抽的" onPress={() => setOpen(true)} />
      )}
    </View>
  );
}

/** Evaluations before the one that stands now: each with how many answered and what it led to. */
export function EarlierRounds({ rounds, now }: { rounds: readonly EvaluationView[]; now: number }) {
  if (rounds.length === 0) return null;
  return (
    <View className="proof__counts">
      <Text className="proof__name">以前的评议</Text>
      {rounds.map(({ round, concludedAt, verdict, answers, tally }) => (
        <Text key={round} className={`proof__line${isLow(verdict) ? ' proof__line--low' : ''}`}>
          第 {round} 次：{answers} 人评议，
          {tally ? rateWords(tally.all.handling) : '人数太少不公布'}
          {verdict && `，${EVALUATION_VERDICT_LABELS[verdict]}`}
          {concludedAt !== null && `（${sayDate(concludedAt, now)}）`}
        </Text>
      ))}
    </View>
  );
}
