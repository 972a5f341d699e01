import { crc32 } from 'node:zlib';

const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A Word document as small as can be; with further entries, such as macros, by their names. */
export function wordDocument(...others: string[]): Buffer {
  const types = `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${TYPES}"/></Types>`;
  return zip([
    ['[Content_Types].xml', types],
    ['word/document.xml', '<w:document/>'],
    ...others.map((name): [string, string] => [name, '-']),
  ]);
}

/** A document of the old Office, known by the name of its stream in the container. */
export function oldOffice(...streams: string[]): Buffer {
  const magic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const names = streams.map((name) => Buffer.from(`${name}\0`, 'utf16le'));
  return Buffer.concat([magic, Buffer.alloc(504), ...names, Buffer.alloc(512)]);
}

export const pdf = (): Buffer => Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n%%EOF\n');

/** A ZIP archive with its entries uncompressed. */
function zip(entries: [name: string, content: string][]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of entries) {
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(content.length, 14);
    shared.writeUInt32LE(content.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), Buffer.from(content)]);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), shared, where, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listing, end]);
}
