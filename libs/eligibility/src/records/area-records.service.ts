import { Injectable } from '@nestjs/common';
import { contains, padVillageCode, problem, uuidV7, type CaseId } from '#domain';
import { DivisionReader } from '#divisions';
import { currentContext, Db } from '#platform';
import * as sql from './record.queries.js';
import { VersionedRecords, type RecordChange, type RecordPlace } from './versioned-records.js';

export interface NewAssessment {
  readonly id?: string | undefined;
  readonly year: number;
  readonly kind: 'MISSED' | 'WRONG_EXIT' | 'APPROVAL';
  readonly sampled: number;
  readonly found: number;
  readonly assessedOn: string;
  readonly assessor: string;
  readonly document?: string | undefined;
}

export interface AreaDecision {
  /** 12 digits of a village, 6 of a county. */
  readonly division: string;
  readonly year: number;
  readonly outcome: 'EXITED' | 'NOT_EXITED';
  /** 'YYYY-MM-DD'; today without it. */
  readonly decidedOn?: string;
  readonly caseId?: string;
  readonly note?: string;
}

/** What villages and counties record for a year: figures, assessments, and what was decided about them. */
@Injectable()
export class AreaRecords {
  constructor(
    private readonly db: Db,
    private readonly divisions: DivisionReader,
    private readonly records: VersionedRecords,
  ) {}

  /** Throws `not-found` outside the territory, `stale-version`, `reason-required`. */
  async recordVillageYear(villageCode: string, year: number, change: RecordChange): Promise<sql.RecordRow> {
    await this.requireArea(villageCode, 'village');
    return this.records.record('village_year', villagePlace(villageCode, year), change);
  }

  async recordCountyYear(countyCode: string, year: number, change: RecordChange): Promise<sql.RecordRow> {
    await this.requireArea(countyCode, 'county');
    return this.records.record('county_year', countyPlace(countyCode, year), change);
  }

  /** Results of comparing a household with the registers of other departments. */
  async recordComparison({ countyCode, id }: CaseId, year: number, change: RecordChange): Promise<sql.RecordRow> {
    const household = await this.db.maybeOne<{ village_code: string }>(sql.householdVillage, [countyCode, id]);
    if (!household) throw problem('not-found');
    return this.records.record('household_comparison', { countyCode, villageCode: household.village_code, of: id, year }, change);
  }

  /** Throws `assessment.found-exceeds`, `assessment.future`. */
  async recordAssessment(countyCode: string, given: NewAssessment): Promise<sql.AssessmentRow[]> {
    await this.requireArea(countyCode, 'county');
    if (given.found > given.sampled) throw problem('assessment.found-exceeds');
    if (given.assessedOn > currentContext().today) throw problem('assessment.future');
    const row = {
      county_code: countyCode, village_code: padVillageCode(countyCode), id: given.id ?? uuidV7(), year: given.year, kind: given.kind, sampled: given.sampled, found: given.found,
      assessed_on: given.assessedOn, assessor: given.assessor, document: given.document ?? null,
    };
    await this.db.query(sql.insertAssessment, [JSON.stringify(row)]);
    return this.assessments(countyCode, given.year);
  }

  /** Newest first; the first of a kind is the one that counts. */
  async assessments(countyCode: string, year?: number): Promise<sql.AssessmentRow[]> {
    await this.requireArea(countyCode, 'county');
    return this.db.query<sql.AssessmentRow>(sql.assessments, [countyCode, year ?? null]);
  }

  /** For the case that decided, in its transaction: the exit of a village or county, or that it may not exit. */
  async decide(decision: AreaDecision): Promise<void> {
    const { division, year, outcome, decidedOn, caseId, note } = decision;
    const row = {
      county_code: division.slice(0, 6), village_code: padVillageCode(division), id: uuidV7(), year, outcome, decided_on: decidedOn ?? currentContext().today,
      case_id: caseId ?? null, note: note ?? null,
    };
    await this.db.query(sql.insertDecision, [JSON.stringify(row)]);
  }

  villageYear(villageCode: string, year: number): Promise<sql.RecordRow[]> {
    return this.readable(villageCode, () => this.records.versions('village_year', villagePlace(villageCode, year)));
  }

  countyYear(countyCode: string, year: number): Promise<sql.RecordRow[]> {
    return this.readable(countyCode, () => this.records.versions('county_year', countyPlace(countyCode, year)));
  }

  private readable(code: string, read: () => Promise<sql.RecordRow[]>): Promise<sql.RecordRow[]> {
    if (!contains(currentContext().actor.scope ?? '', code)) throw problem('not-found');
    return read();
  }

  private async requireArea(code: string, level: 'village' | 'county'): Promise<void> {
    const division = contains(currentContext().actor.scope ?? '', code) ? await this.divisions.find(code) : null;
    if (division?.level !== level) throw problem('not-found');
  }
}

const villagePlace = (villageCode: string, year: number): RecordPlace => ({ countyCode: villageCode.slice(0, 6), villageCode, of: villageCode, year });
const countyPlace = (countyCode: string, year: number): RecordPlace => ({ countyCode, villageCode: padVillageCode(countyCode), of: padVillageCode(countyCode), year });
