import { ApiProperty } from '@nestjs/swagger';
import type { ShownRow } from './import-rows.service.js';

export class CellFaultResponse {
  @ApiProperty({ type: 'integer', nullable: true, description: 'Column from 0; null when the whole row is meant' }) column!: number | null;
  @ApiProperty({ type: 'string' }) fault!: string;
  @ApiProperty({ type: 'string' }) zh!: string;
  @ApiProperty({ type: 'string' }) en!: string;
}

export class ImportRowResponse {
  @ApiProperty({ type: 'integer', description: 'Row as the spreadsheet numbers it' }) n!: number;
  @ApiProperty({ enum: ['created', 'updated', 'unchanged', 'rejected'], description: 'What a commit would make of it' }) state!: string;
  @ApiProperty({ type: 'boolean' }) corrected!: boolean;
  @ApiProperty({ type: 'array', items: { type: 'string' } }) cells!: string[];
  @ApiProperty({ type: [CellFaultResponse] }) faults!: CellFaultResponse[];

  static from(row: ShownRow): ImportRowResponse {
    return { n: row.n, state: row.outcome, corrected: row.corrected, cells: [...row.cells], faults: row.faults.map(({ column, fault, zh, en }) => ({ column, fault, zh, en })) };
  }
}

export class ImportRowPage {
  @ApiProperty({ type: [ImportRowResponse] }) items!: ImportRowResponse[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}
