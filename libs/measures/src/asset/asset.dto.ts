import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, ValidateIf, ValidateNested } from 'class-validator';
import { actionsFrom, assetActions, assetLedgers, assetMachine, assetStatuses, formatCaseId, type AssetAction, type AssetStatus } from '#domain';
import { CaseIdField, ClientIdField, DayField, dayOrNull, DivisionField, FenField, HelpEventResponse, HelpListQuery, TextField, textOrNull, VersionField } from '../shared/help.dto.js';
import type { AssetDetail } from './asset.service.js';
import type { ShareRow, ShownAsset, YieldRow } from './asset.queries.js';

const ownerKinds = ['STATE', 'COLLECTIVE', 'HOUSEHOLD'] as const;

export class AssetListQuery extends HelpListQuery {
  @ApiPropertyOptional({ enum: assetLedgers })
  @IsOptional()
  @IsIn(assetLedgers)
  ledger?: string;

  @ApiPropertyOptional({ enum: assetStatuses })
  @IsOptional()
  @IsIn(assetStatuses)
  status?: string;
}

export class NewAssetRequest {
  @ClientIdField() id?: string;
  @DivisionField({ description: 'Village, township or county that keeps it; of a household its village' }) division!: string;
  @TextField({ max: 40 }) code!: string;
  @TextField({ max: 100 }) name!: string;

  @ApiProperty({ enum: assetLedgers, description: '公益类, 经营类, 到户类' })
  @IsIn(assetLedgers)
  ledger!: string;

  @CaseIdField({ optional: true, description: 'Accepted project that it comes from' }) projectId?: string;
  @CaseIdField({ optional: true, description: 'For the household ledger only' }) householdId?: string;
  @FenField({ min: 0 }) valueFen!: number;
  @DayField() acquiredOn!: string;

  @ApiProperty({ enum: ownerKinds })
  @IsIn(ownerKinds)
  ownerKind!: string;

  @TextField({ max: 100 }) ownerName!: string;
  @TextField({ optional: true, max: 100 }) operatorName?: string;
  @TextField({ optional: true, max: 100 }) maintainerName?: string;
  @TextField({ optional: true, max: 60 }) contractNo?: string;
  @DayField({ optional: true }) contractFrom?: string;
  @DayField({ optional: true }) contractTo?: string;
}

export class AssetChangeRequest {
  @VersionField() version?: number;
  @TextField({ optional: 'kept', max: 100 }) name?: string;
  @FenField({ optional: 'kept', min: 0 }) valueFen?: number;

  @ApiPropertyOptional({ enum: ownerKinds })
  @ValidateIf((_, value) => value !== undefined)
  @IsIn(ownerKinds)
  ownerKind?: string;

  @TextField({ optional: 'kept', max: 100 }) ownerName?: string;
  @TextField({ optional: 'cleared', max: 100 }) operatorName?: string | null;
  @TextField({ optional: 'cleared', max: 100 }) maintainerName?: string | null;
  @TextField({ optional: 'cleared', max: 60 }) contractNo?: string | null;
  @DayField({ optional: 'cleared' }) contractFrom?: string | null;
  @DayField({ optional: 'cleared' }) contractTo?: string | null;
}

export class AssetMoveRequest {
  @ApiProperty({ enum: assetActions })
  @IsIn(assetActions)
  action!: AssetAction;

  @VersionField() version?: number;
  @TextField({ max: 300 }) reason!: string;
}

export class YieldRequest {
  @VersionField({ description: 'Version that was read; required once the year has a yield' }) version?: number;
  @FenField({ min: 0 }) amountFen!: number;
  @TextField({ optional: true }) note?: string;
}

export class ShareRequest {
  @CaseIdField() householdId!: string;
  @FenField() amountFen!: number;
}

export class DistributionRequest {
  @DayField() paidOn!: string;

