import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, IsString, Matches } from 'class-validator';
import { datasetNames, OPERATORS_OF, type LocalText, type QuestionDataset, type QuestionDefinition, type QuestionField, fieldsOfRelation } from '#domain';
import { PageQuery } from '#platform';
import type { AnswerColumn, AnswerGroup, AnswerRow, QuestionAnswer } from '../answer.js';
import type { UnderstoodParameter } from '../resolved-question.js';

const text = { type: 'string' } as const;
const textOrNull = { type: 'string', nullable: true } as const;
const count = { type: 'integer', nullable: true } as const;
const anything = { type: 'object', additionalProperties: true } as const;
export const DEFINITION = { ...anything, description: 'dataset, division, chips (rule language; a date may be {"daysBefore": 90}), asOf {year, on}, measure, groupBy, orderBy, columns', example: { dataset: 'household' } } as const;

export class QuestionText implements LocalText {
  @ApiProperty(text) zh!: string;
  @ApiProperty(text) en!: string;
}

export class QuestionRequest {
  @ApiProperty(DEFINITION)
  @IsObject()
  definition!: Record<string, unknown>;
}

export class AnswerRequest extends QuestionRequest {
  @ApiPropertyOptional({ pattern: '^[0-9A-Za-z-]{8,64}$', description: 'Chosen by the asker; POST /questions/answers/{token}/cancel stops the question' })
  @IsOptional() @IsString() @Matches(/^[0-9A-Za-z-]{8,64}$/)
  token?: string;
}

export class QuestionRowsRequest extends PageQuery {
  @ApiProperty(DEFINITION)
  @IsObject()
  definition!: Record<string, unknown>;
}

export class AnswerColumnResponse implements AnswerColumn {
  @ApiProperty(text) name!: string;
  @ApiProperty({ type: QuestionText }) label!: LocalText;
  @ApiProperty(text) type!: string;
  @ApiProperty(textOrNull) unit!: string | null;
  @ApiProperty({ enum: ['recorded', 'dated', 'today'] }) time!: 'recorded' | 'dated' | 'today';
}

export class AnswerRowResponse implements AnswerRow {
  @ApiProperty(text) id!: string;
  @ApiProperty(textOrNull) householdId!: string | null;
  @ApiProperty(text) villageCode!: string;
  @ApiProperty(textOrNull) villageName!: string | null;
  @ApiProperty({ type: 'array', items: {}, description: 'In the order of the columns, as stored' }) values!: readonly unknown[];
  @ApiProperty({ type: [String], description: 'The same as people read them' }) texts!: string[];
}

export class AnswerGroupResponse implements AnswerGroup {
  @ApiProperty(textOrNull) key!: string | null;
  @ApiProperty({ type: QuestionText }) name!: LocalText;
  @ApiProperty(count) number!: number | null;
  @ApiProperty({ ...count, description: 'Rows of the dataset in the group, whatever the chips say' }) total!: number | null;
  @ApiProperty(count) unproven!: number | null;
  @ApiProperty(count) sum!: number | null;
  @ApiProperty({ ...count, description: 'Rows that also meet the condition of the share' }) hits!: number | null;
  @ApiProperty({ type: 'boolean' }) hidden!: boolean;
  @ApiProperty({ ...anything, nullable: true, description: 'The question whose rows are those of the group' }) drillDown!: QuestionDefinition | null;
}

export class UnderstoodParameterResponse implements UnderstoodParameter {
  @ApiProperty(text) name!: string;
  @ApiProperty({ type: QuestionText }) label!: LocalText;
  @ApiProperty({ ...count, description: 'Null is 未设定' }) value!: number | null;
  @ApiProperty(textOrNull) unit!: string | null;
  @ApiProperty(textOrNull) source!: string | null;
}

export class UnderstoodResponse {
  @ApiProperty({ type: [UnderstoodParameterResponse] }) parameters!: UnderstoodParameterResponse[];
  @ApiProperty(text) division!: string;
  @ApiProperty(text) divisionName!: string;
  @ApiProperty(count) year!: number | null;
}

export class AnswerAsOfResponse {
  @ApiProperty({ type: 'string', format: 'date' }) on!: string;
  @ApiProperty({ type: 'boolean' }) past!: boolean;
  @ApiProperty(count) year!: number | null;
  @ApiProperty({ type: [String] }) ofThatDay!: readonly string[];
  @ApiProperty({ type: [String], description: 'Fields that the question reads only as they are now' }) ofToday!: readonly string[];
  @ApiProperty({ type: QuestionText }) note!: LocalText;
}

