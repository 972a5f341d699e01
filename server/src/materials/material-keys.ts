import { MINUTE_MS } from '@consult/shared';
import { Inject, Injectable } from '@nestjs/common';
import { AddressKeys } from '../common/address-keys.js';
import { Clock } from '../common/clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';

/** Long enough to read what there is and tap on it. */
const WINDOW_MS = 15 * MINUTE_MS;

/**
 * The key in the address of a paper's file: what downloads it, a browser or WeChat, sends no token. It works for a
 * quarter to half an hour.
 */
@Injectable()
export class MaterialKeys extends AddressKeys {
  constructor(@Inject(CONFIG) config: Config, clock: Clock) {
    super('material', config.secret, WINDOW_MS, () => clock.now());
  }
}
