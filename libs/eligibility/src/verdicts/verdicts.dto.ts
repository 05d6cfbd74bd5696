import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { formatCaseId, type RuleExplanation, type Verdict } from '#domain';
import { PageQuery } from '#platform';
import { FIRST_YEAR, LAST_YEAR, TextResponse, wholeNumber } from '../shared.dto.js';
import type { ExplainedVerdict } from './explanation-reader.js';
import type { HouseholdBehindRow, VillageListRow } from './verdict.queries.js';
import type { Freshness, StoredVerdicts } from './verdict-reader.js';

const verdicts = ['met', 'not_met', 'unproven'];

export class ParkedResponse {
  @ApiProperty({ description: 'What the data are at fault for' }) message: string;
  @ApiProperty({ format: 'date-time' }) at: string;
}

export class FreshnessResponse {
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Computed as of' }) asOf: string | null;
  @ApiProperty({ description: 'Something was written since; a recalculation is on its way' }) pending: boolean;
  @ApiProperty({ type: () => ParkedResponse, nullable: true, description: 'Set when the data of the village cannot be computed' }) parked: ParkedResponse | null;

  static from({ asOf, pending, parked }: Freshness): FreshnessResponse {
    return Object.assign(new FreshnessResponse(), { asOf: asOf?.toISOString() ?? null, pending, parked: parked && { message: parked.message, at: parked.at.toISOString() } });
  }
}

export class VerdictResponse {
  @ApiProperty() ruleCode: string;
  @ApiProperty({ type: () => TextResponse }) ruleName: TextResponse;
  @ApiProperty({ type: 'integer' }) ruleVersion: number;
  @ApiProperty({ format: 'uuid' }) ruleVersionId: string;
  @ApiProperty({ enum: verdicts }) verdict: Verdict;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Condition by condition: sentence, actual and required value, result, what is missing' }) explanation: RuleExplanation;
  @ApiProperty({ format: 'date-time' }) computedAt: string;

  static from(verdict: ExplainedVerdict): VerdictResponse {
    return Object.assign(new VerdictResponse(), { ...verdict, computedAt: verdict.computedAt.toISOString() });
  }
}

class VerdictsResponse {
  @ApiProperty({ type: 'integer' }) year: number;
  @ApiProperty({ type: [Number], description: 'Years that can be asked for' }) years: number[];
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Facts by their names in the catalogue; null is not known. Money in fen' }) facts: Record<string, unknown>;
  @ApiProperty({ type: () => [VerdictResponse] }) verdicts: VerdictResponse[];
  @ApiProperty({ type: () => FreshnessResponse }) freshness: FreshnessResponse;
}

function shared(stored: StoredVerdicts): VerdictsResponse {
  return {
    year: stored.year, years: [...stored.years], facts: { ...stored.facts }, verdicts: stored.verdicts.map((verdict) => VerdictResponse.from(verdict)),
    freshness: FreshnessResponse.from(stored.freshness),
  };
}

export class HouseholdVerdictsResponse extends VerdictsResponse {
  @ApiProperty() householdId: string;
  @ApiProperty() villageCode: string;

  static from(stored: StoredVerdicts): HouseholdVerdictsResponse {
    const householdId = formatCaseId(stored.countyCode, String(stored.row['household_id']));
    return Object.assign(new HouseholdVerdictsResponse(), shared(stored), { householdId, villageCode: stored.villageCode });
  }
}

export class AreaVerdictsResponse extends VerdictsResponse {
  @ApiProperty({ description: 'Code of the village or county' }) code: string;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiPropertyOptional({ description: 'Village only: on the list of poor villages' }) poorVillage?: boolean;
  @ApiPropertyOptional({ type: String, nullable: true, enum: ['EXITED', 'NOT_EXITED'], description: 'Village only: what was decided up to this year' }) decision?: string | null;

  static from(stored: StoredVerdicts, { level, name }: { level: 'village' | 'county'; name: string | null }): AreaVerdictsResponse {
    const own = level === 'village' ? { poorVillage: stored.row['poor_village'], decision: stored.row['decision'] } : {};
    const code = level === 'village' ? stored.villageCode : stored.countyCode;
    return Object.assign(new AreaVerdictsResponse(), shared(stored), { code, name }, own);
  }
}

