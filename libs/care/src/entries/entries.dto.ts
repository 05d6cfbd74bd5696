import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsDateString, IsIn, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { CARE_CATALOGUE, codeListOf, contactWayLabels, contactWays, explainFromLeaves, formatCaseId, type ContactWay, type ParameterValues } from '#domain';
import { PageQuery } from '#platform';
import { CareDutyResponse, CareText } from '../registers/registers.dto.js';
import type { CareRegisterRow } from '../registers/register.queries.js';
import type { ShownEntry, Summary } from './entries.service.js';
import type { ContactRow } from './entry.queries.js';

const DIVISION = /^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/;
const text = { type: 'string' } as const;
const textOrNull = { type: 'string', nullable: true } as const;
const dayOrNull = { type: 'string', format: 'date', nullable: true } as const;
const flag = ({ value }: { value: unknown }): unknown => (value === 'true' ? true : value === 'false' ? false : value);

export class CareEntryQuery extends PageQuery {
  @ApiPropertyOptional({ pattern: DIVISION.source, description: 'Division of 2 to 12 digits; the own territory without it' })
  @IsOptional() @IsString() @Matches(DIVISION)
  division?: string;

  @ApiPropertyOptional({ enum: ['met', 'unproven'], default: 'met', description: '`unproven`: a fact is missing, so nobody can say yet' })
  @IsOptional() @IsIn(['met', 'unproven'])
  verdict: 'met' | 'unproven' = 'met';

  @ApiPropertyOptional({ enum: ['on', 'left'], default: 'on', description: '`left`: those who are no longer on the register' })
  @IsOptional() @IsIn(['on', 'left'])
  state: 'on' | 'left' = 'on';

  @ApiPropertyOptional({ type: 'boolean', default: false, description: 'Only those on whom somebody should have looked in by today' })
  @IsOptional() @Transform(flag) @IsBoolean()
  due: boolean = false;
}

export class CareSummaryQuery {
  @ApiPropertyOptional({ pattern: DIVISION.source, description: 'Division of 2 to 12 digits; the own territory without it' })
  @IsOptional() @IsString() @Matches(DIVISION)
  division?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Day from which entries and leavers are counted; the first of the year without it' })
  @IsOptional() @IsDateString({ strict: true }) @Length(10, 10)
  since?: string;
}

export class ContactRequest {
  @ApiProperty({ format: 'uuid', description: 'Minted by the client; sending the same contact again changes nothing' })
  @IsUUID()
  id!: string;

  @ApiProperty({ format: 'date' })
  @IsDateString({ strict: true }) @Length(10, 10)
  contactedOn!: string;

  @ApiProperty({ enum: contactWays })
  @IsIn(contactWays)
  way!: ContactWay;

  @ApiPropertyOptional({ type: 'string', nullable: true, maxLength: 100, description: 'Who was met' })
  @IsOptional() @IsString() @MaxLength(100)
  met: string | null = null;

  @ApiProperty({ minLength: 2, maxLength: 2000, description: 'What was found' })
  @IsString() @Length(2, 2000)
  found!: string;

  @ApiProperty({ type: 'boolean' })
  @IsBoolean()
  needsHelp!: boolean;

  @ApiPropertyOptional({ type: 'boolean', nullable: true, description: 'Whether a contract for services exists; null where nobody asked' })
  @IsOptional() @IsBoolean()
  contracted: boolean | null = null;
}

export class ContactResponse {
  @ApiProperty(text) id!: string;
  @ApiProperty(text) registerCode!: string;
  @ApiProperty({ type: 'string', format: 'date' }) contactedOn!: string;
  @ApiProperty({ enum: contactWays }) way!: string;
  @ApiProperty(text) wayText!: string;
  @ApiProperty(textOrNull) met!: string | null;
  @ApiProperty(text) found!: string;
  @ApiProperty({ type: 'boolean' }) needsHelp!: boolean;
  @ApiProperty({ type: 'boolean', nullable: true }) contracted!: boolean | null;
  @ApiProperty({ type: 'string', format: 'date-time' }) recordedAt!: string;
  @ApiProperty(textOrNull) recordedBy!: string | null;

  static from(row: ContactRow): ContactResponse {
    return {
      id: formatCaseId(row.county_code, row.id), registerCode: row.register_code, contactedOn: row.contacted_on, way: row.way,
      wayText: contactWayLabels[row.way as ContactWay], met: row.met, found: row.found, needsHelp: row.needs_help, contracted: row.contracted,
      recordedAt: row.recorded_at.toISOString(), recordedBy: row.recorded_by_name ?? null,
    };
  }
}

const genders = new Map(codeListOf('gender').items.map(({ code, zh }) => [code, zh]));

