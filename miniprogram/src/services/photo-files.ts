import Taro from '@tarojs/taro';

/*
 * A chosen photo lies in a temporary file, which WeChat removes when the app ends. Kept files stay until they are
 * dropped, 200 MB in all. In a browser there is nowhere to keep one: it is uploaded while the page is open.
 */

/** Keeps a chosen photo's file. @returns its new path, or the old one where it could not be kept */
export function keepFile(path: string): Promise<string> {
  if (process.env.TARO_ENV !== 'weapp') return Promise.resolve(path);
  return new Promise((resolve) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath: path,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => resolve(path),
    });
  });
}

/** Lets go of a kept file; what is gone already is no matter. */
export function dropFile(path: string): void {
  if (process.env.TARO_ENV !== 'weapp') return;
  Taro.getFileSystemManager().removeSavedFile({ filePath: path, fail: () => undefined });
}
