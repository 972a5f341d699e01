import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';
import { PHOTO_FOLDER } from '../../src/attachments/disk-photo-store.js';
import type { PhotoStoreConfig } from '../../src/config/photo-store.config.js';

/** Where a server keeps its photos, and how to put that out of its reach. */
export interface TestPhotoStore {
  readonly dataDir: string;
  readonly config: PhotoStoreConfig;
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

export const PHOTO_STORES = { disk, s3 } as const;

async function disk(): Promise<TestPhotoStore> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'consult-photos-'));
  const folder = path.join(dataDir, PHOTO_FOLDER);
  const away = `${folder}.away`;
  return {
    dataDir,
    config: { kind: 'disk' },
    // A file where the folder has to be keeps root out too.
    goDown: async () => {
      await rename(folder, away);
      await writeFile(folder, '');
    },
    comeBack: async () => {
      await rm(folder);
      await rename(away, folder);
    },
    stop: () => rm(dataDir, { recursive: true, force: true }),
  };
}

async function s3(): Promise<TestPhotoStore> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'consult-bucket-'));
  const bucket = 'photos-of-a-county';
  const start = async (port: number) => {
    const options = { port, address: '127.0.0.1', silent: true, directory: dataDir };
    const server = new S3rver({ ...options, configureBuckets: [{ name: bucket }] });
    return { server, port: (await server.run()).port };
  };
  const { server, port } = await start(0);
  let running: S3rver | null = server;
  const goDown = async () => {
    await running?.close();
    running = null;
  };
  return {
    dataDir,
    config: {
      kind: 's3',
      endpoint: `http://127.0.0.1:${port}`,
      bucket,
      region: 'us-east-1',
      accessKey: 'S3RVER',
      secretKey: 'S3RVER',
      pathStyle: true,
    },
    goDown,
    comeBack: async () => {
      running = (await start(port)).server;
    },
    stop: async () => {
      await goDown();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
