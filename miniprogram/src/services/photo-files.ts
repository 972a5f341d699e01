import Taro from '@tarojs/taro';

/*
 * A chosen photo lies in a temporary file, which WeChat removes when the app ends. Kept files stay until they are
 * dropped, 200 MB in all. In a browser they are in IndexedDB, see photo-files.h5.ts.
 */

/** A kept photo. */
export interface KeptFile {
  key: string;
  path: string;
}

/** Keeps a chosen photo. @returns where it is now, or the old path where it could not be kept */
export function keepFile({ path }: KeptFile): Promise<string> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath: path,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: () => resolve(path),
    });
  });
}

/** Where a photo that was kept by an earlier run can be read; null when it is gone. */
export function openFile({ path }: KeptFile): Promise<string | null> {
  return Promise.resolve(path);
}

/** Lets go of a kept photo; what is gone already is no matter. */
export function dropFile({ path }: KeptFile): void {
  Taro.getFileSystemManager().removeSavedFile({ filePath: path, fail: () => undefined });
}
