import type { MyData } from '@consult/shared';
import Taro from '@tarojs/taro';
import { saveFile } from '@/services/object-urls';

const FILE_NAME = '我的资料.json';

/**
 * Puts a copy of somebody's data where they can take it from.
 * @returns the file's path in WeChat, to be forwarded from there; null in a browser, which has downloaded it
 */
export function saveMyData(data: MyData): string | null {
  const text = JSON.stringify(data, null, 2);
  if (process.env.TARO_ENV !== 'h5') return write(text);
  saveFile(new Blob([text], { type: 'application/json' }), FILE_NAME);
  return null;
}

function write(text: string): string {
  const path = `${Taro.env.USER_DATA_PATH}/${FILE_NAME}`;
  Taro.getFileSystemManager().writeFileSync(path, text, 'utf8');
  return path;
}

/** Hands the file on to a chat, such as 文件传输助手; called by a tap. */
export async function forwardFile(filePath: string): Promise<void> {
  try {
    await Taro.shareFileMessage({ filePath, fileName: FILE_NAME });
  } catch {
    // Changed their mind: the file is still there.
  }
}
