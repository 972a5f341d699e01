import { lengthOf, NAME_LIMITS } from '@consult/shared';
import type { FormProps } from '@tarojs/components';
import { Form, Input, Text } from '@tarojs/components';
import { useState } from 'react';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Field } from '@/components/Field';
import { NativeButton } from '@/components/NativeButton';
import { Sheet } from '@/components/Sheet';
import { rename } from '@/features/account/account.api';
import { useSubmission } from '@/hooks/useSubmission';
import { updateMe } from '@/services/session';
import './index.scss';

type Submitted = Parameters<NonNullable<FormProps['onSubmit']>>[0];

function problemOf(name: string): string | null {
  if (name === '') return '请填写称呼';
  return lengthOf(name) > NAME_LIMITS.max ? `最多 ${NAME_LIMITS.max} 字` : null;
}

/** A new name, in WeChat's own field: it offers the nickname there, and empties itself of what WeChat does not let pass. */
export function NicknameSheet({ name, about, onDone }: { name: string; about: string; onDone(): void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const { submit, error, state } = useSubmission(async (chosen: string, key) => {
    updateMe(await rename(chosen, key));
    return true;
  });
  const sending = state === 'sending';
  const close = () => {
    if (!sending) onDone();
  };
  // Read from the form: what WeChat takes out after its check is told to nobody before.
  const send = async ({ detail }: Submitted) => {
    const chosen = String(detail.value?.name ?? '').trim();
    const wrong = problemOf(chosen);
    setProblem(wrong);
    if (wrong === null && (await submit(chosen))) onDone();
  };

  return (
    <Sheet open title="改称呼" onClose={close}>
      <Text className="account__fact">{about}</Text>
      <Form onSubmit={send}>
        <Field label="称呼" hint={`最多 ${NAME_LIMITS.max} 字`} required error={problem ?? error?.fields.name ?? null}>
          <Input
            className="field__control account__nickname"
            type="nickname"
            name="name"
            value={name}
            maxlength={-1}
            {...{ ariaLabel: '称呼' }}
          />
        </Field>
        <ErrorNotice error={error} />
        <NativeButton text="保存" formType="submit" disabled={sending} />
      </Form>
    </Sheet>
  );
}
