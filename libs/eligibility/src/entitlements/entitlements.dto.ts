import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { formatCaseId, MEASURE_DELIVERIES, MEASURE_KINDS, measureDocuments, type AmountItem, type LocalText, type RuleExplanation, type Verdict } from '#domain';
import { PageQuery } from '#platform';
import { TextResponse } from '../shared.dto.js';
import { FreshnessResponse } from '../verdicts/verdicts.dto.js';
import type { GapCountRow, GapRow } from './entitlement-list.queries.js';
import type { EntitlementsOfHousehold, ExplainedEntitlement, GapSummary } from './entitlement-reader.js';

const verdicts = ['met', 'not_met', 'unproven'];
export const gapKinds = ['LACKING', 'IMPROPER', 'UNANSWERED'] as const;

export class EntitlementAmountResponse {
  @ApiProperty({ enum: ['fixed', 'points', 'percent', 'text'] }) kind: string;
  @ApiProperty({ type: () => TextResponse, nullable: true }) applies: LocalText | null;
  @ApiProperty({ type: 'integer', nullable: true }) fen: number | null;
  @ApiProperty({ type: () => TextResponse, description: 'As printed' }) text: LocalText;

  static from({ kind, applies, fen, text }: AmountItem): EntitlementAmountResponse {
    return Object.assign(new EntitlementAmountResponse(), { kind, applies, fen: fen ?? null, text });
  }
}

export class EntitlementSourceResponse {
  @ApiProperty({ type: () => TextResponse }) title: LocalText;
  @ApiProperty({ type: () => TextResponse, nullable: true }) place: LocalText | null;
}

export class EntitlementResponse {
  @ApiProperty() code: string;
  @ApiProperty({ type: () => TextResponse }) name: LocalText;
  @ApiProperty({ enum: MEASURE_KINDS }) kind: string;
  @ApiProperty({ enum: MEASURE_DELIVERIES }) delivery: string;
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty({ format: 'uuid' }) versionId: string;
  @ApiProperty({ type: String, nullable: true, description: 'Id of the person; null for the household' }) memberId: string | null;
  @ApiProperty({ type: String, nullable: true }) memberName: string | null;
  @ApiProperty({ type: String, enum: verdicts, nullable: true, description: 'Null: the rule is not set' }) verdict: Verdict | null;
  @ApiProperty({ description: 'Received although the rule is not met' }) improper: boolean;
  @ApiProperty({ type: () => [EntitlementAmountResponse], nullable: true, description: 'Null: not set' }) amount: EntitlementAmountResponse[] | null;
  @ApiProperty({ type: () => [EntitlementSourceResponse] }) sources: EntitlementSourceResponse[];
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: 'Condition by condition: sentence, actual and required value, result, what is missing' }) explanation: RuleExplanation | null;

  static from({ measure, memberId, memberName, verdict, improper, explanation }: ExplainedEntitlement, countyCode: string): EntitlementResponse {
    return Object.assign(new EntitlementResponse(), {
      code: measure.code, name: measure.name, kind: measure.kind, delivery: measure.delivery, version: measure.version, versionId: measure.id,
      memberId: memberId && formatCaseId(countyCode, memberId), memberName, verdict, improper, amount: measure.amount && measure.amount.map((item) => EntitlementAmountResponse.from(item)),
      sources: measure.sources.map(({ document, place }) => ({ title: measureDocuments[document] ?? { zh: document, en: document }, place })), explanation,
    });
  }
}

export class NeedResponse {
  @ApiProperty({ description: 'labour, cause:<code> or fact:<name>' }) code: string;
  @ApiProperty({ type: () => TextResponse }) name: LocalText;
  @ApiProperty({ type: [String], description: 'Codes of measures that would answer it' }) answeredBy: readonly string[];
}

export class HouseholdEntitlementsResponse {
  @ApiProperty() householdId: string;
  @ApiProperty() villageCode: string;
  @ApiProperty({ type: 'integer', description: 'Year that the facts were recorded of; registration is that of today' }) year: number;
  @ApiProperty({ type: () => [EntitlementResponse], description: 'Received' }) gets: EntitlementResponse[];
  @ApiProperty({ type: () => [EntitlementResponse], description: 'Due one by one, and nothing shows that it is received' }) lacks: EntitlementResponse[];
  @ApiProperty({ type: () => [EntitlementResponse], description: 'May be chosen or used, or a fact is missing' }) mayGet: EntitlementResponse[];
  @ApiProperty({ type: () => [NeedResponse], description: 'Failed criteria and causes that nothing received answers' }) unanswered: NeedResponse[];
  @ApiProperty({ type: () => FreshnessResponse }) freshness: FreshnessResponse;

