import { Document, type FileChild, Packer } from 'docx';
import { FONT, PAGE, SIZE } from './gb9704.js';
import { pageNumbers } from './paragraphs.js';

/** A file to hand over. */
export interface Paper {
  readonly name: string;
  readonly content: Buffer;
}

/** One .docx after GB/T 9704, with its page numbers. */
export async function paper(title: string, children: readonly FileChild[]): Promise<Paper> {
  const document = new Document({
    title,
    creator: '有事好商量',
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { size: SIZE.body, font: FONT.body } } } },
    sections: [{ properties: { page: PAGE }, footers: pageNumbers(), children: [...children] }],
  });
  return { name: `${title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim()}.docx`, content: await Packer.toBuffer(document) };
}
