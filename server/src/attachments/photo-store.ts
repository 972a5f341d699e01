import type { Readable } from 'node:stream';
import { Logger } from '@nestjs/common';
import { CodedError } from '../common/errors/coded-error.js';

/** Injection token of the PhotoStore that the configuration names. */
export const PHOTO_STORE = Symbol('photo store');

/**
 * Files by key, see photoKey. A file is there whole or not at all. Every method throws ATTACHMENT.STORE_DOWN when the
 * store cannot be reached or refuses, and none may be called inside a transaction.
 */
export interface PhotoStore {
  /** Replaces what is there. @param type its media type, for stores that keep one; a JPEG where left out */
  write(key: string, content: Buffer, type?: string): Promise<void>;
  /** Null when there is no such file. */
  read(key: string): Promise<Readable | null>;
  /** What is not there counts as deleted. */
  delete(keys: readonly string[]): Promise<void>;
  exists(key: string): Promise<boolean>;
  /** Every key, in no promised order. */
  list(): AsyncIterable<string>;
}

/** What users are told when the store fails; the cause goes to the log, where it names a key at most. */
export function storeDown(cause: unknown): CodedError {
  new Logger('photos').error(`the photo store failed: ${String(cause)}`);
  return new CodedError('ATTACHMENT.STORE_DOWN');
}
