import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file to save: never shown in the page, with its Chinese name. */
export function fileResponse(file: Readable, { name, format }: { name: string; format: 'xlsx' | 'csv' }): StreamableFile {
  return new StreamableFile(file, {
    type: format === 'xlsx' ? XLSX_TYPE : 'text/csv',
    disposition: `attachment; filename="file.${format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}
