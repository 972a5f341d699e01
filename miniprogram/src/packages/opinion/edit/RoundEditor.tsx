import { OPINION_LIMITS, type RoundEdit } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { DateTimeField } from '@/components/DateTimeField';
import { ErrorNotice } from '@/components/ErrorNotice';
import { KeyValue } from '@/components/KeyValue';
import { Page } from '@/components/Page';
import { Section } from '@/components/Section';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';
import { TextListField } from '@/components/TextListField';
import { useSubmission } from '@/hooks/useSubmission';
import { useDraft } from '@/services/drafts';
import { GoodStatements } from './GoodStatements';
import { inputOf, problemsOf, type RoundForm } from './round-form';
import './index.scss';

interface Props {
  pageTitle: string;
  /** Names the draft on this device. */
  draft: string;
  /** The topic or session that it is about. */
  subject: string;
  initial: RoundForm;
  save(body: RoundEdit, idempotencyKey: string): Promise<string>;
  /** Given the round's id. */
  onSaved(id: string): void;
}

/** The form of a round: what is asked, until when, and the first statements. */
export function RoundEditor({ pageTitle, draft, subject, initial, save, onSaved }: Props) {
  const { value: form, update, clear, restored } = useDraft(`opinion-round:${draft}`, initial);
  const [tried, setTried] = useState(false);
  const { submit, error, state } = useSubmission(save);
  const now = Date.now();
  const problems = problemsOf(form, now);
  const errors: Record<string, string | undefined> = { ...error?.fields, ...(tried ? problems : {}) };

  const send = async () => {
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    const id = await submit(inputOf(form));
    if (id === null) return;
    clear();
    onSaved(id);
  };

  return (
    <Page title={pageTitle} footer={<Button block text="保存" loading={state === 'sending'} onPress={send} />}>
      {restored && (
        <View className="round-editor__restored">
          <Text>已恢复上次没有保存的内容。</Text>
          <Button kind="text" text="重新填写" onPress={clear} />
        </View>
      )}
      <Card>
        <KeyValue rows={[{ label: '围绕', value: <Text>{subject}</Text> }]} />
        <TextField
          label="题目"
          hint="一句话问清楚要大家谈什么"
          required
          max={OPINION_LIMITS.titleMax}
          value={form.title}
          error={errors.title}
          onChange={(title) => update({ title })}
        />
        <TextArea
          label="背景"
          hint="为什么问、问了以后怎么用"
          required
          max={OPINION_LIMITS.introMax}
          value={form.intro}
          error={errors.intro}
          onChange={(intro) => update({ intro })}
        />
        <DateTimeField
          label="开始时间"
          required
          mode="datetime"
          value={form.opensAt}
          error={errors.opensAt}
          onChange={(opensAt) => update({ opensAt })}
        />
        <DateTimeField
          label="截止时间"
          required
          mode="datetime"
          min={form.opensAt ?? now}
          value={form.closesAt}
          error={errors.closesAt}
          onChange={(closesAt) => update({ closesAt })}
        />
      </Card>
      <Section title="先放几条看法">
        <Card>
          <GoodStatements />
          <TextListField
            label="看法"
            hint={`${OPINION_LIMITS.seedsMin} 到 ${OPINION_LIMITS.seedsMax} 条，正反两面都要有`}
            required
            itemName="看法"
            max={OPINION_LIMITS.seedsMax}
            itemMax={OPINION_LIMITS.statementMax}
            value={form.seeds}
            error={errors.seeds}
            onChange={(seeds) => update({ seeds })}
          />
        </Card>
      </Section>
      {tried && Object.keys(problems).length > 0 && (
        <Text className="round-editor__problem">还有 {Object.keys(problems).length} 处没有填好，请看上面的红字。</Text>
      )}
      <ErrorNotice error={error} />
    </Page>
  );
}
