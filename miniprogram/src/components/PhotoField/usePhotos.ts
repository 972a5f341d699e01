import type { AttachmentView } from '@consult/shared';
import { useCallback, useRef, useState } from 'react';
import { type ApiError, toApiError } from '@/services/api-error';
import { choosePhotos, type LocalPhoto, uploadPhoto } from '@/services/upload';
import { uuid } from '@/utils/uuid';

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
  add(): Promise<void>;
  retry(key: string): void;
  drop(key: string): void;
}

/**
 * Chooses photos and uploads them, each by itself.
 * @param room how many more there may be
 * @param onUploaded called with each one when it is up
 */
export function usePhotos(room: number, onUploaded: (photo: AttachmentView) => void): Photos {
  const [pending, setPending] = useState<PendingPhoto[]>([]);
  const done = useRef(onUploaded);
  done.current = onUploaded;

  const change = useCallback((key: string, to: Partial<PendingPhoto>) => {
    setPending((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));
  }, []);
  const drop = useCallback((key: string) => setPending((all) => all.filter((one) => one.key !== key)), []);

  const upload = useCallback(
    async (key: string, photo: LocalPhoto) => {
      change(key, { error: null, percent: 0 });
      try {
        const uploaded = await uploadPhoto(photo, key, (percent) => change(key, { percent }));
        drop(key);
        done.current(uploaded);
      } catch (thrown) {
        change(key, { error: toApiError(thrown) });
      }
    },
    [change, drop],
  );

  const add = async () => {
    const chosen = (await choosePhotos(room)).slice(0, room);
    const started = chosen.map((photo) => ({ key: uuid(), photo, percent: 0, error: null }));
    setPending((all) => [...all, ...started]);
    await Promise.all(started.map(({ key, photo }) => upload(key, photo)));
  };

  const retry = (key: string) => {
    const failed = pending.find((one) => one.key === key);
    if (failed) void upload(key, failed.photo);
  };

  return { pending, add, retry, drop };
}