  static from(found: EntitlementsOfHousehold, { countyCode, id }: { countyCode: string; id: string }): HouseholdEntitlementsResponse {
    const of = (state: ExplainedEntitlement['state']): EntitlementResponse[] => found.items.filter((item) => item.state === state).map((item) => EntitlementResponse.from(item, countyCode));
    return Object.assign(new HouseholdEntitlementsResponse(), {
      householdId: formatCaseId(countyCode, id), villageCode: found.villageCode, year: found.year, gets: of('GETS'), lacks: of('LACKS'), mayGet: of('MAY_GET'),
      unanswered: found.unanswered.map(({ code, name, answeredBy }) => ({ code, name, answeredBy })), freshness: FreshnessResponse.from(found.freshness),
    });
  }
}

const division = /^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/;

export class GapSummaryQuery {
  @ApiPropertyOptional({ pattern: division.source, description: 'The whole territory without it' })
  @IsOptional() @Matches(division)
  division?: string;

  @ApiPropertyOptional({ enum: gapKinds, description: 'LACKING: entitled but not receiving; IMPROPER: receiving but not entitled; UNANSWERED: a need without a measure' })
  @IsOptional() @IsIn(gapKinds)
  kind?: string;

  @ApiPropertyOptional({ pattern: '^([A-Z]{3}-[0-9]{2}|[a-z][a-z_]*(:[a-z0-9_]+)?)$', description: 'Code of a measure, or of a need' })
  @IsOptional() @Matches(/^([A-Z]{3}-[0-9]{2}|[a-z][a-z_]*(:[a-z0-9_]+)?)$/)
  measure?: string;
}

export class GapListQuery extends PageQuery {
  @ApiPropertyOptional({ pattern: division.source, description: 'The whole territory without it' })
  @IsOptional() @Matches(division)
  division?: string;

  @ApiPropertyOptional({ enum: gapKinds, description: 'LACKING: entitled but not receiving; IMPROPER: receiving but not entitled; UNANSWERED: a need without a measure' })
  @IsOptional() @IsIn(gapKinds)
  kind?: string;

  @ApiPropertyOptional({ pattern: '^([A-Z]{3}-[0-9]{2}|[a-z][a-z_]*(:[a-z0-9_]+)?)$', description: 'Code of a measure, or of a need' })
  @IsOptional() @Matches(/^([A-Z]{3}-[0-9]{2}|[a-z][a-z_]*(:[a-z0-9_]+)?)$/)
  measure?: string;
}

export class GapResponse {
  @ApiProperty() householdId: string;
  @ApiProperty() headName: string;
  @ApiProperty() status: string;
  @ApiProperty({ type: String, nullable: true }) memberId: string | null;
  @ApiProperty({ type: String, nullable: true }) memberName: string | null;
  @ApiProperty() villageCode: string;
  @ApiProperty({ type: String, nullable: true }) villageName: string | null;
  @ApiProperty({ type: 'integer' }) year: number;
  @ApiProperty({ enum: gapKinds }) kind: string;
  @ApiProperty({ description: 'Code of the measure, or of the need' }) code: string;
  @ApiProperty({ type: () => TextResponse }) title: LocalText;

  static from(row: GapRow, titles: ReadonlyMap<string, LocalText>): GapResponse {
    return Object.assign(new GapResponse(), {
      householdId: formatCaseId(row.county_code, row.household_id), headName: row.head_name, status: row.status,
      memberId: row.subject_id === row.household_id ? null : formatCaseId(row.county_code, row.subject_id), memberName: row.member_name,
      villageCode: row.village_code, villageName: row.village_name, year: row.year, kind: row.kind, code: row.code, title: titles.get(row.code) ?? { zh: row.code, en: row.code },
    });
  }
}

export class GapPage {
  @ApiProperty({ type: () => [GapResponse] }) items: GapResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class GapCountResponse {
  @ApiProperty({ description: 'Code of the child division' }) division: string;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ enum: gapKinds }) kind: string;
  @ApiProperty() code: string;
  @ApiProperty({ type: () => TextResponse }) title: LocalText;
  @ApiProperty({ type: 'integer', description: 'Households and persons' }) gaps: number;
  @ApiProperty({ type: 'integer' }) households: number;

  static from({ division: code, name, kind, code: gap, title, gaps, households }: GapCountRow & { name: string | null; title: LocalText }): GapCountResponse {
    return Object.assign(new GapCountResponse(), { division: code, name, kind, code: gap, title, gaps, households });
  }
}

export class GapSummaryResponse {
  @ApiProperty() division: string;
  @ApiProperty({ type: 'integer', nullable: true }) year: number | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Oldest computation in the division' }) asOf: string | null;
  @ApiProperty({ description: 'Something was written since; a recalculation is on its way' }) pending: boolean;
  @ApiProperty({ type: () => [GapCountResponse] }) rows: GapCountResponse[];

  static from({ division: code, year, asOf, pending, rows }: GapSummary): GapSummaryResponse {
    return Object.assign(new GapSummaryResponse(), { division: code, year, asOf: asOf?.toISOString() ?? null, pending, rows: rows.map((row) => GapCountResponse.from(row)) });
  }
}