  @ApiProperty({ type: () => [ShareRequest], minItems: 1, maxItems: 1000 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @ValidateNested({ each: true })
  @Type(() => ShareRequest)
  shares!: ShareRequest[];
}

export class AssetResponse {
  @ApiProperty({ type: 'string' }) id!: string;
  @ApiProperty({ type: 'string' }) division!: string;
  @ApiProperty({ type: 'string' }) code!: string;
  @ApiProperty({ type: 'string' }) name!: string;
  @ApiProperty({ enum: assetLedgers }) ledger!: string;
  @ApiProperty(textOrNull) projectId!: string | null;
  @ApiProperty(textOrNull) householdId!: string | null;
  @ApiProperty(textOrNull) headName!: string | null;
  @ApiProperty({ type: 'integer' }) valueFen!: number;
  @ApiProperty({ type: 'integer', description: 'Of all years' }) yieldFen!: number;
  @ApiProperty({ type: 'string', format: 'date' }) acquiredOn!: string;
  @ApiProperty({ enum: ownerKinds }) ownerKind!: string;
  @ApiProperty({ type: 'string' }) ownerName!: string;
  @ApiProperty(textOrNull) operatorName!: string | null;
  @ApiProperty(textOrNull) maintainerName!: string | null;
  @ApiProperty(textOrNull) contractNo!: string | null;
  @ApiProperty(dayOrNull) contractFrom!: string | null;
  @ApiProperty(dayOrNull) contractTo!: string | null;
  @ApiProperty({ enum: assetStatuses }) status!: string;
  @ApiProperty(textOrNull) statusReason!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;

  static from(row: ShownAsset): AssetResponse {
    const id = (uuid: string | null) => (uuid === null ? null : formatCaseId(row.county_code, uuid));
    return {
      id: formatCaseId(row.county_code, row.id), division: row.division_code, code: row.code, name: row.name, ledger: row.ledger, projectId: id(row.project_id), householdId: id(row.household_id),
      headName: row.head_name, valueFen: row.value_fen, yieldFen: row.yield_fen, acquiredOn: row.acquired_on, ownerKind: row.owner_kind, ownerName: row.owner_name, operatorName: row.operator_name,
      maintainerName: row.maintainer_name, contractNo: row.contract_no, contractFrom: row.contract_from, contractTo: row.contract_to, status: row.status, statusReason: row.status_reason, version: row.version,
    };
  }
}

export class AssetPageResponse {
  @ApiProperty({ type: [AssetResponse] }) items!: AssetResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}

export class YieldResponse {
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty({ type: 'integer' }) amountFen!: number;
  @ApiProperty({ type: 'integer', description: 'To households in your territory' }) distributedFen!: number;
  @ApiProperty(textOrNull) note!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;

  static from(row: YieldRow): YieldResponse {
    return { year: row.year, amountFen: row.amount_fen, distributedFen: row.distributed_fen, note: row.note, version: row.version };
  }
}

export class AssetDetailResponse extends AssetResponse {
  @ApiProperty({ type: [YieldResponse] }) yields!: YieldResponse[];
  @ApiProperty({ type: [HelpEventResponse] }) events!: HelpEventResponse[];
  @ApiProperty({ type: [String] }) allowedActions!: string[];

  static of({ asset, yields, events }: AssetDetail): AssetDetailResponse {
    return {
      ...AssetResponse.from(asset), yields: yields.map((row) => YieldResponse.from(row)), events: events.map((event) => HelpEventResponse.from(event)),
      allowedActions: actionsFrom(assetMachine, asset.status as AssetStatus),
    };
  }
}

export class ShareResponse {
  @ApiProperty({ type: 'string' }) householdId!: string;
  @ApiProperty(textOrNull) headName!: string | null;
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty({ type: 'integer' }) amountFen!: number;
  @ApiProperty({ type: 'string', format: 'date' }) paidOn!: string;

  static from(row: ShareRow): ShareResponse {
    return { householdId: formatCaseId(row.county_code, row.household_id), headName: row.head_name, year: row.year, amountFen: row.amount_fen, paidOn: row.paid_on };
  }
}

export class SharePageResponse {
  @ApiProperty({ type: [ShareResponse] }) items!: ShareResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}
