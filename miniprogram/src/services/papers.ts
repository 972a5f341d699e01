import Taro from '@tarojs/taro';
import { readAnswer } from './answers';
import { API_ROOT, requestHeaders } from './api';
import { unreachable } from './api-error';
import { saveFile } from './object-urls';
import { withToken } from './tokens';
import { tellRefusal } from './wechat-refusal';

/**
 * Hands over a paper in .docx as far as this person may have it: in WeChat opened, to be sent on; in a browser saved.
 * @param path under /api/v1, with its slash
 * @throws ApiError
 */
export async function openPaper(path: string): Promise<void> {
  const url = `${API_ROOT}${path}`;
  if (process.env.TARO_ENV === 'h5') await withToken((token) => save(url, token), true);
  else await withToken((token) => open(url, token), true);
}

async function save(url: string, token: string | null): Promise<void> {
  const answer = await fetch(url, { headers: requestHeaders(token) }).catch(() => {
    throw unreachable();
  });
  if (!answer.ok) readAnswer(answer.status, await answer.json().catch(() => null));
  const [, name = ''] = /filename\*=UTF-8''(.*)$/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  saveFile(await answer.blob(), decodeURIComponent(name));
}

/** What a refusal says went into the file that was downloaded; null where it says nothing of ours. */
function refusalIn(filePath: string): unknown {
  try {
    return JSON.parse(String(Taro.getFileSystemManager().readFileSync(filePath, 'utf8')));
  } catch {
    return null;
  }
}

async function open(url: string, token: string | null): Promise<void> {
  const { tempFilePath, statusCode } = await Taro.downloadFile({ url, header: requestHeaders(token) }).catch(() => {
    throw unreachable();
  });
  if (statusCode !== 200) readAnswer(statusCode, refusalIn(tempFilePath));
  await Taro.openDocument({
    filePath: tempFilePath,
    fileType: url.endsWith('.xlsx') ? 'xlsx' : 'docx',
    showMenu: true,
  }).catch(tellRefusal);
}
