import {
  aboutTopic,
  FEEDBACK_KIND_LABELS,
  FEEDBACK_KINDS,
  FEEDBACK_LIMITS,
  type FeedbackInput,
  type FeedbackKind,
  lengthOf,
  type TopicDetail,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ChoiceField } from '@/components/ChoiceField';
import { ErrorNotice } from '@/components/ErrorNotice';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import '@/features/feedback/FeedbackCard/index.scss';
import { giveFeedback } from '@/features/feedback/feedback.api';
import { useSheetForm } from '@/hooks/useSheetForm';
import { useSubmission } from '@/hooks/useSubmission';
import type { Township } from '@/services/township';

const CHOICES = FEEDBACK_KINDS.map((value) => ({ value, label: FEEDBACK_KIND_LABELS[value] }));
const EMPTY = { kind: 'suggestion' as FeedbackKind | null, text: '', contact: '' };
const REQUIRED = { kind: '请选择', text: '请写下您的意见' };

interface Props {
  township: Township;
  /** The topic that stands for public comment, where it is about one. */
  topic?: TopicDetail | null;
  onSent(): void;
}

/** What to write, and to whom it goes. */
export function FeedbackForm({ township, topic = null, onSent }: Props) {
  const form = useSheetForm(EMPTY, REQUIRED, topic ? `feedback:${topic.id}` : 'feedback');
  const [tried, setTried] = useState(false);
  const { submit, error } = useSubmission(giveFeedback);
  const { kind, text, contact } = form.value;
  const words = text.trim();
  const before = topic ? aboutTopic(topic.title) : '';
  const short = words !== '' && lengthOf(words) < FEEDBACK_LIMITS.textMin;
  const problems = { ...(short && { text: `请再写详细一点，至少 ${FEEDBACK_LIMITS.textMin} 个字` }), ...form.problems };

  const send = async () => {
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    const body = {
      kind,
      township: township.code,
      text: before + words,
      ...(contact.trim() && { contact: contact.trim() }),
    };
    if ((await submit(body as FeedbackInput)) === null) return;
    setTried(false);
    form.clear();
    onSent();
  };
  const errors = { ...error?.fields, ...(tried ? problems : {}) };
  return (
    <Card>
      <Text>
        {topic ? `${before}赞成还是不赞成、要注意什么，都可以写。` : '对平台、对办事的人有意见，都可以写在这里。'}由
        {township.name}按期限答复，只有您和办理的人能看到。
      </Text>
      <View className="feedback-card__gap" />
      {!topic && <ChoiceField label="类别" required choices={CHOICES} {...form.choice<FeedbackKind>('kind', errors)} />}
      <TextArea
        label={topic ? '您的意见' : '内容'}
        required
        max={FEEDBACK_LIMITS.textMax - lengthOf(before)}
        {...form.field('text', errors)}
      />
      <TextField
        label="联系方式"
        hint="想让工作人员联系您才填，加密保存"
        max={FEEDBACK_LIMITS.contactMax}
        {...form.field('contact', errors)}
      />
      <ErrorNotice error={error} />
      <Button block text="提交" onPress={send} />
    </Card>
  );
}
