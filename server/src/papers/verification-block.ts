import { type MinutesSeal, sayMinutesCode } from '@consult/shared';
import { AlignmentType, type FileChild, ImageRun, Paragraph } from 'docx';
import sharp from 'sharp';
import { renderSVG } from 'uqr';
import { blank, remark } from './paragraphs.js';

/** px, printed at 96 dpi: some 27 mm. */
const SIDE = 102;
/** Sharp on paper. */
const SCALE = 6;

/**
 * What lets anybody check a printed copy: the version, its digest, and a QR code of the page that says whether it is
 * genuine.
 * @param address of that page; null where the platform's own address is not known
 */
export async function verificationBlock(
  version: number,
  seal: MinutesSeal,
  address: string | null,
): Promise<FileChild[]> {
  const how = address === null ? '在平台的验真页输入验真码核对真伪' : `扫码或打开 ${address} 核对真伪`;
  return [
    blank(true),
    ...(address === null ? [] : [await codeOf(address)]),
    remark(`第 ${version} 版　验真码 ${sayMinutesCode(seal.code)}　${how}`, true),
    // In groups, so that a line is not broken inside of one and people can compare them.
    remark(`摘要值 ${seal.digest.replace(/.{8}(?=.)/g, '$& ')}`),
  ];
}

async function codeOf(address: string): Promise<Paragraph> {
  const svg = renderSVG(address, { border: 1, pixelSize: SCALE });
  const code = await sharp(Buffer.from(svg))
    .resize(SIDE * SCALE, SIDE * SCALE, { kernel: 'nearest' })
    .png()
    .toBuffer();
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    keepNext: true,
    children: [
      new ImageRun({
        type: 'png',
        data: code,
        transformation: { width: SIDE, height: SIDE },
        altText: { name: '验真二维码', description: address, title: '验真二维码' },
      }),
    ],
  });
}
