import type { Config } from '../config/config.js';
import { DiskPhotoStore } from './disk-photo-store.js';
import type { PhotoStore } from './photo-store.js';
import { S3PhotoStore } from './s3-photo-store.js';

/** The store that the configuration names. */
export function openPhotoStore({ photoStore, dataDir }: Pick<Config, 'photoStore' | 'dataDir'>): PhotoStore {
  return photoStore.kind === 's3' ? new S3PhotoStore(photoStore) : new DiskPhotoStore(dataDir);
}
