import { randomUUID } from 'node:crypto';
import { access, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { type PhotoStore, storeDown } from './photo-store.js';

/** In the data directory. */
export const PHOTO_FOLDER = 'photos';

/** Of a file that is still being written. */
const PARTIAL = '.part';

/** Photos in a folder; for one server, or several that share the folder. */
export class DiskPhotoStore implements PhotoStore {
  private readonly root: string;

  constructor(dataDir: string) {
    this.root = path.join(dataDir, PHOTO_FOLDER);
  }

  async write(key: string, content: Buffer): Promise<void> {
    const file = this.file(key);
    const partial = `${file}.${randomUUID()}${PARTIAL}`;
    try {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(partial, content);
      await rename(partial, file);
    } catch (error) {
      await rm(partial, { force: true }).catch(() => {});
      throw storeDown(error);
    }
  }

  async read(key: string): Promise<Readable | null> {
    const handle = await open(this.file(key)).catch(nullWhenMissing);
    return handle?.createReadStream() ?? null;
  }

  async delete(keys: readonly string[]): Promise<void> {
    await Promise.all(keys.map((key) => rm(this.file(key), { force: true }))).catch((error) => {
      throw storeDown(error);
    });
  }

  async exists(key: string): Promise<boolean> {
    return (await access(this.file(key)).then(() => true, nullWhenMissing)) ?? false;
  }

  async *list(): AsyncIterable<string> {
    const shards = (await readdir(this.root).catch(nullWhenMissing)) ?? [];
    for (const shard of shards) {
      const names = (await readdir(path.join(this.root, shard)).catch(nullWhenMissing)) ?? [];
      for (const name of names) yield `${shard}/${name}`;
    }
  }

  private file(key: string): string {
    return path.join(this.root, key);
  }
}

function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw storeDown(error);
}
