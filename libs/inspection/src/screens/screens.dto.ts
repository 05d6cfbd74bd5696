import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsNumber, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { formatCaseId, screenCodes, screenGroupingLabels, screenGroupings, screenVerdictLabels, screenVerdicts, type ScreenDefinition, type ScreenVerdict } from '#domain';
import { PageQuery } from '#platform';
import type { ScreenAnswer, ShownGroup } from './screen-reader.js';
import type { SettingInForce } from './screen-settings.js';
import type { ScreenRow } from './screen-source.js';
import { figureText, testText } from './screen-words.js';

const DIVISION = /^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/;
const text = { type: 'string' } as const;
const textOrNull = { type: 'string', nullable: true } as const;
const numberOrNull = { type: 'number', nullable: true } as const;
const whole = ({ value }: { value: unknown }): unknown => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value);

export class ScreenQuery extends PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 2000, maximum: 2100, description: 'Without it the newest year for which half of the division has data' })
  @IsOptional() @Transform(whole) @IsInt() @Min(2000) @Max(2100)
  year?: number;

  @ApiPropertyOptional({ pattern: DIVISION.source, description: 'The own territory without it' })
  @IsOptional() @IsString() @Matches(DIVISION)
  division?: string;

  @ApiPropertyOptional({ enum: screenGroupings, description: "The screen's first grouping without it" })
  @IsOptional() @IsIn(screenGroupings)
  by?: string;

  @ApiPropertyOptional({ enum: screenVerdicts, description: 'Only groups of this verdict' })
  @IsOptional() @IsIn(screenVerdicts)
  verdict?: ScreenVerdict;
}

export class ScreenRowsQuery extends PageQuery {
  @ApiProperty({ type: 'integer', minimum: 2000, maximum: 2100 })
  @Transform(whole) @IsInt() @Min(2000) @Max(2100)
  year!: number;

  @ApiPropertyOptional({ pattern: DIVISION.source })
  @IsOptional() @IsString() @Matches(DIVISION)
  division?: string;

  @ApiPropertyOptional({ enum: screenGroupings })
  @IsOptional() @IsIn(screenGroupings)
  by?: string;

  @ApiProperty({ minLength: 1, maxLength: 100, description: 'Key of the group' })
  @IsString() @Length(1, 100)
  group!: string;

  @ApiProperty({ minLength: 1, maxLength: 40, description: 'Name of the figure that is opened' })
  @IsString() @Length(1, 40)
  figure!: string;
}

export class ScreenSettingRequest {
  @ApiProperty({ minLength: 1, maxLength: 40 })
  @IsString() @Length(1, 40)
  name!: string;

  @ApiProperty({ type: 'number' })
  @IsNumber({ allowNaN: false, allowInfinity: false }) @Min(-1_000_000) @Max(1_000_000)
  value!: number;

  @ApiProperty({ minLength: 2, maxLength: 300 })
  @IsString() @Length(2, 300)
  reason!: string;
}

export class ScreenSettingItem {
  @ApiProperty(text) name!: string;
  @ApiProperty(text) label!: string;
  @ApiProperty(text) unit!: string;
  @ApiProperty({ type: 'number' }) value!: number;
  @ApiProperty({ ...text, description: 'Where the value comes from' }) origin!: string;

  static from({ name, zh, unit, value, origin }: SettingInForce): ScreenSettingItem {
    return { name, label: zh, unit, value, origin };
  }
}

export class ScreenGroupingItem {
  @ApiProperty({ enum: screenGroupings }) by!: string;
  @ApiProperty(text) label!: string;
}

export class ScreenItem {
  @ApiProperty({ enum: screenCodes }) code!: string;
  @ApiProperty(text) name!: string;
  @ApiProperty({ ...text, description: 'How it is computed, in plain words' }) method!: string;
  @ApiProperty({ type: [String], description: 'What a flag may honestly come from' }) honestCauses!: string[];
  @ApiProperty({ type: [ScreenGroupingItem] }) groupings!: ScreenGroupingItem[];
  @ApiProperty({ type: [ScreenSettingItem], description: 'Settings in force' }) settings!: ScreenSettingItem[];

  static of(screen: ScreenDefinition, settings: readonly SettingInForce[]): ScreenItem {
    return {
      code: screen.code, name: screen.zh, method: screen.method, honestCauses: [...screen.honestCauses], groupings: screen.groupings.map((by) => ({ by, label: screenGroupingLabels[by] })),
      settings: settings.map((setting) => ScreenSettingItem.from(setting)),
    };
  }
}

