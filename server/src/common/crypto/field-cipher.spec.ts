import { randomBytes } from 'node:crypto';
import { readDataKeys, readLookupKey } from '../../config/data-keys.config.js';
import { FieldCipher } from './field-cipher.js';
import { LookupHash } from './lookup-hash.js';

const key = () => randomBytes(32).toString('base64');
const cipherOf = (keys: string) => new FieldCipher({ dataKeys: readDataKeys(keys, true) });
const PLACE = 'phones.phone.01';

describe('the cipher of fields', () => {
  const [old, fresh] = [key(), key()];

  it('gives back what it sealed, and never the same twice', () => {
    const cipher = cipherOf(`a:${old}`);
    for (const text of ['19900000001', '', '海棠🌸', 'a.b.c']) {
      const sealed = cipher.seal(text, PLACE);
      expect(cipher.open(sealed, PLACE)).toBe(text);
      expect(cipher.seal(text, PLACE)).not.toBe(sealed);
      if (text !== '') expect(sealed).not.toContain(text);
    }
  });

  it('names its key in front, so that an exchanged key still opens what it sealed', () => {
    const sealed = cipherOf(`a:${old}`).seal('19900000001', PLACE);
    expect(sealed).toMatch(/^a\.[\w-]+\.[\w-]+\.[\w-]+$/);
    const rotated = cipherOf(`b:${fresh},a:${old}`);
    expect(rotated.open(sealed, PLACE)).toBe('19900000001');
    expect([rotated.isCurrent(sealed), rotated.isCurrent(rotated.seal('1', PLACE))]).toEqual([false, true]);
    expect(rotated.seal('1', PLACE)).toMatch(/^b\./);
  });

  it('does not open without the key, in another place, or changed', () => {
    const cipher = cipherOf(`a:${old}`);
    const sealed = cipher.seal('19900000001', PLACE);
    expect(() => cipherOf(`b:${fresh}`).open(sealed, PLACE)).toThrow('DATA_KEYS has no key "a"');
    expect(() => cipherOf(`a:${fresh}`).open(sealed, PLACE)).toThrow();
    expect(() => cipher.open(sealed, 'phones.phone.02')).toThrow();
    const [id, iv, tag, data = ''] = sealed.split('.');
    const changed = [id, iv, tag, `${data.startsWith('A') ? 'B' : 'A'}${data.slice(1)}`].join('.');
    expect(() => cipher.open(changed, PLACE)).toThrow();
    expect(() => cipher.open('a', PLACE)).toThrow();
    expect(() => cipher.open(`${id}.${iv}.${tag?.slice(0, 8)}.${data}`, PLACE)).toThrow();
  });
});

describe('the hash for looking up', () => {
  const hash = new LookupHash({ lookupKey: readLookupKey(key(), true) });

  it('is the same for the same value, and differs by kind, value and key', () => {
    const one = hash.of('phone', '19900000001');
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(hash.of('phone', '19900000001')).toBe(one);
    const others = [hash.of('phone', '19900000002'), hash.of('username', '19900000001')];
    const elsewhere = new LookupHash({ lookupKey: readLookupKey(key(), true) }).of('phone', '19900000001');
    expect(new Set([one, ...others, elsewhere]).size).toBe(4);
  });
});
