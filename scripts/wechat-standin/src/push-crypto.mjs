import { createCipheriv, createHash, randomBytes } from 'node:crypto';

const BLOCK = 32;

/** SHA-1 of the parts in order of their bytes: what WeChat signs pushes with. */
export function sign(...parts) {
  return createHash('sha1').update(parts.sort().join('')).digest('hex');
}

/**
 * AES-256-CBC as WeChat's pushes have it: random, length, message, appid, padded to blocks of 32.
 * @param {string} aesKey EncodingAESKey, 43 characters
 * @param {Buffer} [random] 16 bytes
 * @returns {string} base64
 */
export function encrypt(aesKey, appId, message, random = randomBytes(16)) {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const text = Buffer.from(message, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([random, length, text, Buffer.from(appId)]);
  const pad = BLOCK - (plain.length % BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]).toString(
    'base64',
  );
}
