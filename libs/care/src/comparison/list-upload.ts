import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { problem } from '#domain';
import { ImportFiles, openTable, readUpload } from '#households';
import { ListStatement } from './comparisons.dto.js';
import type { NewComparison } from './comparisons.service.js';
import { readTable } from './list-reader.js';

const MAX_ROWS = 200_000;
const names = ['registerCode', 'division', 'department', 'purposeCode', 'purpose', 'listOn'] as const;

/** Reads a list that was sent as a file. The file lies on disk only while it is read. */
@Injectable()
export class ListUpload {
  constructor(private readonly files: ImportFiles) {}

  /** @throws `validation`, `care.list-columns` and what the reader of files refuses */
  async read(request: FastifyRequest): Promise<NewComparison> {
    const upload = await readUpload(request);
    const saved = await this.files.save(upload.file, upload.fileName);
    try {
      const statement = checked(Object.fromEntries(names.map((name) => [name, upload.field(name) ?? ''])));
      const rows: string[][] = [];
      for await (const batch of openTable(this.files.pathOf('imports', saved.storedName), saved).rows()) {
        for (const row of batch) rows.push(row.cells);
        if (rows.length > MAX_ROWS) throw problem('payload-too-large');
      }
      return { ...statement, fileName: upload.fileName.replace(/[^\p{L}\p{N}._ -]/gu, '_').slice(0, 120), people: readTable(rows) };
    } finally {
      await this.files.delete('imports', saved.storedName);
    }
  }
}

function checked(fields: Record<string, string>): ListStatement {
  const statement = plainToInstance(ListStatement, fields);
  const faults = validateSync(statement).map(({ property, constraints }) => ({ field: property, faults: Object.keys(constraints ?? {}) }));
  if (faults.length > 0) throw problem('validation', { fields: faults });
  return statement;
}
