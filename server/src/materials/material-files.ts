import { MATERIAL_EXTENSIONS, type MaterialExtension, type MaterialKind } from '@consult/shared';
import { fileTypeFromBuffer } from 'file-type';
import { CodedError } from '../common/errors/coded-error.js';

/** The key of a paper's file in the store of photos. */
export const materialKey = (id: string): string => `${id.slice(-2)}/${id}-material`;

const OFFICE = 'application/vnd.openxmlformats-officedocument.';

interface FileType {
  readonly kind: MaterialKind;
  readonly mime: string;
}

/** What each file is, and as what it is served. */
export const MATERIAL_TYPES: Readonly<Record<MaterialExtension, FileType>> = {
  pdf: { kind: 'pdf', mime: 'application/pdf' },
  doc: { kind: 'word', mime: 'application/msword' },
  docx: { kind: 'word', mime: `${OFFICE}wordprocessingml.document` },
  xls: { kind: 'excel', mime: 'application/vnd.ms-excel' },
  xlsx: { kind: 'excel', mime: `${OFFICE}spreadsheetml.sheet` },
  ppt: { kind: 'slides', mime: 'application/vnd.ms-powerpoint' },
  pptx: { kind: 'slides', mime: `${OFFICE}presentationml.presentation` },
  jpg: { kind: 'picture', mime: 'image/jpeg' },
};

/** The stream by which each of the old Office formats, which share a container, is known. */
const OLD_STREAMS = { doc: ['WordDocument'], xls: ['Workbook', 'Book'], ppt: ['PowerPoint Document'] } as const;
const PICTURES: readonly string[] = ['jpg', 'png', 'webp'];

/**
 * What a file is, by its content alone; `jpg` for every picture, as which it is kept.
 * @throws MATERIAL.NOT_A_DOCUMENT for anything else, MATERIAL.WITH_MACROS for a document that brings programs along
 */
export async function materialTypeOf(content: Buffer): Promise<MaterialExtension> {
  const found = await fileTypeFromBuffer(content);
  const extension =
    found?.ext === 'cfb' ? oldOffice(content) : PICTURES.includes(found?.ext ?? '') ? 'jpg' : found?.ext;
  if (/^(doc|xls|ppt)m$/.test(extension ?? '') || hasMacros(content, found?.ext)) {
    throw new CodedError('MATERIAL.WITH_MACROS');
  }
  const known = MATERIAL_EXTENSIONS.find((one) => one === extension);
  if (known === undefined) throw new CodedError('MATERIAL.NOT_A_DOCUMENT');
  return known;
}

function oldOffice(content: Buffer): keyof typeof OLD_STREAMS | undefined {
  const names = Object.keys(OLD_STREAMS) as (keyof typeof OLD_STREAMS)[];
  return names.find((name) =>
    OLD_STREAMS[name].some((stream) => content.includes(Buffer.from(`${stream}\0`, 'utf16le'))),
  );
}

function hasMacros(content: Buffer, extension: string | undefined): boolean {
  if (extension === 'cfb') return content.includes(Buffer.from('_VBA_PROJECT', 'utf16le'));
  return /^(doc|xls|ppt)x$/.test(extension ?? '') && content.includes('vbaProject.bin');
}
