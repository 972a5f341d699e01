import Taro from '@tarojs/taro';
import { dropFile } from './photo-files';
import { keepOnDevice } from './store';

/** A photo that was chosen and is not known to be uploaded; it outlives the app. */
export interface PendingFile {
  /** Also the upload's Idempotency-Key. */
  key: string;
  path: string;
  /** Bytes. */
  size: number;
  name: string;
}

const keyOf = (draftKey: string): string => `${draftKey}:photos`;

function isFiles(found: unknown): found is PendingFile[] {
  return Array.isArray(found);
}

/** The photos of a draft that were on their way when the app ended; null keeps none. */
export function pendingFiles(draftKey: string | null): PendingFile[] {
  if (draftKey === null) return [];
  const found: unknown = Taro.getStorageSync(keyOf(draftKey));
  return isFiles(found) ? found : [];
}

function write(draftKey: string, files: readonly PendingFile[]): void {
  if (files.length > 0) keepOnDevice(keyOf(draftKey), files);
  else Taro.removeStorageSync(keyOf(draftKey));
}

/** Remembers a photo until it is forgotten. */
export function rememberFile(draftKey: string | null, file: PendingFile): void {
  if (draftKey !== null) write(draftKey, [...pendingFiles(draftKey), file]);
}

/** Forgets one photo, or with no key all of the draft's, and their files. */
export function forgetFiles(draftKey: string | null, key?: string): void {
  if (draftKey === null) return;
  const files = pendingFiles(draftKey);
  const gone = files.filter((file) => key === undefined || file.key === key);
  for (const file of gone) dropFile(file);
  write(
    draftKey,
    files.filter((file) => !gone.includes(file)),
  );
}
