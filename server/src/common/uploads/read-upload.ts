import type { FastifyRequest } from 'fastify';
import { CodedError } from '../errors/coded-error.js';

/**
 * The file of a multipart request; null when it is larger than allowed.
 * @throws REQUEST.MALFORMED without a file, or when the request breaks off
 */
export async function readUpload(request: FastifyRequest): Promise<Buffer | null> {
  try {
    const file = await request.file();
    const content = await file?.toBuffer();
    if (file !== undefined && content !== undefined) return file.file.truncated ? null : content;
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 413) return null;
  }
  throw new CodedError('REQUEST.MALFORMED');
}
