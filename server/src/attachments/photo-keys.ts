import { MINUTE_MS } from '@consult/shared';
import { Inject, Injectable } from '@nestjs/common';
import { AddressKeys } from '../common/address-keys.js';
import { Clock } from '../common/clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';

/**
 * Long enough for WeChat's check of pictures, which takes up to 40 minutes, and the same within a window, so that
 * phones keep the picture.
 */
const WINDOW_MS = 120 * MINUTE_MS;

/**
 * The key in a photo's address. An <img> sends no Authorization header, so an address given to somebody who
 * may see the photo carries the right to it, for two to four hours. One given to everybody is worth nothing once the
 * photo, or what it hangs on, is taken down; one given to its uploader or to those who handle it still is.
 */
@Injectable()
export class PhotoKeys extends AddressKeys {
  constructor(@Inject(CONFIG) config: Config, clock: Clock) {
    super('photo', config.secret, WINDOW_MS, () => clock.now());
  }
}
