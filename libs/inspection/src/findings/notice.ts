import { ApiProperty } from '@nestjs/swagger';
import { findingOriginLabels, formatCaseId } from '#domain';
import type { FindingDetail } from './finding-reader.js';
import { FindingValue } from './finding.response.js';

const text = { type: 'string' } as const;
const day = { type: 'string', format: 'date' } as const;

export class RectificationNoticeItem {
  @ApiProperty({ type: 'integer' }) ordinal!: number;
  @ApiProperty(text) label!: string;
  @ApiProperty({ type: [FindingValue] }) values!: FindingValue[];
}

/** 问题整改通知书: what is printed and sent to the responsible unit. */
export class RectificationNotice {
  @ApiProperty(text) findingId!: string;
  @ApiProperty(text) heading!: string;
  @ApiProperty({ ...text, description: 'Number of the notice' }) number!: string;
  @ApiProperty({ ...text, description: 'Unit that it is addressed to' }) addressee!: string;
  @ApiProperty(text) opening!: string;
  @ApiProperty(text) title!: string;
  @ApiProperty(text) source!: string;
  @ApiProperty(text) facts!: string;
  @ApiProperty(text) basis!: string;
  @ApiProperty({ ...text, nullable: true }) requirements!: string | null;
  @ApiProperty(day) dueOn!: string;
  @ApiProperty(text) closing!: string;
  @ApiProperty({ ...text, description: 'Unit that raised it' }) issuer!: string;
  @ApiProperty(day) issuedOn!: string;
  @ApiProperty({ type: [RectificationNoticeItem], description: 'Annex: every origin with its values as of raising' }) annex!: RectificationNoticeItem[];

  static of({ row, origins, unitNames, today }: FindingDetail): RectificationNotice {
    return {
      findingId: formatCaseId(row.county_code, row.id), heading: '问题整改通知书', number: row.code, addressee: row.unit_name,
      opening: `经${findingOriginLabels[row.origin_kind]}，发现你单位存在以下问题，请依法依规整改。`, title: row.title, source: findingOriginLabels[row.origin_kind], facts: row.facts, basis: row.basis,
      requirements: row.suggestion, dueOn: row.due_on, closing: `请于${chineseDay(row.due_on)}前完成整改，并提交整改情况和佐证材料；不能按期完成的，须在期限前说明理由申请延期。`,
      issuer: unitNames.get(row.raised_by_unit) ?? row.raised_by_unit, issuedOn: today,
      annex: origins.map(({ ordinal, label, shown }) => ({ ordinal, label, values: [...shown] })),
    };
  }
}

const chineseDay = (date: string): string => `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
