import { API_ROOT } from '@/services/api';
import { copyText } from '@/services/clipboard';

/**
 * Hands over a file of open data: a browser saves it; WeChat, which opens no such files, copies its address.
 * @param path under /api/v1, with its slash
 */
export async function fetchFile(path: string): Promise<void> {
  const url = `${API_ROOT}${path}`;
  if (process.env.TARO_ENV === 'h5') {
    window.open(url, '_blank', 'noopener');
    return;
  }
  await copyText(url, '网址已复制，请在电脑浏览器里打开', '没能复制，请在电脑浏览器里打开“开放数据”再下载');
}
