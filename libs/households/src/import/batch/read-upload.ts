import type { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { problem } from '#domain';

export interface ReadUpload {
  readonly file: Readable;
  readonly fileName: string;
  /** A text field of the form, once the file has been read: fields may follow it. */
  field(name: string): string | null;
}

/** The one file of a multipart request. Throws `unsupported-media-type` for another kind of body and `import.file-missing` without a file. */
export async function readUpload(request: FastifyRequest): Promise<ReadUpload> {
  if (!request.isMultipart()) throw problem('unsupported-media-type');
  const part = await request.file();
  if (!part) throw problem('import.file-missing');
  return { file: part.file, fileName: part.filename ?? '', field: (name) => fieldOf(part, name) };
}

function fieldOf({ fields }: MultipartFile, name: string): string | null {
  const found = Object.hasOwn(fields, name) ? fields[name] : undefined;
  const single = Array.isArray(found) ? found[0] : found;
  return single && single.type === 'field' && typeof single.value === 'string' ? single.value : null;
}

/** A year as a form sends it; null when absent. */
export function yearField(text: string | null): number | null {
  if (text === null || text.trim() === '') return null;
  if (!/^[0-9]{4}$/.test(text.trim())) throw problem('validation', { fields: [{ field: 'year', faults: ['year'] }] });
  return Number(text);
}
