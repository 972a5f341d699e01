import type { AttachmentView } from '@consult/shared';
import { AlignmentType, type FileChild, ImageRun, Paragraph } from 'docx';
import { blank, body } from './paragraphs.js';

/** px at 96 dpi: the width of the type area, and two photos one above the other on a page. */
const WIDEST = 580;
const HIGHEST = 400;

/** A photo with what is in its file. */
export interface PhotoOnPaper extends Pick<AttachmentView, 'width' | 'height'> {
  /** A JPEG. */
  readonly content: Buffer;
}

/** 附件：现场照片, in their order, as large as the sheet takes them. */
export function photoPages(photos: readonly PhotoOnPaper[]): FileChild[] {
  if (photos.length === 0) return [];
  return [
    blank(),
    ...body(`附件：现场照片 ${photos.length} 张`),
    ...photos.map(({ content, width, height }, index) => {
      const scale = Math.min(WIDEST / width, HIGHEST / height, 1);
      const name = `现场照片 ${index + 1}`;
      return new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { before: 160, after: 160 },
        children: [
          new ImageRun({
            type: 'jpg',
            data: content,
            transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
            altText: { name, description: name, title: name },
          }),
        ],
      });
    }),
  ];
}
