import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { DataKeys } from '../../config/data-keys.config.js';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;

/**
 * Encrypts fields of rows: "keyId.iv.tag.data", each part but the first in base64url. The key's id is in it so that
 * keys can be exchanged while old fields stay readable.
 */
@Injectable()
export class FieldCipher {
  private readonly keys: DataKeys;

  constructor(@Inject(CONFIG) config: { readonly dataKeys: DataKeys }) {
    this.keys = config.dataKeys;
  }

  /** @param place the field, for example `phones.phone.<id>`: what is copied to another field does not open there */
  seal(text: string, place: string): string {
    const { current } = this.keys;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key(current), iv).setAAD(Buffer.from(place));
    const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return [current, ...[iv, cipher.getAuthTag(), data].map((part) => part.toString('base64url'))].join('.');
  }

  /** @throws Error when the key is not among the DATA_KEYS, or the field was changed or moved */
  open(sealed: string, place: string): string {
    const [id = '', ...parts] = sealed.split('.');
    const [iv = EMPTY, tag = EMPTY, data = EMPTY] = parts.map((part) => Buffer.from(part, 'base64url'));
    const decipher = createDecipheriv(ALGORITHM, this.key(id), iv, { authTagLength: 16 })
      .setAAD(Buffer.from(place))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8');
  }

  /** Whether a field was encrypted with the key that is current now. */
  isCurrent(sealed: string): boolean {
    return sealed.startsWith(`${this.keys.current}.`);
  }

  private key(id: string): Buffer {
    const key = this.keys.byId.get(id);
    if (key === undefined) throw new Error(`DATA_KEYS has no key ${JSON.stringify(id)}`);
    return key;
  }
}

const EMPTY = Buffer.alloc(0);
