import type { INestApplicationContext } from '@nestjs/common';
import type { CaseId } from '#domain';
import { Assessor, AreaRecords } from '#eligibility';
import { HouseholdService, HouseholdYearService, type Standing } from '#households';
import { Db, type Actor } from '#platform';
import { IdNumbers, makeFamily, type Person } from '../../../../seeds/demo/people.js';
import { Quota, Random } from '../../../../seeds/demo/random.js';
import { genderShares } from '../../../../seeds/demo/household.js';
import type { SubjectKind } from './demo-cases-plan.js';

/** Numbers of the demo cases; like those of the population they belong to no division and so to nobody. */
const ID_PREFIX = '159950';
const SEED = 20_200_731;
/** The last year with a working poverty line that has a source: what the demo cases are judged by. */
export const FACT_YEAR = 2020;

export interface DemoHousehold {
  readonly kind: SubjectKind;
  readonly people: readonly Person[];
  /** Code of the main cause of poverty. */
  readonly cause: string;
}

const standings: Readonly<Record<SubjectKind, Standing | undefined>> = {
  candidate: undefined,
  poor: { status: 'REGISTERED', enteredOn: '2015-03-15' },
  ready: { status: 'REGISTERED', enteredOn: '2015-03-15' },
  wrong: { status: 'REGISTERED', enteredOn: '2016-06-15' },
  fallen: { status: 'EXITED_ENTITLED', enteredOn: '2015-03-15', exitedOn: '2019-12-10' },
  exited: { status: 'EXITED_ENTITLED', enteredOn: '2014-05-15', exitedOn: '2018-12-10' },
};
const poorKinds: readonly SubjectKind[] = ['candidate', 'poor', 'fallen'];
/** Net income per head, fen. */
const POOR_INCOME = 280_000;
const GOOD_INCOME = 640_000;

/** Makes what the demo cases are about, through the services that the desks use. */
export class DemoSubjects {
  private readonly random = new Random(SEED);
  private readonly ids = new IdNumbers(ID_PREFIX);
  private readonly genders = new Quota(genderShares);
  private readonly db: Db;

  constructor(private readonly app: INestApplicationContext) {
    this.db = app.get(Db);
  }

  /** The people of a household, decided before anything is written so that the order of writing does not matter. */
  draft(kind: SubjectKind): DemoHousehold {
    const people = makeFamily(this.random, this.ids, this.genders, this.random.int(1, 4), 0.1, FACT_YEAR);
    return { kind, people, cause: this.random.pick(['01', '09', '04']) };
  }

  /** Writes a household whose facts of the year fit its kind. */
  async household({ kind, people, cause }: DemoHousehold, villageCode: string, actor: Actor): Promise<CaseId> {
    const members = people.map((person, i) => ({
      values: {
        name: person.name, ordinal: i + 1, gender: person.gender, birthDate: person.birthDate, idType: 'RESIDENT_ID', idNo: person.idNo, relationToHead: person.relation,
        ethnicGroup: person.ethnicGroup,
      },
    }));
    const standing = standings[kind];
    const values = standing ? { mainCause: cause, poorHouseholdType: '01', firstIdentifiedMonth: standing.enteredOn.slice(0, 7) } : { poorHouseholdType: 'ORDINARY' };
    return this.db.run({ actor }, async () => {
      const id = await this.app.get(HouseholdService).register({ villageCode, values, members }, standing);
      await this.recordYear(id, poorKinds.includes(kind), people.length);
      if (kind === 'wrong') await this.app.get(AreaRecords).recordComparison(id, FACT_YEAR, { values: { compared_on: `${FACT_YEAR}-09-01`, owns_car: true }, source: '演示：车辆登记比对' });
      return id;
    });
  }

  private async recordYear(id: CaseId, poor: boolean, persons: number): Promise<void> {
    const total = (poor ? POOR_INCOME : GOOD_INCOME) * persons;
    const values = {
      memberCount: persons, wageMigrantWork: Math.floor(total * 0.6), transferGrassland: total - Math.floor(total * 0.6), grasslandMu: 120, livestockSheep: 20,
      foodOk: true, clothingOk: true, safeWater: true, hasElectricity: true, housingGrade: poor ? 'C' : 'A', isDilapidated: poor, housingM2: 60,
    };
    const rows = await this.db.query<{ id: string; birth_date: string }>('select m.id, m.birth_date from member m where m.county_code = $1 and m.household_id = $2', [id.countyCode, id.id]);
    const members = rows.map((row) => ({
      memberId: row.id,
      values: { education: '2', schoolStatus: schoolOf(row.birth_date), health: ['1'], hasMedicalInsurance: true, hasCriticalIllnessInsurance: true, hasMinimumAllowance: false, isExtremePovertySupport: false },
    }));
    await this.app.get(HouseholdYearService).record(id, FACT_YEAR, { values, members });
  }

  /** Corrects the figures of a village so that it may exit; does nothing when it may already. */
  async fitVillage(code: string, actor: Actor): Promise<void> {
    await this.db.run({ actor }, async () => {
      const { verdict, facts } = await this.app.get(Assessor).village(code, FACT_YEAR);
      if (verdict === 'met') return;
      const [record] = await this.app.get(AreaRecords).villageYear(code, FACT_YEAR);
      const present = Object.fromEntries(['hardened_road', 'production_power', 'safe_water_covered', 'clinic', 'culture_room', 'broadcasting'].map((name) => [name, true]));
      const residents = Math.max(Number(facts['rural_resident_population'] ?? 0), Number(facts['poor_persons'] ?? 0) * 50, 600);
      await this.app.get(AreaRecords).recordVillageYear(code, FACT_YEAR, { version: record?.version, reason: '演示：入村核查后更正', source: '演示数据', values: { ...present, rural_resident_population: residents } });
    });
  }

  /** Figures and assessments with which a county may exit. `officer` records the year, `assessor` the samples. */
  async fitCounty(code: string, officer: Actor, assessor: Actor): Promise<void> {
    const records = this.app.get(AreaRecords);
    await this.db.run({ actor: officer }, async () => {
      const [record] = await records.countyYear(code, FACT_YEAR);
      await records.recordCountyYear(code, FACT_YEAR, { version: record?.version, reason: '演示：更正', source: '演示数据', values: { rural_resident_population: 68_000 } });
    });
    const samples = [{ kind: 'MISSED', sampled: 1_200, found: 6 }, { kind: 'WRONG_EXIT', sampled: 1_000, found: 4 }, { kind: 'APPROVAL', sampled: 1_500, found: 1_452 }] as const;
    await this.db.run({ actor: assessor }, async () => {
      for (const sample of samples) await records.recordAssessment(code, { ...sample, year: FACT_YEAR, assessedOn: `${FACT_YEAR + 1}-01-20`, assessor: '演示第三方评估组', document: '演示评估报告' });
    });
  }
}

/** Stage of school by age at the end of the year; '01' is not at school. */
function schoolOf(birthDate: string): string {
  const age = FACT_YEAR - Number(birthDate.slice(0, 4));
  if (age < 3 || age >= 19) return '01';
  if (age < 6) return '02';
  if (age < 12) return '03';
  if (age < 15) return '04';
  return age < 16 ? '06' : '01';
}
