import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

const BLOCK = 32;
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;

/** Whether WeChat signed this: SHA-1 of the parts in the order of their bytes. */
export function isSigned(signature: unknown, ...parts: readonly string[]): boolean {
  const expected = createHash('sha1')
    .update([...parts].sort().join(''))
    .digest();
  const given = Buffer.from(typeof signature === 'string' ? signature : '', 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/**
 * The message of a push in secure mode (安全模式): AES-256-CBC of 16 random bytes, the length, the message and the appid.
 * @param aesKey EncodingAESKey, 43 characters
 * @throws Error when it does not decrypt, or is of another app
 */
export function decrypt(aesKey: string, appId: string, sealed: string): string {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  // The padding fills blocks of 32 bytes, which OpenSSL's own does not know.
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, RANDOM_BYTES)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(sealed, 'base64'), decipher.final()]);
  const pad = padded.at(-1) ?? 0;
  if (pad < 1 || pad > BLOCK) throw new Error('the padding is wrong');
  const plain = padded.subarray(RANDOM_BYTES, padded.length - pad);
  if (plain.length < LENGTH_BYTES) throw new Error('the message is too short');
  const end = LENGTH_BYTES + plain.readUInt32BE(0);
  if (plain.subarray(end).toString('utf8') !== appId) throw new Error('the message is of another app');
  return plain.subarray(LENGTH_BYTES, end).toString('utf8');
}
