import { type QuestionnaireDetail, type QuestionResult } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Skeleton } from '@/components/ListView/Skeleton';
import { listTexts } from '@/features/questionnaires/questionnaire.api';
import { usePagedList } from '@/hooks/usePagedList';

interface Props {
  questionnaire: QuestionnaireDetail;
  result: QuestionResult;
  number: number;
}

/** What was written to one question: its words for whoever looks after it, for everyone how many there are. */
export function Texts({ questionnaire, result, number }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Card>
      <Text
        className="results__question"
        {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '3' } : {})}
      >
        {number}. {result.title}
      </Text>
      <Text className="results__facts">
        填写 · {result.answered} 人写了{questionnaire.handles ? '，只给工作人员看' : '，原话不公开'}
      </Text>
      {questionnaire.handles && result.answered > 0 && !open && (
        <Button kind="secondary" reads text="看写了什么" onPress={() => setOpen(true)} />
      )}
      {open && <Written id={questionnaire.id} questionId={result.questionId} />}
    </Card>
  );
}

function Written({ id, questionId }: { id: string; questionId: string }) {
  const list = usePagedList((after) => listTexts(id, questionId, after), [id, questionId]);
  return (
    <View>
      {list.items.map(({ text, name }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name, on purpose
        <View key={index} className="results__text">
          <Text className="results__words">{text}</Text>
          {name !== null && <Text className="results__facts">{name}</Text>}
        </View>
      ))}
      {list.status === 'loading' && <Skeleton rows={1} />}
      <ErrorNotice error={list.error} onRetry={list.retry} />
      {(list.status === 'ready' || list.status === 'loading-more') && (
        <Button kind="text" reads text="再看一些" loading={list.status === 'loading-more'} onPress={list.loadMore} />
      )}
    </View>
  );
}