export class ScreenList {
  @ApiProperty({ type: [ScreenItem] }) items!: ScreenItem[];
}

export class ScreenFigure {
  @ApiProperty(text) name!: string;
  @ApiProperty(text) label!: string;
  @ApiProperty(numberOrNull) value!: number | null;
  @ApiProperty(text) text!: string;
}

export class ScreenTestItem {
  @ApiProperty(text) name!: string;
  @ApiProperty({ ...numberOrNull, description: 'Chance of at least as much when nothing is unusual; null for what is only counted' }) p!: number | null;
  @ApiProperty({ ...numberOrNull, description: 'The same corrected over all groups that were judged' }) adjustedP!: number | null;
  @ApiProperty({ ...numberOrNull, description: 'How much more than expected' }) effect!: number | null;
  @ApiProperty({ type: 'boolean' }) flagged!: boolean;
  @ApiProperty(text) text!: string;
}

export class ScreenGroupItem {
  @ApiProperty(text) key!: string;
  @ApiProperty(text) division!: string;
  @ApiProperty(text) divisionName!: string;
  @ApiProperty({ ...textOrNull, description: 'Team, or number of a post' }) label!: string | null;
  @ApiProperty({ enum: screenVerdicts }) verdict!: string;
  @ApiProperty(text) verdictText!: string;
  @ApiProperty({ type: 'integer' }) n!: number;
  @ApiProperty({ type: [ScreenFigure] }) figures!: ScreenFigure[];
  @ApiProperty({ type: [ScreenTestItem] }) tests!: ScreenTestItem[];

  static from(group: ShownGroup, screen: ScreenDefinition): ScreenGroupItem {
    return {
      key: group.key, division: group.divisionCode, divisionName: group.divisionName, label: group.label, verdict: group.verdict, verdictText: screenVerdictLabels[group.verdict], n: group.n,
      figures: screen.figures.map(({ name, zh, unit }) => ({ name, label: zh, value: group.figures[name] ?? null, text: figureText(group.figures[name] ?? null, unit) })),
      tests: group.tests.map((test) => ({ name: test.name, p: test.p, adjustedP: test.adjustedP, effect: test.effect, flagged: test.flagged, text: testText(test) })),
    };
  }
}

export class ScreenResponse {
  @ApiProperty({ type: () => ScreenItem }) screen!: ScreenItem;
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty(text) division!: string;
  @ApiProperty({ enum: screenGroupings }) by!: string;
  @ApiProperty({ type: 'integer' }) flagged!: number;
  @ApiProperty({ type: 'integer' }) judged!: number;
  @ApiProperty({ type: 'integer', description: 'Too little to judge by' }) tooFew!: number;
  @ApiProperty({ type: [ScreenGroupItem], description: 'In the order of the places, whatever was found' }) items!: ScreenGroupItem[];
  @ApiProperty(textOrNull) nextCursor!: string | null;

  static of({ screen, question, settings, groups }: ScreenAnswer, page: { readonly items: readonly ShownGroup[]; readonly nextCursor: string | null }): ScreenResponse {
    const count = (verdict: ScreenVerdict): number => groups.filter((group) => group.verdict === verdict).length;
    return {
      screen: ScreenItem.of(screen, settings), year: question.year, division: question.division, by: question.by, flagged: count('FLAGGED'), judged: groups.length - count('TOO_FEW'),
      tooFew: count('TOO_FEW'), items: page.items.map((group) => ScreenGroupItem.from(group, screen)), nextCursor: page.nextCursor,
    };
  }
}

export class ScreenRowValue {
  @ApiProperty(text) label!: string;
  @ApiProperty(text) text!: string;
}

export class ScreenRowItem {
  @ApiProperty({ enum: ['household', 'case', 'visit', 'attachment'] }) kind!: string;
  @ApiProperty(text) id!: string;
  @ApiProperty(textOrNull) householdId!: string | null;
  @ApiProperty(text) villageCode!: string;
  @ApiProperty({ type: [ScreenRowValue] }) values!: ScreenRowValue[];

  static from(row: ScreenRow): ScreenRowItem {
    return {
      kind: row.kind, id: formatCaseId(row.countyCode, row.id), householdId: row.householdId === null ? null : formatCaseId(row.countyCode, row.householdId), villageCode: row.villageCode,
      values: [...row.values],
    };
  }
}

export class ScreenRowPage {
  @ApiProperty({ type: [ScreenRowItem] }) items!: ScreenRowItem[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}
