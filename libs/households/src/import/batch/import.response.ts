import { ApiProperty } from '@nestjs/swagger';
import { formatCaseId, type RecognisedColumn } from '#domain';
import { batchStates, type BatchRow } from './batch.queries.js';

const count = { type: 'integer', nullable: true } as const;
const textOrNull = { type: 'string', nullable: true } as const;
const timeOrNull = { type: 'string', format: 'date-time', nullable: true } as const;

export class ImportColumnResponse {
  @ApiProperty({ type: 'integer', description: 'Position in the file, from 0' }) index!: number;
  @ApiProperty({ type: 'string' }) heading!: string;
  @ApiProperty({ ...textOrNull, description: 'What the column stands for; null when nobody knows' }) target!: string | null;
  @ApiProperty({ enum: ['heading', 'mapped', 'content'], type: 'string', nullable: true }) by!: string | null;
  @ApiProperty({ type: 'boolean', description: 'A second column of the same meaning, not read' }) duplicate!: boolean;

  static from({ index, heading, target, by, duplicate }: RecognisedColumn): ImportColumnResponse {
    return { index, heading, target, by, duplicate };
  }
}

export class ImportWarningResponse {
  @ApiProperty({ type: 'string' }) warning!: string;
  @ApiProperty({ type: 'string' }) zh!: string;
  @ApiProperty({ type: 'string' }) en!: string;
  @ApiProperty({ type: 'integer' }) count!: number;
  @ApiProperty({ type: 'array', items: { type: 'integer' }, description: 'First rows that it concerns' }) rows!: number[];
}

export class ImportNoteResponse {
  @ApiProperty({ type: 'string' }) note!: string;
  @ApiProperty({ type: 'string' }) zh!: string;
  @ApiProperty({ type: 'string' }) en!: string;
}

export class ImportFailureResponse {
  @ApiProperty({ type: 'string' }) code!: string;
  @ApiProperty({ type: 'string' }) zh!: string;
  @ApiProperty({ type: 'string' }) en!: string;
}

export class ImportCountsResponse {
  @ApiProperty({ type: 'integer', description: 'in = created + updated + unchanged + rejected' }) in!: number;
  @ApiProperty({ type: 'integer' }) created!: number;
  @ApiProperty({ type: 'integer' }) updated!: number;
  @ApiProperty({ type: 'integer' }) unchanged!: number;
  @ApiProperty({ type: 'integer' }) rejected!: number;
}

export class ImportResponse {
  @ApiProperty({ type: 'string' }) id!: string;
  @ApiProperty({ enum: batchStates }) state!: string;
  @ApiProperty({ type: 'integer', description: '0 to 100' }) progress!: number;
  @ApiProperty({ type: 'string' }) fileName!: string;
  @ApiProperty({ enum: ['xlsx', 'csv'] }) fileKind!: string;
  @ApiProperty(textOrNull) encoding!: string | null;
  @ApiProperty({ type: 'integer' }) fileBytes!: number;
  @ApiProperty({ type: 'string' }) sha256!: string;
  @ApiProperty({ type: 'boolean', description: 'The file is still kept; it goes seven days after the end' }) fileKept!: boolean;
  @ApiProperty({ ...textOrNull, description: 'H-A, H-B, H-D, H-E; null when the file fits none' }) layout!: string | null;
  @ApiProperty({ enum: ['household', 'person'], type: 'string', nullable: true }) sheet!: string | null;
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty({ type: 'string' }) division!: string;
  @ApiProperty({ type: 'string', description: 'Who asked last' }) by!: string;
  @ApiProperty({ type: ImportCountsResponse, nullable: true }) rows!: ImportCountsResponse | null;
  @ApiProperty(count) householdsCreated!: number | null;
  @ApiProperty(count) householdsUpdated!: number | null;
  @ApiProperty({ type: [ImportColumnResponse] }) columns!: ImportColumnResponse[];
  @ApiProperty({ type: 'array', items: { type: 'string' }, description: 'Headings nobody knows; they can be mapped' }) unknown!: string[];
  @ApiProperty({ type: 'array', items: { type: 'string' }, description: 'What must be mapped before the file can be checked' }) missing!: string[];
  @ApiProperty({ type: [ImportNoteResponse] }) notes!: ImportNoteResponse[];
  @ApiProperty({ type: [ImportWarningResponse] }) warnings!: ImportWarningResponse[];
  @ApiProperty({ type: ImportFailureResponse, nullable: true }) failure!: ImportFailureResponse | null;
  @ApiProperty({ enum: ['all', 'good'], type: 'string', nullable: true }) commitMode!: string | null;
  @ApiProperty({ type: 'string', format: 'date-time' }) createdAt!: string;
  @ApiProperty(timeOrNull) validatedAt!: string | null;
  @ApiProperty(timeOrNull) committedAt!: string | null;
  @ApiProperty(timeOrNull) undoneAt!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;

  static from(row: BatchRow): ImportResponse {
    return {
      id: formatCaseId(row.county_code, row.id), state: row.state, progress: row.progress, fileName: row.file_name, fileKind: row.file_kind, encoding: row.encoding,
      fileBytes: row.file_bytes, sha256: row.file_sha256, fileKept: row.stored_name !== null, layout: row.layout, sheet: row.sheet, year: row.year, division: row.division_code,
      by: row.actor.name, rows: countsOf(row), householdsCreated: row.households_created, householdsUpdated: row.households_updated,
      columns: (row.columns?.columns ?? []).map((column) => ImportColumnResponse.from(column)),
      unknown: [...(row.columns?.unknown ?? [])], missing: (row.columns?.missing ?? []).map((one) => one.zh),
      notes: row.notes.map(({ note, zh, en }) => ({ note, zh, en })), warnings: row.warnings.map(({ warning, zh, en, count: times, rows }) => ({ warning, zh, en, count: times, rows: [...rows] })),
      failure: row.failure && { code: row.failure.code, zh: row.failure.zh, en: row.failure.en }, commitMode: row.commit_mode,
      createdAt: row.created_at.toISOString(), validatedAt: timeOf(row.validated_at), committedAt: timeOf(row.committed_at), undoneAt: timeOf(row.undone_at), version: row.version,
    };
  }
}

export class ImportPage {
  @ApiProperty({ type: [ImportResponse] }) items!: ImportResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}

const timeOf = (time: Date | null) => time?.toISOString() ?? null;

function countsOf(row: BatchRow): ImportCountsResponse | null {
  if (row.rows_in === null) return null;
  return { in: row.rows_in, created: row.rows_created ?? 0, updated: row.rows_updated ?? 0, unchanged: row.rows_unchanged ?? 0, rejected: row.rows_rejected ?? 0 };
}
