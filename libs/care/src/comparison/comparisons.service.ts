import { Injectable } from '@nestjs/common';
import { addDays, codeRange, contains, countyCodeOf, levelOf, padVillageCode, problem, uuidV7, type CareDecision, type CareFindingKind, type CaseId, type GivenPerson } from '#domain';
import { ParameterReader } from '#divisions';
import { FieldWriter } from '#households';
import { AccessLog, currentContext, Db, toPage, uuidCursor, type Page } from '#platform';
import { CareRegisterReader } from '../registers/register-reader.js';
import * as sql from './comparison.queries.js';
import { readList } from './list-reader.js';

/** Lists are kept as long as other uploaded files unless a number of days is set. */
const KEPT_DAYS = 7;

export interface NewComparison {
  readonly registerCode: string;
  /** A county, or a division in it. */
  readonly division: string;
  readonly department: string;
  readonly purposeCode: string;
  readonly purpose: string;
  /** Day for which the list stands. */
  readonly listOn: string;
  readonly fileName: string | null;
  readonly people: readonly GivenPerson[];
}

export interface FindingFilter {
  readonly kind?: CareFindingKind;
  readonly open: boolean;
  readonly cursor?: string;
  readonly limit: number;
}

/** Compares a register with a department's list of persons, in one transaction; the clear numbers are never stored. */
@Injectable()
export class CareComparisons {
  constructor(
    private readonly db: Db,
    private readonly registers: CareRegisterReader,
    private readonly parameters: ParameterReader,
    private readonly fields: FieldWriter,
    private readonly access: AccessLog,
  ) {}

  /** @throws `care.register-unknown`, `care.register-not-of-people`, `care.division-outside`, `purpose-required`, `care.list-empty` */
  async compare(given: NewComparison): Promise<sql.ComparisonRow> {
    const { today } = currentContext();
    const register = await this.registers.register(given.registerCode);
    if (register.level !== 'member') throw problem('care.register-not-of-people');
    if ([...given.purpose.trim()].length < 5) throw problem('purpose-required');
    const place = placeOf(given.division);
    const { people, unusable } = readList(given.people, (idNo) => this.fields.identityHash('RESIDENT_ID', idNo));
    if (people.length === 0) throw problem('care.list-empty');
    const days = (await this.parameters.effective('care_list_days', { division: given.division }))?.value ?? KEPT_DAYS;
    const id = uuidV7();
    await this.db.query(sql.insertComparison, [
      place.countyCode, id, place.villageCode, register.code, given.division, given.department.trim(), given.purposeCode, given.purpose.trim(), given.listOn, given.fileName,
      given.people.length, unusable, addDays(today, days),
    ]);
    await this.db.query(sql.insertRows, [place.countyCode, place.villageCode, id, JSON.stringify(people)]);
    await this.access.event('COMPARE', 'care_comparison', id, { register: register.code, purposeCode: given.purposeCode, purpose: given.purpose.trim(), rows: people.length }, { villageCode: place.villageCode });
    const { from, to } = codeRange(given.division);
    return this.db.one<sql.ComparisonRow>(sql.compare, [place.countyCode, id, register.code, from, to]);
  }

  /** Throws `not-found`. */
  async read(id: CaseId): Promise<{ comparison: sql.ComparisonRow; counts: sql.CountRow[] }> {
    const comparison = await this.find(id);
    return { comparison, counts: await this.db.query<sql.CountRow>(sql.countFindings, [comparison.county_code, comparison.id]) };
  }

  /** Comparisons of the territory, newest first. */
  async list({ cursor, limit }: { cursor?: string; limit: number }): Promise<Page<sql.ComparisonRow>> {
    const { scope } = currentContext().actor;
    if (scope === null) return { items: [], nextCursor: null };
    const { from, to } = codeRange(scope);
    const rows = await this.db.query<sql.ComparisonRow>(sql.listComparisons, [from, to, uuidCursor(cursor), limit + 1]);
    return toPage(rows, limit, (row) => [row.id], (row) => row);
  }

  /** What a comparison found, with what was decided about the same finding before. */
  async findings(id: CaseId, { kind, open, cursor, limit }: FindingFilter): Promise<Page<sql.FindingRow>> {
    const comparison = await this.find(id);
    const rows = await this.db.query<sql.FindingRow>(sql.findingsOf, [comparison.county_code, comparison.id, kind ?? null, open, uuidCursor(cursor), limit + 1]);
    return toPage(rows, limit, (row) => [row.id], (row) => row);
  }

  /** Settles a finding; the newest decision holds, also for the same finding of later comparisons. @throws `not-found` */
  async adjudicate(id: CaseId, { decision, reason }: { decision: CareDecision; reason: string }): Promise<sql.FindingRow> {
    const finding = await this.db.maybeOne<sql.FindingRow>(sql.findFinding, [id.countyCode, id.id]);
    if (!finding) throw problem('not-found');
    await this.db.query(sql.insertAdjudication, [finding.county_code, uuidV7(), finding.village_code, finding.register_code, finding.finding_key, finding.id, decision, reason.trim()]);
    return this.db.one<sql.FindingRow>(sql.findFinding, [id.countyCode, id.id]);
  }

  private async find(id: CaseId): Promise<sql.ComparisonRow> {
    const row = await this.db.maybeOne<sql.ComparisonRow>(sql.findComparison, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return row;
  }
}

/** A list is compared within one county: that is where its persons are stored. */
function placeOf(division: string): { countyCode: string; villageCode: string } {
  const { scope } = currentContext().actor;
  const level = levelOf(division);
  if (scope === null || !contains(scope, division) || level === undefined || level === 'region' || level === 'prefecture') throw problem('care.division-outside');
  return { countyCode: countyCodeOf(division), villageCode: padVillageCode(division) };
}
