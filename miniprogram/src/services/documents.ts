import Taro from '@tarojs/taro';
import { assetUrl } from './api';
import type { LocalPhoto } from './upload';
import { tellRefusal } from './wechat-refusal';

/** What WeChat opens, by how the name of a file ends. */
type DocumentType = 'doc' | 'docx' | 'xls' | 'xlsx' | 'ppt' | 'pptx' | 'pdf';

/**
 * Shows a file that the server hands out for downloading: in WeChat with its own viewer, in a browser as a download.
 * @param path under the API's origin
 * @param extension `jpg` for a picture
 */
export async function openDocument(path: string, extension: DocumentType | 'jpg'): Promise<void> {
  const url = assetUrl(path);
  if (process.env.TARO_ENV === 'h5') {
    window.open(url, '_blank', 'noopener');
    return;
  }
  try {
    if (extension === 'jpg') await Taro.previewImage({ urls: [url] });
    else await download(url, extension);
  } catch (failure) {
    // After the sign of loading is gone, which would take these words along.
    tellRefusal(failure);
  }
}

async function download(url: string, extension: DocumentType): Promise<void> {
  Taro.showLoading({ title: '正在打开' });
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url });
    if (statusCode !== 200) throw new Error(`the file answered ${statusCode}`);
    await Taro.openDocument({ filePath: tempFilePath, fileType: extension, showMenu: true });
  } finally {
    Taro.hideLoading();
  }
}

const EXTENSIONS = ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'jpg', 'jpeg', 'png', 'webp'];

/**
 * Lets the person choose a file: in WeChat out of a conversation, which is where it keeps files.
 * @returns null when they changed their mind; never where an older browser does not tell of that
 */
export async function chooseDocument(): Promise<LocalPhoto | null> {
  if (process.env.TARO_ENV === 'h5') return chooseInBrowser();
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: EXTENSIONS });
    const [file] = tempFiles;
    return file ? { path: file.path, size: file.size, name: file.name } : null;
  } catch (failure) {
    tellRefusal(failure);
    return null;
  }
}

function chooseInBrowser(): Promise<LocalPhoto | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = EXTENSIONS.map((extension) => `.${extension}`).join(',');
  return new Promise((resolve) => {
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      resolve(file ? { path: URL.createObjectURL(file), size: file.size, name: file.name } : null);
    });
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}
