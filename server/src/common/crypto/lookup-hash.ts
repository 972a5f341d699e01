import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';

/** Finds an encrypted value again without decrypting: a keyed hash, worth nothing without LOOKUP_KEY. */
@Injectable()
export class LookupHash {
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) config: { readonly lookupKey: Buffer }) {
    this.key = config.lookupKey;
  }

  /** @param kind what the value is, so that equal values of two kinds differ. @returns 64 hexadecimal digits */
  of(kind: string, value: string): string {
    return createHmac('sha256', this.key).update(`${kind}\0${value}`).digest('hex');
  }
}
