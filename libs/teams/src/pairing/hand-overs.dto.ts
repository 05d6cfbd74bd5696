import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsString, Matches, ValidateNested } from 'class-validator';
import { formatCaseId } from '#domain';
import { CASE_ID, textOrNull, UUID } from '../shared.dto.js';
import { HandOverAllRequest } from './pairing.dto.js';
import type { HandOverOutcome, PairingMatrix } from './pairing.service.js';

const MOST_PAIRINGS = 500;

export class HandedOverRequest {
  @ApiProperty({ pattern: CASE_ID.source })
  @IsString()
  @Matches(CASE_ID)
  pairingId!: string;

  @ApiProperty({ format: 'uuid', pattern: UUID.source, description: 'Id of the new pairing, minted by the caller' })
  @IsString()
  @Matches(UUID)
  id!: string;
}

export class HandOversRequest extends HandOverAllRequest {
  @ApiProperty({ type: () => [HandedOverRequest], minItems: 1, maxItems: MOST_PAIRINGS, description: 'Pairings of the county of the helper who takes over, each once' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_PAIRINGS)
  @ArrayUnique((row: HandedOverRequest) => row?.pairingId)
  @ValidateNested({ each: true })
  @Type(() => HandedOverRequest)
  pairings!: HandedOverRequest[];
}

export class HandOverRowResponse {
  @ApiProperty() pairingId!: string;
  @ApiProperty({ ...textOrNull, description: 'The new pairing; null when it was refused' }) id!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Code of the refusal' }) code!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Why it was refused, in Chinese' }) title!: string | null;
}

export class HandOversResponse {
  @ApiProperty({ type: 'integer' }) done!: number;
  @ApiProperty({ type: 'integer' }) refused!: number;
  @ApiProperty({ type: [HandOverRowResponse] }) rows!: HandOverRowResponse[];

  static from(county: string, outcomes: readonly HandOverOutcome[]): HandOversResponse {
    const refused = outcomes.filter(({ refusal }) => refusal !== null).length;
    const rows = outcomes.map(({ id, newId, refusal }) => ({
      pairingId: formatCaseId(county, id), id: refusal ? null : formatCaseId(county, newId), code: refusal?.code ?? null, title: refusal?.zh ?? null,
    }));
    return { done: outcomes.length - refused, refused, rows };
  }
}

export class MatrixCellResponse {
  @ApiProperty() villageCode!: string;
  @ApiProperty() helperId!: string;
  @ApiProperty({ type: 'integer', description: 'Households of this helper in this village' }) households!: number;
}

export class MatrixHelperResponse {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() unit!: string;
  @ApiProperty(textOrNull) rank!: string | null;
  @ApiProperty({ type: 'integer', description: 'Households in all, as far as they can be seen from here' }) households!: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Most households of the rank; null = not set' }) limit!: number | null;
}

export class PairingMatrixResponse {
  @ApiProperty({ type: [MatrixCellResponse], description: 'By village' }) cells!: MatrixCellResponse[];
  @ApiProperty({ type: [MatrixHelperResponse], description: 'Everybody who stands in a cell of the page' }) helpers!: MatrixHelperResponse[];
  @ApiProperty({ ...textOrNull, description: 'Cursor of the next page; null on the last' }) nextCursor!: string | null;

  static from({ cells, helpers, nextCursor }: PairingMatrix): PairingMatrixResponse {
    return {
      nextCursor,
      cells: cells.map((row) => ({ villageCode: row.village_code, helperId: formatCaseId(row.county_code, row.helper_id), households: row.households })),
      helpers: helpers.map(({ cell, households, limit }) => ({ id: formatCaseId(cell.county_code, cell.helper_id), name: cell.helper_name, unit: cell.helper_unit, rank: cell.helper_rank, households, limit })),
    };
  }
}
