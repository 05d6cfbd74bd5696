import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches } from 'class-validator';
import { codeListOf, codeRange, contains, parseCaseId, problem, type CaseId, type CodeListName } from '#domain';
import { currentContext, PageQuery } from '#platform';

export const CASE_ID = /^[0-9]{6}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
export const VILLAGE = /^[0-9]{12}$/;
export const DIVISION = /^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/;
export const MAX_VERSION = 1_000_000;

export const textOrNull = { type: 'string', nullable: true } as const;
export const dayOrNull = { type: 'string', format: 'date', nullable: true } as const;
export const timeOrNull = { type: 'string', format: 'date-time', nullable: true } as const;

/** Codes of a list, for `@IsIn` and the document. */
export const codesOf = (name: CodeListName): string[] => codeListOf(name).items.map((item) => item.code);

/** A page of rows of one division. */
export class FieldWorkQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Division of 2, 4, 6, 9 or 12 digits; the own territory without it', pattern: DIVISION.source })
  @IsOptional()
  @IsString()
  @Matches(DIVISION)
  division?: string;
}

export interface Territory {
  readonly code: string;
  readonly from: string;
  readonly to: string;
  /** The county, when the division lies in one. */
  readonly county: string | null;
}

/** The division asked for, as far as it lies in the actor's territory; null when nothing of it does. */
export function territoryOf(division: string | undefined): Territory | null {
  const { scope } = currentContext().actor;
  if (scope === null) return null;
  const code = division === undefined || contains(division, scope) ? scope : contains(scope, division) ? division : null;
  return code === null ? null : { code, ...codeRange(code), county: code.length >= 6 ? code.slice(0, 6) : null };
}

/** The id of a row in a body. @throws `not-found` for anything else */
export function someCaseId(text: string): CaseId {
  const id = parseCaseId(text);
  if (!id) throw problem('not-found');
  return id;
}

/** The uuid of a row in the county of another one. @throws `not-found` for a row of another county */
export function sameCounty(text: string, other: CaseId): string {
  const id = someCaseId(text);
  if (id.countyCode !== other.countyCode) throw problem('not-found');
  return id.id;
}
