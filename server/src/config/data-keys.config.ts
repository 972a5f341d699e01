import { createHash } from 'node:crypto';
import { ConfigError } from './config-error.js';

const KEY_BYTES = 32;
const KEY_ID = /^[A-Za-z0-9_-]{1,16}$/;

/** The keys that personal fields are encrypted with, by id. */
export interface DataKeys {
  /** The id of the key that encrypts from now on; the others only decrypt. */
  readonly current: string;
  readonly byId: ReadonlyMap<string, Buffer>;
}

/** Where there is nothing real to protect: the demo and tests. */
const demoKey = (name: string) => createHash('sha256').update(`demo-${name}-not-for-production`).digest();

/**
 * Reads DATA_KEYS, "id:base64,id2:base64" with the current key first.
 * @throws ConfigError in production when it is missing or the demo's, and for a key that is not 32 bytes
 */
export function readDataKeys(text: string | undefined, production: boolean): DataKeys {
  if (!text) {
    if (production) throw new ConfigError('DATA_KEYS is missing');
    return { current: 'demo', byId: new Map([['demo', demoKey('data-key')]]) };
  }
  const keys = text.split(',').map((entry): [string, Buffer] => {
    const [, id = '', key = ''] = /^\s*([^:]*):(.*?)\s*$/.exec(entry) ?? [];
    if (!KEY_ID.test(id)) throw new ConfigError('DATA_KEYS must be "id:base64,id2:base64", the current key first');
    return [id, readKey(`DATA_KEYS (key ${id})`, key, 'data-key', production)];
  });
  const byId = new Map(keys);
  if (byId.size < keys.length) throw new ConfigError('DATA_KEYS names a key twice');
  return { current: keys[0]?.[0] ?? '', byId };
}

/**
 * Reads LOOKUP_KEY, 32 bytes in base64: the key of the hashes by which a phone number is found.
 * It is no data key, so that rotating those leaves every hash as it is.
 * @throws ConfigError in production when it is missing or the demo's, and for a key that is not 32 bytes
 */
export function readLookupKey(text: string | undefined, production: boolean): Buffer {
  if (text) return readKey('LOOKUP_KEY', text, 'lookup-key', production);
  if (production) throw new ConfigError('LOOKUP_KEY is missing');
  return demoKey('lookup-key');
}

function readKey(name: string, base64: string, demo: string, production: boolean): Buffer {
  const key = Buffer.from(base64, 'base64');
  if (key.length !== KEY_BYTES) throw new ConfigError(`${name} must be ${KEY_BYTES} bytes in base64`);
  if (production && key.equals(demoKey(demo))) throw new ConfigError(`${name} must be your own, not the demo's`);
  return key;
}
