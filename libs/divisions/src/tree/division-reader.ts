import { Injectable } from '@nestjs/common';
import { codePath, isDivisionCode, problem } from '#domain';
import type { DivisionLevel } from '#domain';
import { Db, currentContext } from '#platform';
import { childDivisions, findDivision, namesOf, subtreeOf, successorsOf } from './divisions.queries.js';
import type { DivisionRow, NameRow } from './divisions.queries.js';

export interface DivisionName {
  readonly code: string;
  readonly name: string;
}

/** A division of a level, with its parent: enough to build a tree or an index of names. */
export interface DivisionNode extends DivisionName {
  readonly parentCode: string | null;
}

const node = ({ code, name, parent_code: parentCode }: NameRow): DivisionNode => ({ code, name, parentCode });

/** What other slices may ask about the tree. Every method runs in the transaction of the caller. */
@Injectable()
export class DivisionReader {
  constructor(private readonly db: Db) {}

  /** The division, valid today or not; null when the tree has none of that code. */
  async find(code: string): Promise<DivisionRow | null> {
    return isDivisionCode(code) ? this.db.maybeOne<DivisionRow>(findDivision, [code]) : null;
  }

  /** From the region down to the division itself. @throws Problem division.not-found */
  async path(code: string): Promise<DivisionName[]> {
    const division = await this.find(code);
    if (!division) throw problem('division.not-found', { code });
    return [...division.path, { code, name: division.name }];
  }

  /** Divisions right below that exist on the day (today when not given), at most 1,000. */
  async children(code: string | null, on: string = currentContext().today): Promise<DivisionNode[]> {
    return (await this.db.query<DivisionRow>(childDivisions, [code, on, '', 1_000])).map(node);
  }

  /** All divisions of a level inside a division, by code: 14,592 villages for the whole region. */
  async subtree(code: string, level: DivisionLevel): Promise<DivisionNode[]> {
    return (await this.db.query<NameRow>(subtreeOf, [code, level, currentContext().today])).map(node);
  }

  /** Whether the division exists on a day (today when not given). Unknown dates count as valid. */
  async existsOn(code: string, on: string = currentContext().today): Promise<boolean> {
    const division = await this.find(code);
    return division !== null && (division.valid_from === null || division.valid_from <= on) && (division.valid_to === null || division.valid_to > on);
  }

  /** Refuses a code that does not exist on the day. @throws Problem division.malformed-code, division.not-found, division.not-valid-then */
  async requireValid(code: string, on: string = currentContext().today): Promise<DivisionRow> {
    if (!isDivisionCode(code)) throw problem('division.malformed-code', { code });
    const division = await this.find(code);
    if (!division) throw problem('division.not-found', { code });
    if (!(await this.existsOn(code, on))) throw problem('division.not-valid-then', { code, on });
    return division;
  }

  /** Names by code; codes that do not exist are missing from the map. */
  async names(codes: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.query<NameRow>(namesOf, [[...new Set(codes)]]);
    return new Map(rows.map(({ code, name }) => [code, name]));
  }

  /** Names from the prefecture down to the division, one string per code: village names repeat, so a page shows this. */
  async fullNames(codes: readonly string[]): Promise<Map<string, string>> {
    const valid = [...new Set(codes)].filter(isDivisionCode);
    const names = await this.names(valid.flatMap(codePath));
    const text = (code: string): string => codePath(code).slice(code.length > 2 ? 1 : 0).map((part) => names.get(part) ?? part).join(' ');
    return new Map(valid.map((code) => [code, text(code)]));
  }

  /** What became of a code that is no longer valid; empty when nothing is recorded. */
  async successors(code: string): Promise<DivisionNode[]> {
    return (await this.db.query<NameRow>(successorsOf, [code])).map(node);
  }
}
