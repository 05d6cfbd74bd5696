import { ApiProperty } from '@nestjs/swagger';
import { computeIncome, computeMonitoringIncome, incomeGroupInfos, type IncomeGroup } from '#domain';
import { amountsOf } from './household-year.service.js';

const fen = { type: 'integer', description: 'fen' } as const;
const fenOrNull = { type: 'integer', nullable: true, description: 'fen; null when not recorded' } as const;

export class IncomeItemResponse {
  @ApiProperty({ type: 'string' }) key!: string;
  @ApiProperty({ type: 'string' }) zh!: string;
  @ApiProperty({ type: 'string' }) en!: string;
  @ApiProperty(fen) fen!: number;
}

export class IncomeGroupResponse {
  @ApiProperty({ type: 'string' }) group!: IncomeGroup;
  @ApiProperty({ type: 'string' }) zh!: string;
  @ApiProperty({ type: 'string' }) en!: string;
  @ApiProperty({ enum: [1, -1, 0], description: '1 adds to net income, -1 is subtracted, 0 counts only for monitoring' }) sign!: number;
  @ApiProperty(fenOrNull) fen!: number | null;
  @ApiProperty({ type: [IncomeItemResponse] }) items!: IncomeItemResponse[];
}

/** The calculation of a year, item by item. */
export class IncomeResponse {
  @ApiProperty({ type: [IncomeGroupResponse] }) groups!: IncomeGroupResponse[];
  @ApiProperty(fenOrNull) grossFen!: number | null;
  @ApiProperty(fenOrNull) netFen!: number | null;
  @ApiProperty({ type: 'integer' }) memberCount!: number;
  @ApiProperty(fenOrNull) perCapitaFen!: number | null;
  @ApiProperty({ ...fenOrNull, description: 'Net income + claims − eligible out-of-pocket spending, fen' }) monitoringFen!: number | null;
  @ApiProperty(fenOrNull) monitoringPerCapitaFen!: number | null;
  @ApiProperty({ type: 'string', description: 'The formula in words' }) formulaZh!: string;
  @ApiProperty({ type: 'string' }) formulaEn!: string;

  static from(values: Readonly<Record<string, unknown>>, memberCount: number): IncomeResponse {
    const income = computeIncome(amountsOf(values), memberCount);
    const monitoring = computeMonitoringIncome(income, memberCount);
    const groups = incomeGroupInfos.map(({ group, zh, en, sign }) => ({
      group, zh, en, sign, fen: income.groups[group],
      items: income.lines.filter((line) => line.group === group).map((line) => ({ key: line.key, zh: line.zh, en: line.en, fen: line.fen })),
    }));
    return {
      groups, grossFen: income.grossFen, netFen: income.netFen, memberCount, perCapitaFen: income.perCapitaFen,
      monitoringFen: monitoring.fen, monitoringPerCapitaFen: monitoring.perCapitaFen, formulaZh: income.formula.zh, formulaEn: income.formula.en,
    };
  }
}