export class AnswerResponse {
  @ApiProperty(anything) definition!: QuestionDefinition;
  @ApiProperty({ ...text, description: 'POST /questions/links stores the definition under it' }) key!: string;
  @ApiProperty({ type: QuestionText }) sentence!: LocalText;
  @ApiProperty({ ...count, description: 'Null where it is hidden' }) number!: number | null;
  @ApiProperty({ ...count, description: 'Rows of the dataset without the chips' }) total!: number | null;
  @ApiProperty({ ...count, description: 'Rows of which a value is missing' }) unproven!: number | null;
  @ApiProperty(count) sum!: number | null;
  @ApiProperty(count) hits!: number | null;
  @ApiProperty({ ...count, description: 'number of total, in basis points' }) shareBasisPoints!: number | null;
  @ApiProperty({ type: [AnswerGroupResponse] }) groups!: AnswerGroupResponse[];
  @ApiProperty({ type: [AnswerColumnResponse] }) columns!: AnswerColumnResponse[];
  @ApiProperty({ type: [AnswerRowResponse] }) rows!: AnswerRowResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
  @ApiProperty({ type: UnderstoodResponse }) understood!: UnderstoodResponse;
  @ApiProperty({ type: AnswerAsOfResponse }) asOf!: AnswerAsOfResponse;
  @ApiProperty({ type: 'boolean', description: 'Small cells are hidden (shared links only)' }) hidden!: boolean;
  @ApiProperty({ ...text, description: 'The SQL that was asked of the database' }) sqlText!: string;
  @ApiProperty({ type: 'array', items: {} }) sqlValues!: readonly unknown[];

  static from({ sql, ...answer }: QuestionAnswer): AnswerResponse {
    return { ...answer, sqlText: sql.text, sqlValues: sql.values } as unknown as AnswerResponse; // the same shape, whose lists are not read-only
  }
}

export class QuestionRowsResponse {
  @ApiProperty({ type: [AnswerColumnResponse] }) columns!: AnswerColumnResponse[];
  @ApiProperty({ type: [AnswerRowResponse] }) items!: AnswerRowResponse[];
  @ApiProperty(textOrNull) nextCursor!: string | null;
}

export class CancelResponse {
  @ApiProperty({ type: 'boolean' }) cancelled!: boolean;
}

export class QuestionLinkResponse {
  @ApiProperty(text) key!: string;
}

export class QuestionFieldResponse {
  @ApiProperty(text) name!: string;
  @ApiProperty({ type: QuestionText }) label!: LocalText;
  @ApiProperty(text) type!: string;
  @ApiProperty(textOrNull) unit!: string | null;
  @ApiProperty(textOrNull) codeList!: string | null;
  @ApiProperty({ type: QuestionText, description: 'What it means that there is no value' }) nullMeans!: LocalText;
  @ApiPropertyOptional({ type: QuestionText }) note?: LocalText;
  @ApiProperty({ type: [String], description: 'Operators of the rule language; none for what can only be shown' }) operators!: readonly string[];
  @ApiProperty({ type: 'boolean' }) groupable!: boolean;
  @ApiProperty({ type: 'boolean' }) summable!: boolean;
  @ApiProperty({ type: 'boolean' }) shown!: boolean;
  @ApiProperty({ enum: ['recorded', 'dated', 'today'] }) time!: string;

  static from({ name, label, type, unit, codeList, nullMeans, note, askable, groupable, summable, shown, time }: QuestionField): QuestionFieldResponse {
    return { name, label, type, unit: unit ?? null, codeList: codeList ?? null, nullMeans, ...(note ? { note } : {}), operators: askable ? OPERATORS_OF[type] : [], groupable, summable, shown, time };
  }
}

export class QuestionCollectionResponse {
  @ApiProperty(text) name!: string;
  @ApiProperty({ type: QuestionText }) label!: LocalText;
  @ApiProperty({ enum: ['unknown', 'empty'], description: 'What no rows mean' }) whenEmpty!: string;
  @ApiProperty({ type: [QuestionFieldResponse] }) fields!: QuestionFieldResponse[];
}

export class QuestionDatasetResponse {
  @ApiProperty({ enum: datasetNames }) name!: string;
  @ApiProperty({ type: QuestionText }) label!: LocalText;
  @ApiProperty({ type: QuestionText }) unit!: LocalText;
  @ApiProperty({ enum: ['facts', 'rows'], description: 'facts: always of one year; rows: all years unless one is asked for' }) year!: string;
  @ApiProperty({ type: [QuestionFieldResponse] }) fields!: QuestionFieldResponse[];
  @ApiProperty({ type: [QuestionCollectionResponse] }) collections!: QuestionCollectionResponse[];

  static from({ name, label, unit, year, fields, collections }: QuestionDataset): QuestionDatasetResponse {
    return {
      name, label, unit, year, fields: fields.map((field) => QuestionFieldResponse.from(field)),
      collections: collections.map((collection) => ({ name: collection.name, label: collection.label, whenEmpty: collection.whenEmpty, fields: fieldsOfRelation(collection.relation).filter(({ askable }) => askable).map((field) => QuestionFieldResponse.from(field)) })),
    };
  }
}
