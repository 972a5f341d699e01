import { ANONYMITY_NOTES, type QuestionnaireDetail, type SheetInput, sayMoment } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { KeyValue } from '@/components/KeyValue';
import { Skeleton } from '@/components/ListView/Skeleton';
import { ErrorBlock } from '@/components/StateBlock';
import { Tag } from '@/components/Tag';
import { requireSignIn } from '@/features/identity/require-sign-in';
import { PublicItemBar } from '@/features/moderation/PublicItemBar';
import { useAsync } from '@/hooks/useAsync';
import { useShownAgain } from '@/hooks/useShownAgain';
import { useSubmission } from '@/hooks/useSubmission';
import { useDraft } from '@/services/drafts';
import { openPage } from '@/services/navigation';
import { say } from '@/services/say';
import { useSession } from '@/services/session';
import { AnswerSheet, type Answers } from '../AnswerSheet';
import { getQuestionnaire, sendSheet } from '../questionnaire.api';
import { QUESTIONNAIRE_PAGES } from '../questionnaire.pages';
import { questionnaireTag } from '../questionnaire-tone';
import { StaffPanel } from './StaffPanel';
import './index.scss';

interface Props {
  id: string;
  onLoaded?(questionnaire: QuestionnaireDetail): void;
  /** Called after a move, as for a list beside it. */
  onMoved?(): void;
}

const NOT_BEGUN: Answers = { step: -1, values: {} };
/** How many questions somebody answers in a minute. */
const PER_MINUTE = 4;

/** One questionnaire: what it is, and question after question to answer it. */
export function QuestionnaireView({ id, onLoaded, onMoved }: Props) {
  const { me } = useSession();
  const { data: questionnaire, error, reload } = useAsync(() => getQuestionnaire(id), [id, me?.id]);
  useShownAgain(reload);
  const draft = useDraft<Answers>(`questionnaire:${id}`, NOT_BEGUN);
  const [preview, setPreview] = useState<Answers | null>(null);
  const sending = useSubmission((sheet: SheetInput, key: string) => sendSheet(id, sheet, key));

  useEffect(() => {
    if (questionnaire) onLoaded?.(questionnaire);
  }, [questionnaire, onLoaded]);

  if (!questionnaire) return error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />;
  const { questions, takesAnswers, answered } = questionnaire;
  const moved = async () => {
    await reload();
    onMoved?.();
  };
  const send = async (sheet: SheetInput) => {
    // Signed in only now: what the questions are, and one's answers, need nobody's name.
    if (!(await requireSignIn())) return;
    const receipt = await sending.submit(sheet);
    if (receipt === null) return;
    draft.clear();
    say(receipt.counted ? '答卷已收到，谢谢您' : '您已经答过，以第一次的为准');
    await reload();
  };

  if (preview !== null) {
    return (
      <AnswerSheet
        questions={questions}
        answers={preview}
        onChange={(change) => setPreview({ ...preview, ...change })}
        onLeave={() => setPreview(null)}
      />
    );
  }
  if (takesAnswers && !answered && draft.value.step >= 0) {
    return (
      <AnswerSheet
        questions={questions}
        answers={draft.value}
        onChange={draft.update}
        sending={sending.state === 'sending'}
        error={sending.error}
        onSend={send}
        onLeave={() => draft.update({ step: -1 })}
      />
    );
  }
  return (
    <View className="questionnaire-view">
      <Intro
        questionnaire={questionnaire}
        begun={Object.keys(draft.value.values).length > 0}
        onBegin={() => draft.update({ step: 0 })}
      />
      {questionnaire.handles && (
        <StaffPanel
          questionnaire={questionnaire}
          onPreview={() => setPreview({ step: 0, values: {} })}
          onMoved={moved}
        />
      )}
      {questionnaire.state !== 'draft' && <PublicItemBar kind="questionnaire" id={id} onMoved={moved} />}
    </View>
  );
}

interface IntroProps {
  questionnaire: QuestionnaireDetail;
  /** Something is answered already and waits on the device. */
  begun: boolean;
  onBegin(): void;
}

function Intro({ questionnaire, begun, onBegin }: IntroProps) {
  const { id, title, intro, anonymous, questions, closesAt, answers, state, takesAnswers, answered } = questionnaire;
  const now = Date.now();
  const minutes = Math.max(1, Math.ceil(questions.length / PER_MINUTE));
  const over = state === 'closed' || (state === 'open' && now >= closesAt);
  return (
    <Card>
      <Tag {...questionnaireTag(questionnaire, now)} />
      <Text
        className="questionnaire-view__title"
        {...(process.env.TARO_ENV === 'h5' ? { role: 'heading', 'aria-level': '2' } : {})}
      >
        {title}
      </Text>
      {intro !== '' && <Text className="questionnaire-view__intro">{intro}</Text>}
      <KeyValue
        rows={[
          { label: '题目', value: <Text>{`共 ${questions.length} 题，大约 ${minutes} 分钟`}</Text> },
          { label: '截止', value: <Text>{sayMoment(closesAt, now)}</Text> },
          { label: '地方', value: <Text>{questionnaire.townshipName}</Text> },
          { label: '已答', value: answers !== null && <Text>{answers} 份</Text> },
        ]}
      />
      <View className="questionnaire-view__note">
        <Icon name="lock" />
        <Text className="questionnaire-view__words">{ANONYMITY_NOTES[anonymous ? 'anonymous' : 'named']}</Text>
      </View>
      {takesAnswers && !answered && <Button block text={begun ? '接着答' : '开始答'} onPress={onBegin} />}
      {answered && (
        <View className="questionnaire-view__done">
          <Icon name="check" />
          <Text>您已经答过了，谢谢。每人一份，不能再改。</Text>
        </View>
      )}
      {over && !answered && <Text>这份问卷已经结束，不再收答卷。</Text>}
      {questionnaire.canSeeResults && (
        <Button
          block
          kind="secondary"
          reads
          className="questionnaire-view__results"
          text="看结果"
          onPress={() => openPage(QUESTIONNAIRE_PAGES.results, { id })}
        />
      )}
    </Card>
  );
}