export class CareEntryResponse {
  @ApiProperty(text) id!: string;
  @ApiProperty(text) registerCode!: string;
  @ApiProperty(text) registerName!: string;
  @ApiProperty(text) villageCode!: string;
  @ApiProperty(text) place!: string;
  @ApiProperty(text) householdId!: string;
  @ApiProperty(textOrNull) householdCode!: string | null;
  @ApiProperty(text) headName!: string;
  @ApiProperty(text) householdStatus!: string;
  @ApiProperty({ ...textOrNull, description: 'Null on a register of households' }) memberId!: string | null;
  @ApiProperty(textOrNull) name!: string | null;
  @ApiProperty(textOrNull) gender!: string | null;
  @ApiProperty(dayOrNull) birthDate!: string | null;
  @ApiProperty({ enum: ['met', 'unproven'] }) verdict!: string;
  @ApiProperty({ type: [CareText], description: 'Of an unproven entry: the facts that are missing, and what their absence means' }) missing!: CareText[];
  @ApiProperty({ type: 'integer', description: 'Year of the record that was judged' }) year!: number;
  @ApiProperty({ type: 'string', format: 'date' }) since!: string;
  @ApiProperty({ ...dayOrNull, description: 'Left on this day; null while on the register' }) until!: string | null;
  @ApiProperty(dayOrNull) lastContactOn!: string | null;
  @ApiProperty({ ...dayOrNull, description: 'Last day for the next contact; null as long as the interval is not set' }) dueOn!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) overdueDays!: number | null;
  @ApiProperty({ type: 'boolean', nullable: true, description: 'Contract for services as last found; null where nobody asked' }) contracted!: boolean | null;

  static from({ row, version, due, place, ages }: ShownEntry): CareEntryResponse {
    return {
      id: formatCaseId(row.county_code, row.id), registerCode: row.register_code, registerName: version?.name.zh ?? row.register_code, villageCode: row.village_code, place,
      householdId: formatCaseId(row.county_code, row.household_id), householdCode: row.household_code, headName: row.head_name, householdStatus: row.household_status,
      memberId: row.member_id === null ? null : formatCaseId(row.county_code, row.member_id), name: row.member_name,
      gender: row.gender === null ? null : (genders.get(row.gender) ?? row.gender), birthDate: row.birth_date, verdict: row.verdict,
      missing: row.verdict === 'met' || version === null ? [] : missingOf(version, row.leaves, ages),
      year: row.year, since: row.since, until: row.until, lastContactOn: row.last_contact_on, dueOn: due.dueOn, overdueDays: due.overdueDays, contracted: row.contracted,
    };
  }
}

/** Which facts of the definition nobody knows yet, read from the stored letters. */
function missingOf({ expression, level }: CareRegisterRow, leaves: string, parameters: ParameterValues): CareText[] {
  const { missing } = explainFromLeaves(expression, leaves, { catalogue: CARE_CATALOGUE, level, subject: { facts: {} }, parameters });
  return missing.map(({ label, meaning }) => ({ zh: `${label.zh}：${meaning.zh}`, en: `${label.en}: ${meaning.en}` }));
}

export class CareEntryPage {
  @ApiProperty({ type: [CareEntryResponse] }) items!: CareEntryResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}

export class CareEntryDetail extends CareEntryResponse {
  @ApiProperty({ type: [ContactResponse], description: 'Newest first' }) contacts!: ContactResponse[];
}

export class CareCountResponse {
  @ApiProperty(text) division!: string;
  @ApiProperty(textOrNull) divisionName!: string | null;
  @ApiProperty(text) registerCode!: string;
  @ApiProperty({ type: 'integer' }) entries!: number;
  @ApiProperty({ type: 'integer', description: 'A fact is missing, so nobody can say yet' }) unproven!: number;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Null as long as the interval is not set' }) overdue!: number | null;
  @ApiProperty({ type: 'integer' }) entered!: number;
  @ApiProperty({ type: 'integer' }) left!: number;
  @ApiProperty({ ...text, description: 'The rows behind the number' }) rows!: string;
}

export class CareSummaryResponse {
  @ApiProperty(text) division!: string;
  @ApiProperty({ type: 'string', format: 'date' }) since!: string;
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } }) registers!: { code: string; name: CareText; duty: CareDutyResponse }[];
  @ApiProperty({ type: [CareCountResponse], description: 'By child division and register' }) counts!: CareCountResponse[];

  static from({ division, since, rows, registers }: Summary): CareSummaryResponse {
    const every = new Map(registers.map(({ code, duty }) => [code, duty?.everyDays ?? null]));
    return {
      division, since,
      registers: registers.map(({ code, name, duty }) => ({ code, name, duty: CareDutyResponse.from(duty) })),
      counts: rows.map((row) => ({
        division: row.division, divisionName: row.divisionName, registerCode: row.register_code, entries: row.entries, unproven: row.unproven,
        overdue: (every.get(row.register_code) ?? null) === null ? null : row.overdue, entered: row.entered, left: row.left_register,
        rows: `/api/v1/care-registers/${row.register_code}/entries?division=${row.division}`,
      })),
    };
  }
}
