import { ATTACHMENT_LIMITS, type AttachmentView, ERRORS, errorMessage } from '@consult/shared';
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
  if (photo.size > ATTACHMENT_LIMITS.bytesMax) {
    const details = { megabytes: ATTACHMENT_LIMITS.bytesMax / 1024 / 1024 };
    const { status } = ERRORS['ATTACHMENT.TOO_LARGE'];
    throw new ApiError('ATTACHMENT.TOO_LARGE', errorMessage('ATTACHMENT.TOO_LARGE', details), status, details);
  }
  return oneOfFew(() => withToken((token) => send(photo, requestHeaders(token, idempotencyKey), onProgress), false));
}

async function send(
  photo: LocalPhoto,
  header: Record<string, string>,
  onProgress: (percent: number) => void,
): Promise<AttachmentView> {
  let answer: Taro.uploadFile.SuccessCallbackResult;
  try {
    const task = Taro.uploadFile({
      url: `${API_ROOT}/attachments`,
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
  return readAnswer<AttachmentView>(answer.statusCode, parse(answer.data));
}

/** uploadFile hands the body over as text. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