export class VillageListQuery extends PageQuery {
  @ApiPropertyOptional({ pattern: '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$' })
  @IsOptional() @Matches(/^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/)
  division?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: FIRST_YEAR, maximum: LAST_YEAR })
  @IsOptional() @Transform(wholeNumber) @IsInt() @Min(FIRST_YEAR) @Max(LAST_YEAR)
  year?: number;

  @ApiPropertyOptional({ enum: verdicts, description: 'Exit verdict of the village' })
  @IsOptional() @IsIn(verdicts)
  verdict?: Verdict;

  @ApiPropertyOptional({ type: Boolean, description: 'Only villages on the list of poor villages' })
  @IsOptional() @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)) @IsBoolean()
  poorOnly?: boolean;
}

export class VillageSummaryResponse {
  @ApiProperty() code: string;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ type: 'integer' }) year: number;
  @ApiProperty({ type: 'integer', nullable: true }) registeredHouseholds: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) registeredPersons: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) poorHouseholds: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) poorPersons: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) exitedHouseholds: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) ruralResidentPopulation: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Incidence in basis points, rounded down; the verdict compares exactly' }) incidenceBasisPoints: number | null;
  @ApiProperty() poorVillage: boolean;
  @ApiProperty({ type: String, nullable: true, enum: ['EXITED', 'NOT_EXITED'] }) decision: string | null;
  @ApiProperty({ type: String, nullable: true, enum: verdicts, description: 'Exit verdict' }) verdict: Verdict | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) asOf: string | null;
  @ApiProperty() pending: boolean;

  static from(row: VillageListRow): VillageSummaryResponse {
    return Object.assign(new VillageSummaryResponse(), {
      code: row.village_code, name: row.name, year: row.year, registeredHouseholds: row.registered_households, registeredPersons: row.registered_persons,
      poorHouseholds: row.poor_households, poorPersons: row.poor_persons, exitedHouseholds: row.exited_households, ruralResidentPopulation: row.rural_resident_population,
      incidenceBasisPoints: basisPoints(row.poor_persons, row.rural_resident_population), poorVillage: row.poor_village, decision: row.decision, verdict: row.verdict,
      asOf: row.as_of?.toISOString() ?? null, pending: row.pending,
    });
  }
}

/** Basis points, rounded down; null when a part is missing or nobody lives there. */
export function basisPoints(numerator: number | null, denominator: number | null): number | null {
  return numerator === null || denominator === null || denominator <= 0 ? null : Math.floor((numerator * 10_000) / denominator);
}

export class VillagePage {
  @ApiProperty({ type: 'integer' }) year: number;
  @ApiProperty({ type: () => [VillageSummaryResponse] }) items: VillageSummaryResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class RowsQuery extends PageQuery {
  @ApiProperty({ enum: ['registered_households', 'registered_persons', 'poor_households', 'poor_persons', 'exited_households'] })
  @Matches(/^[a-z][a-z_]{1,60}$/)
  fact: string;

  @ApiPropertyOptional({ type: 'integer', minimum: FIRST_YEAR, maximum: LAST_YEAR })
  @IsOptional() @Transform(wholeNumber) @IsInt() @Min(FIRST_YEAR) @Max(LAST_YEAR)
  year?: number;
}

export class HouseholdBehindResponse {
  @ApiProperty() householdId: string;
  @ApiProperty() headName: string;
  @ApiProperty() status: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Persons that this household adds to the number' }) memberCount: number | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Fen' }) netIncomePerCapitaFen: number | null;
  @ApiProperty({ type: String, nullable: true }) poorHouseholdType: string | null;
  @ApiProperty({ type: String, nullable: true }) mainCause: string | null;
  @ApiProperty({ type: String, nullable: true, enum: verdicts, description: 'Exit verdict, for households that are poor' }) exitVerdict: Verdict | null;

  static from(row: HouseholdBehindRow): HouseholdBehindResponse {
    return Object.assign(new HouseholdBehindResponse(), {
      householdId: formatCaseId(row.county_code, row.household_id), headName: row.head_name, status: row.status, memberCount: row.member_count,
      netIncomePerCapitaFen: row.net_income_per_capita_fen, poorHouseholdType: row.poor_household_type, mainCause: row.main_cause, exitVerdict: row.verdict,
    });
  }
}

export class RowsPage {
  @ApiProperty({ type: 'integer' }) year: number;
  @ApiProperty({ type: () => [HouseholdBehindResponse] }) items: HouseholdBehindResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}
