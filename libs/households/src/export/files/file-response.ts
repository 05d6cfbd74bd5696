import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FileFormat } from '#domain';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const fileTypes: Readonly<Record<FileFormat, string>> = {
  xlsx: XLSX_TYPE, csv: 'text/csv', parquet: 'application/vnd.apache.parquet', pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** A file to save: never shown in the page, with its Chinese name. */
export function fileResponse(file: Readable, { name, format }: { name: string; format: FileFormat }): StreamableFile {
  return new StreamableFile(file, { type: fileTypes[format], disposition: `attachment; filename="file.${format}"; filename*=UTF-8''${encodeURIComponent(name)}` });
}
