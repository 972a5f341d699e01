import { createStore, del, get, set } from 'idb-keyval';
import type { KeptFile } from './photo-files';

/*
 * In a browser a chosen photo is an object URL, which ends with the page. The picture itself is kept in IndexedDB under
 * its key; where that is forbidden or full, it lasts as long as the page.
 */
const files = createStore('photos', 'files');

/** Keeps a chosen photo. @returns where it is now */
export async function keepFile({ key, path }: KeptFile): Promise<string> {
  try {
    const picture = await (await fetch(path)).blob();
    await set(key, picture, files);
  } catch {
    // It is uploaded from where it is.
  }
  return path;
}

/** Where a photo that was kept before a reload can be read; null when it is gone. */
export async function openFile({ key }: KeptFile): Promise<string | null> {
  const picture = await get<Blob>(key, files).catch(() => undefined);
  return picture ? URL.createObjectURL(picture) : null;
}

/** Lets go of a kept photo; what is gone already is no matter. */
export function dropFile({ key }: KeptFile): void {
  del(key, files).catch(() => undefined);
}
