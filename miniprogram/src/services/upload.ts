import {
  ATTACHMENT_LIMITS,
  type AttachmentView,
  ERRORS,
  type ErrorCode,
  errorMessage,
  MATERIAL_LIMITS,
  type MaterialFile,
} from '@consult/shared';
import Taro from '@tarojs/taro';
import { atMost } from '../utils/at-most';
import { readAnswer } from './answers';
import { API_ROOT, requestHeaders } from './api';
import { ApiError, unreachable } from './api-error';
import { withToken } from './tokens';
import { tellRefusal } from './wechat-refusal';

/** WeChat takes ten; a weak network is better off with few. */
const oneOfFew = atMost(4);

/** A photo on this device, chosen but not yet uploaded. */
export interface LocalPhoto {
  path: string;
  /** Bytes. */
  size: number;
  name: string;
}

/**
 * Lets the person choose or take photos.
 * @returns none when they changed their mind
 */
export async function choosePhotos(count: number): Promise<LocalPhoto[]> {
  try {
    if (process.env.TARO_ENV === 'weapp') {
      const { tempFiles } = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] });
      return tempFiles.map((file) => ({ path: file.tempFilePath, size: file.size, name: '' }));
    }
    const { tempFiles } = await Taro.chooseImage({ count });
    return tempFiles.map((file) => ({ path: file.path, size: file.size, name: file.originalFileObj?.name ?? '' }));
  } catch (failure) {
    tellRefusal(failure);
    return [];
  }
}

/**
 * Uploads one photo (POST /attachments, multipart field `file`).
 * @param onProgress per cent
 * @throws ApiError, before sending anything when the file is too large
 */
export async function uploadPhoto(
  photo: LocalPhoto,
  idempotencyKey: string,
  onProgress: (percent: number) => void,
): Promise<AttachmentView> {
  checkSize(photo, ATTACHMENT_LIMITS.bytesMax, 'ATTACHMENT.TOO_LARGE');
  return oneOfFew(() =>
    withToken((token) => send('/attachments', photo, requestHeaders(token, idempotencyKey), onProgress), false),
  );
}

/**
 * Uploads a file for a session (POST /material-files, multipart field `file`).
 * @throws ApiError, before sending anything when the file is too large
 */
export async function uploadMaterial(file: LocalPhoto, idempotencyKey: string): Promise<MaterialFile> {
  checkSize(file, MATERIAL_LIMITS.bytesMax, 'MATERIAL.TOO_LARGE');
  return oneOfFew(() =>
    withToken((token) => send('/material-files', file, requestHeaders(token, idempotencyKey), () => {}), false),
  );
}

function checkSize({ size }: LocalPhoto, bytesMax: number, code: ErrorCode): void {
  if (size <= bytesMax) return;
  const details = { megabytes: bytesMax / 1024 / 1024 };
  throw new ApiError(code, errorMessage(code, details), ERRORS[code].status, details);
}

async function send<T>(
  path: string,
  photo: LocalPhoto,
  header: Record<string, string>,
  onProgress: (percent: number) => void,
): Promise<T> {
  let answer: Taro.uploadFile.SuccessCallbackResult;
  try {
    const task = Taro.uploadFile({
      url: `${API_ROOT}${path}`,
      filePath: photo.path,
      name: 'file',
      ...(photo.name ? { fileName: photo.name } : {}),
      header,
      timeout: 120_000,
    });
    task.progress(({ progress }) => onProgress(progress));
    answer = await task;
  } catch {
    throw unreachable();
  }
  return readAnswer<T>(answer.statusCode, parse(answer.data));
}

/** uploadFile hands the body over as text. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
