import { type MinutesContent, type MinutesDetail, type MinutesDraft, overlongFields } from '@consult/shared';
import { useDidHide } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { getDraft, writeMinutes } from '@/features/minutes/minutes.api';
import { useIsShown } from '@/hooks/useIsShown';
import { useSubmission } from '@/hooks/useSubmission';
import type { ApiError } from '@/services/api-error';
import { keepCaret } from '@/services/caret';
import { useDraft } from '@/services/drafts';
import { onNetworkChange } from '@/services/network';
import { adopt, contentOf, isUnsaved, type MinutesForm, type Writing, writingOf } from './minutes-form';

/** After the last change, and at the latest while somebody goes on typing. */
const SAVE_AFTER_MS = 1500;
const SAVE_AT_LATEST_MS = 8000;
/** How often the words of others are looked for, and a failed saving is tried again. */
const LOOK_EVERY_MS = 4000;

/** Where what was typed is now. `long`: a field is too long to be saved. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'refused' | 'long';

export interface SharedWriting {
  form: MinutesForm;
  change(part: Partial<MinutesForm>): void;
  state: SaveState;
  /** When the server last had all of it, ms since 1970; null: not since the form was opened. */
  savedAt: number | null;
  error: ApiError | null;
  /** Who else writes at the moment. */
  writers: MinutesDraft['writers'];
  /** Something that had been typed before was found on the device. */
  restored: boolean;
  /** Saves what is not saved. @returns whether the server has all of it */
  save(): Promise<boolean>;
  /** Forgets what is on the device. */
  clear(): void;
}

/** The form of minutes that several write at once: saved by itself, with the words of the others coming in. */
export function useSharedWriting(minutes: MinutesDetail): SharedWriting {
  const { id } = minutes;
  const draft = useDraft<Writing>(`minutes-writing:${id}`, writingOf(minutes));
  const { update } = draft;
  const latest = useRef(draft.value);
  const [restored] = useState(() => draft.restored && isUnsaved(draft.value));
  const [state, setState] = useState<SaveState>('saved');
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [writers, setWriters] = useState<MinutesDraft['writers']>([]);
  const submission = useSubmission((body: Parameters<typeof writeMinutes>[1], key: string) =>
    writeMinutes(id, body, key),
  );
  const { submit } = submission;
  /** What was saved and joined with the words of others, which could not be fetched yet. */
  const unseen = useRef<MinutesContent | null>(null);
  const busy = useRef<Promise<boolean> | null>(null);
  const changedAt = useRef<{ first: number; last: number } | null>(null);
  const isShown = useIsShown();

  const put = useCallback(
    (writing: Writing) => {
      latest.current = writing;
      update(writing);
    },
    [update],
  );

  const saveOnce = useCallback(async (): Promise<boolean> => {
    if (unseen.current !== null) {
      const joined = await getDraft(id).catch(() => null);
      if (joined === null) {
        setState('offline');
        return false;
      }
      keepCaret();
      put(adopt(latest.current, unseen.current, joined));
      unseen.current = null;
    }
    const { form, revision } = latest.current;
    const sent = contentOf(form);
    if (!isUnsaved(latest.current)) {
      setState('saved');
      return true;
    }
    if (overlongFields(sent).length > 0) {
      setState('long');
      return false;
    }
    changedAt.current = null;
    setState('saving');
    const answer = await submit({ ...sent, revision });
    if (answer === null) return false;
    const joined = answer.merged ? await getDraft(id).catch(() => null) : null;
    if (answer.merged && joined === null) {
      unseen.current = sent;
      setState('offline');
      return false;
    }
    keepCaret();
    put(adopt(latest.current, sent, joined ?? { revision: answer.revision, savedAt: 0, writers: [], content: null }));
    setSavedAt(joined?.savedAt ?? Date.now());
    setState(isUnsaved(latest.current) ? 'waiting' : 'saved');
    return true;
  }, [id, put, submit]);

  const save = useCallback(async (): Promise<boolean> => {
    // What is on its way first; then whatever was typed meanwhile.
    if (busy.current !== null) await busy.current;
    busy.current = saveOnce().finally(() => {
      busy.current = null;
    });
    const done = await busy.current;
    return done && !isUnsaved(latest.current) ? true : done && saveOnce();
  }, [saveOnce]);

  const change = useCallback(
    (part: Partial<MinutesForm>) => {
      const { form, ...rest } = latest.current;
      put({ ...rest, form: { ...form, ...part } });
      const now = Date.now();
      changedAt.current = { first: changedAt.current?.first ?? now, last: now };
      setState((was) => (was === 'offline' ? was : 'waiting'));
    },
    [put],
  );

  const { error } = submission;
  useEffect(() => {
    if (error !== null) setState(error.retryable ? 'offline' : 'refused');
  }, [error]);

  const look = useCallback(async () => {
    if (busy.current !== null) return;
    const before = latest.current.revision;
    const found = await getDraft(id, before).catch(() => null);
    if (found === null) return;
    setWriters(found.writers);
    // Overtaken by a saving of one's own, which brought the words of others along.
    if (
      busy.current !== null ||
      unseen.current !== null ||
      latest.current.revision !== before ||
      found.content === null
    )
      return;
    keepCaret();
    put(adopt(latest.current, latest.current.base, found));
  }, [id, put]);

  // What the device kept may be older than what the server has by now.
  useEffect(() => {
    if (isUnsaved(latest.current)) changedAt.current = { first: 0, last: 0 };
    void look();
  }, [look]);

  useEffect(() => {
    if (!isShown) return;
    const saving = setInterval(() => {
      const { first, last } = changedAt.current ?? {};
      const now = Date.now();
      if (busy.current !== null || first === undefined || last === undefined) return;
      if (now - last >= SAVE_AFTER_MS || now - first >= SAVE_AT_LATEST_MS) void save();
    }, SAVE_AFTER_MS / 3);
    const looking = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      clearInterval(saving);
      clearInterval(looking);
    };
  }, [isShown, look, save]);

  // Nothing more is typed, but what is waiting goes out as soon as it can.
  useEffect(() => {
    if (state !== 'offline') return;
    const stop = onNetworkChange(() => void save());
    const again = setInterval(() => void save(), LOOK_EVERY_MS);
    return () => {
      stop();
      clearInterval(again);
    };
  }, [state, save]);

  useDidHide(() => void save());
  const { clear } = draft;
  useEffect(
    () => () => {
      // What is safe on the server need not stay on the device.
      void save().then((safe) => safe && clear());
    },
    [save, clear],
  );

  const { form } = draft.value;
  return { form, change, state, savedAt, error, writers, restored, save, clear };
}
