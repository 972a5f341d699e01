import { StreamableFile } from '@nestjs/common';
import type { Paper } from './paper.js';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file as the answer of a route, to be saved under its name. */
export function fileOf({ name, content }: Paper, type: string): StreamableFile {
  return new StreamableFile(content, {
    type,
    length: content.length,
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}
