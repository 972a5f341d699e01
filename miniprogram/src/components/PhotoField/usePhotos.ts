import type { AttachmentView } from '@consult/shared';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiError, toApiError } from '@/services/api-error';
import { sendMakingGood } from '@/services/obligations';
import { forgetFiles, type PendingFile, pendingFiles, rememberFile } from '@/services/pending-photos';
import { keepFile, openFile } from '@/services/photo-files';
import { choosePhotos, type LocalPhoto, uploadPhoto } from '@/services/upload';
import { uuid } from '@/utils/uuid';

/** By then a draft has written down what was uploaded (services/drafts). */
const FORGET_AFTER_MS = 1500;

/** A photo on its way up; once there it is an AttachmentView of the field's value. */
export interface PendingPhoto {
  /** Also the upload's Idempotency-Key, so that a retry makes no second one. */
  key: string;
  photo: LocalPhoto;
  percent: number;
  error: ApiError | null;
}

export interface Photos {
  pending: readonly PendingPhoto[];
  /** How many were chosen before and are gone. */
  lost: number;
  add(): Promise<void>;
  retry(key: string): void;
  drop(key: string): void;
  /** Of all that failed. */
  retryFailed(): void;
  dropFailed(): void;
}

const starting = (key: string, photo: LocalPhoto): PendingPhoto => ({ key, photo, percent: 0, error: null });

/**
 * Chooses photos and uploads them, each by itself; those that a kill or reload cut off go on when the form is opened again.
 * @param room how many more there may be, with those on their way
 * @param draftKey whose draft they belong to (Draft.key); null forgets them with the page
 * @param onUploaded called with each one when it is up
 */
export function usePhotos(room: number, draftKey: string | null, onUploaded: (photo: AttachmentView) => void): Photos {
  const [interrupted] = useState(() => pendingFiles(draftKey));
  const [pending, setPending] = useState<PendingPhoto[]>(() => interrupted.map((file) => starting(file.key, file)));
  const [lost, setLost] = useState(0);
  const done = useRef(onUploaded);
  done.current = onUploaded;

  const change = useCallback((key: string, to: Partial<PendingPhoto>) => {
    setPending((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));
  }, []);
  const hide = useCallback((key: string) => setPending((all) => all.filter((one) => one.key !== key)), []);
  const drop = useCallback(
    (key: string) => {
      hide(key);
      forgetFiles(draftKey, key);
    },
    [hide, draftKey],
  );

  const upload = useCallback(
    async (key: string, photo: LocalPhoto) => {
      change(key, { error: null, percent: 0 });
      try {
        const uploaded = await sendMakingGood(() => uploadPhoto(photo, key, (percent) => change(key, { percent })));
        hide(key);
        done.current(uploaded);
        setTimeout(() => forgetFiles(draftKey, key), FORGET_AFTER_MS);
      } catch (thrown) {
        change(key, { error: toApiError(thrown) });
      }
    },
    [change, hide, draftKey],
  );

  useEffect(() => {
    const goOn = async (file: PendingFile) => {
      const path = await openFile(file);
      if (path === null) {
        drop(file.key);
        setLost((count) => count + 1);
        return;
      }
      const photo = { ...file, path };
      change(file.key, { photo });
      await upload(file.key, photo);
    };
    for (const file of interrupted) void goOn(file);
  }, [interrupted, upload, drop, change]);

  const add = async () => {
    const left = room - pending.length;
    const chosen = (await choosePhotos(left)).slice(0, left);
    setLost(0);
    const started = await Promise.all(
      chosen.map(async (photo) => {
        const key = uuid();
        return starting(key, draftKey === null ? photo : { ...photo, path: await keepFile({ key, path: photo.path }) });
      }),
    );
    for (const { key, photo } of started) rememberFile(draftKey, { key, ...photo });
    setPending((all) => [...all, ...started]);
    await Promise.all(started.map(({ key, photo }) => upload(key, photo)));
  };

  const retry = (key: string) => {
    const failed = pending.find((one) => one.key === key);
    if (failed) void upload(key, failed.photo);
  };

  const failed = pending.filter(({ error }) => error !== null);
  const retryFailed = () => {
    for (const { key, photo } of failed) void upload(key, photo);
  };
  const dropFailed = () => {
    for (const { key } of failed) drop(key);
  };

  return { pending, lost, add, retry, drop, retryFailed, dropFailed };
}
