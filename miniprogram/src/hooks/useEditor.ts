import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { ApiError } from '@/services/api-error';
import { type Draft, useDraft } from '@/services/drafts';
import { useSubmission } from './useSubmission';

interface Options<Form extends object, Body, Result> {
  /** Names the form and what it edits; kept on the device under it. */
  keepAs: string;
  initial: Form;
  /** What is missing or wrong, by field. */
  problemsOf(form: Form): Readonly<Record<string, string>>;
  /** The form as it is sent; asked only where nothing is wrong. */
  bodyOf(form: Form): Body;
  save(body: Body, idempotencyKey: string): Promise<Result>;
  onSaved(result: Result): unknown;
}

/** What a form of a page of its own is given, whatever it is about. */
export interface EditorProps<Form extends object, Body> {
  pageTitle: string;
  /** Names the draft on this device. */
  draft: string;
  initial: Form;
  /** @returns the id of what was saved */
  save(body: Body, idempotencyKey: string): Promise<string>;
  onSaved(id: string): void;
}

export interface Editor<Form extends object> {
  draft: Draft<Form>;
  /** What is wrong with each field, shown once saving was tried. */
  errors: Readonly<Record<string, string | undefined>>;
  /** How many fields keep it from being saved; 0 before saving was tried. */
  missing: number;
  sending: boolean;
  error: ApiError | null;
  send(): Promise<void>;
}

/** Brings into view what keeps a form from being saved, once it is drawn. */
export function showProblem(): void {
  Taro.nextTick(() => {
    Taro.pageScrollTo({ selector: '.error-notice, .field--wrong', offsetTop: -80 }).catch(() => {
      // It is said at the end of the form as well.
    });
  });
}

/** A form of a page of its own (components/EditorPage): kept on the device until it is saved. */
export function useEditor<Form extends object, Body, Result>(options: Options<Form, Body, Result>): Editor<Form> {
  const draft = useDraft(options.keepAs, options.initial);
  const [tried, setTried] = useState(false);
  const { submit, error, state } = useSubmission(options.save);
  const problems = options.problemsOf(draft.value);
  const missing = Object.keys(problems).length;
  return {
    draft,
    errors: { ...error?.fields, ...(tried ? problems : {}) },
    missing: tried ? missing : 0,
    sending: state === 'sending',
    error,
    send: async () => {
      setTried(true);
      const result = missing > 0 ? null : await submit(options.bodyOf(draft.value));
      if (result === null) {
        showProblem();
        return;
      }
      draft.clear();
      await options.onSaved(result);
    },
  };
}
