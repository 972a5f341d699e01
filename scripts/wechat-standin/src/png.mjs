import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const QUIET_ZONE = 2;

/**
 * @param {string} text
 * @param {number} width px
 * @returns {Buffer} a QR code as a PNG in shades of grey
 */
export function drawQr(text, width) {
  const { data, size } = encode(text, { border: QUIET_ZONE });
  const rows = Array.from({ length: width }, (_, y) => {
    const cells = data[Math.floor((y * size) / width)];
    // Each row begins with its filter, 0 for none.
    return Buffer.from([
      0,
      ...Array.from({ length: width }, (_, x) => (cells[Math.floor((x * size) / width)] ? 0 : 255)),
    ]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header[8] = 8;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND'),
  ]);
}

function chunk(type, data = Buffer.alloc(0)) {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, sum]);
}
