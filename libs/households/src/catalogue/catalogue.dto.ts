import { ApiProperty } from '@nestjs/swagger';
import { codeLists, fieldCatalogue, type CodeList, type Field } from '#domain';

const text = { type: 'string' } as const;
const textOrNull = { type: 'string', nullable: true } as const;

export class CodeItemResponse {
  @ApiProperty(text) code!: string;
  @ApiProperty(text) zh!: string;
  @ApiProperty(text) en!: string;
}

export class CodeListResponse {
  @ApiProperty(text) name!: string;
  @ApiProperty(text) zh!: string;
  @ApiProperty(text) en!: string;
  @ApiProperty({ type: [CodeItemResponse] }) items!: CodeItemResponse[];

  static from(list: CodeList): CodeListResponse {
    return { name: list.name, zh: list.zh, en: list.en, items: list.items.map(({ code, zh, en }) => ({ code, zh, en })) };
  }
}

export class FieldResponse {
  @ApiProperty({ enum: ['household', 'householdYear', 'member', 'memberYear'] }) entity!: string;
  @ApiProperty(text) key!: string;
  @ApiProperty(text) type!: string;
  @ApiProperty(text) group!: string;
  @ApiProperty(text) zh!: string;
  @ApiProperty(text) en!: string;
  @ApiProperty({ ...textOrNull, description: 'Name of its list in GET /codes' }) codeList!: string | null;
  @ApiProperty(textOrNull) unit!: string | null;
  @ApiProperty({ ...textOrNull, description: 'Column of the national system' }) nationalColumn!: string | null;
  @ApiProperty({ type: 'boolean' }) required!: boolean;
  @ApiProperty({ type: 'boolean', description: 'Shown masked; POST …/unmask shows it in clear' }) masked!: boolean;
  @ApiProperty({ type: 'boolean', description: 'Computed, cannot be written' }) derived!: boolean;
  @ApiProperty({ type: 'integer', nullable: true }) maxLength!: number | null;

  static from(field: Field): FieldResponse {
    return {
      entity: field.entity, key: field.key, type: field.type, group: field.group, zh: field.zh, en: field.en, codeList: field.codeList ?? null,
      unit: field.unit ?? null, nationalColumn: field.nationalColumn ?? null, required: field.required, masked: field.encrypted, derived: field.derived,
      maxLength: field.maxLength ?? null,
    };
  }
}

export class CodesResponse {
  @ApiProperty({ type: [CodeListResponse] }) lists!: CodeListResponse[];
  @ApiProperty({ type: [CodeItemResponse], description: 'Purposes of unmasking' }) unmaskPurposes!: CodeItemResponse[];
  @ApiProperty({ type: [CodeItemResponse], description: 'Kinds of life events' }) lifeEvents!: CodeItemResponse[];
}

export class FieldsResponse {
  @ApiProperty({ type: [FieldResponse] }) fields!: FieldResponse[];
}

export const allLists = codeLists.map((list) => CodeListResponse.from(list));
export const allFields = fieldCatalogue.map((field) => FieldResponse.from(field));
