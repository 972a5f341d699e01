import { lengthOf } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Sheet } from '@/components/Sheet';
import { Tappable } from '@/components/Tappable';
import { TextArea } from '@/components/TextArea';
import { useSubmission } from '@/hooks/useSubmission';
import { useDraft } from '@/services/drafts';
import './index.scss';

/** What to ask before a move, and how to make it. */
export interface Question<T> {
  title: string;
  /** What will follow from it. */
  text?: string;
  /** Left out: no reason is asked for. */
  reason?: {
    label: string;
    required: boolean;
    /** Characters. */
    max: number;
    hint?: string;
    /** Usual reasons, put in with one tap. */
    usual?: readonly string[];
  };
  /** Names the question and what it is asked of: what is written stays on the device under it until it is sent. */
  keepAs?: string;
  confirmLabel: string;
  danger?: boolean;
  /** Makes the move; what it throws is shown in the sheet, where the reason still stands. */
  onConfirm(reason: string, idempotencyKey: string): Promise<T>;
}

interface Props<T> {
  question: Question<T>;
  onDone(result: T | null): void;
}

/** The sheet of one question; screens use useConfirmSheet. */
export function ConfirmSheet<T>({ question, onDone }: Props<T>) {
  const { title, text, reason, keepAs, confirmLabel, danger = false, onConfirm } = question;
  const draft = useDraft(reason && keepAs ? `reason:${keepAs}` : null, { words: '' });
  const { words } = draft.value;
  const setWords = (next: string) => draft.update({ words: next });
  const [missing, setMissing] = useState(false);
  const { submit, error, state } = useSubmission(onConfirm);
  const trimmed = words.trim();

  const confirm = async () => {
    if (reason?.required && trimmed === '') {
      setMissing(true);
      return;
    }
    if (reason && lengthOf(trimmed) > reason.max) return;
    const answer = await submit(trimmed);
    // Null is also what a failed attempt gives: the sheet stays then, and says why.
    if (answer === null) return;
    draft.clear();
    onDone(answer);
  };
  const close = () => {
    if (state !== 'sending') onDone(null);
  };

  return (
    <Sheet
      open
      title={title}
      onClose={close}
      footer={
        <>
          {/* Beside a button that calls something off, 取消 could mean either. */}
          <Button block kind="secondary" text={confirmLabel.startsWith('取消') ? '返回' : '取消'} onPress={close} />
          <Button block kind={danger ? 'danger' : 'primary'} text={confirmLabel} onPress={confirm} />
        </>
      }
    >
      {text && <Text className="confirm-sheet__text">{text}</Text>}
      {reason?.usual && (
        <View className="confirm-sheet__usual">
          {reason.usual.map((usual) => (
            <Tappable key={usual} className="confirm-sheet__reason" onTap={() => setWords(usual)}>
              <Text>{usual}</Text>
            </Tappable>
          ))}
        </View>
      )}
      {reason && (
        <TextArea
          label={reason.label}
          hint={reason.hint}
          required={reason.required}
          max={reason.max}
          value={words}
          error={missing && trimmed === '' ? `请填写${reason.label}` : error?.fields.reason}
          onChange={setWords}
        />
      )}
      <ErrorNotice error={error} />
    </Sheet>
  );
}
