import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { problem } from '#domain';
import { ImportFiles, readUpload } from '#households';
import { Db, type Actor } from '#platform';
import type { ComparisonRow } from './comparison.queries.js';
import { ComparisonStatement } from './comparisons.dto.js';
import { Comparisons } from './comparisons.service.js';

const required = ['register', 'division', 'department', 'purposeCode', 'purpose', 'listOn'] as const;

/** Takes the list of a multipart request. No transaction is open while bytes arrive, and a refused list leaves no file. */
@Injectable()
export class ComparisonUpload {
  constructor(
    private readonly db: Db,
    private readonly files: ImportFiles,
    private readonly comparisons: Comparisons,
  ) {}

  /** @throws `validation`, what `Comparisons.record` refuses, and what the reader of files refuses */
  async take(request: FastifyRequest, { actor, requestId }: { actor: Actor; requestId: string }): Promise<ComparisonRow> {
    const upload = await readUpload(request);
    const saved = await this.files.save(upload.file, upload.fileName);
    try {
      const sheet = upload.field('sheet');
      const statement = checked({ ...Object.fromEntries(required.map((name) => [name, upload.field(name) ?? ''])), ...(sheet ? { sheet } : {}) });
      return await this.db.run({ actor, requestId }, () => this.comparisons.record({ ...saved, fileName: upload.fileName }, statement));
    } catch (error) {
      await this.files.delete('imports', saved.storedName);
      throw error;
    }
  }
}

function checked(fields: Record<string, string>): ComparisonStatement {
  const statement = plainToInstance(ComparisonStatement, fields);
  const faults = validateSync(statement).map(({ property, constraints }) => ({ field: property, faults: Object.keys(constraints ?? {}) }));
  if (faults.length > 0) throw problem('validation', { fields: faults });
  return statement;
}
