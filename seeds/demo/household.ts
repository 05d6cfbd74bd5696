import { computeIncome, derivedIncomeFields } from '#domain';
import { IdNumbers, makeFamily, type Person } from './people.js';
import type { PlannedHousehold } from './plan.js';
import { demoPosition } from './positions.js';
import { Quota, type Random } from './random.js';

export type Values = Record<string, unknown>;
export type EpisodeStatus = 'REGISTERED' | 'EXITED_ENTITLED' | 'EXITED_NOT_ENTITLED' | 'CLEARED_OUT';

export interface MadeHousehold {
  readonly countyCode: string;
  readonly villageCode: string;
  readonly status: 'CANDIDATE' | EpisodeStatus;
  readonly enteredOn: string | null;
  readonly endedOn: string | null;
  readonly values: Values;
  readonly people: readonly (Person & { readonly values: Values })[];
  /** One per year, oldest first: values of the household and of each person. */
  readonly years: readonly { readonly year: number; readonly values: Values; readonly people: readonly Values[] }[];
}

/** Causes of poverty at the end of 2016 as published (因病 41.44 %, 缺资金 16.74 %, 缺劳力 8.32 %, 因灾 8.05 %, 因学 4.3 %); the unpublished rest is spread evenly. */
const rest = (100 - 41.44 - 16.74 - 8.32 - 8.05 - 4.3) / 7;
export const causeShares: readonly (readonly [string, number])[] = [
  ['01', 41.44], ['09', 16.74], ['08', 8.32], ['04', 8.05], ['03', 4.3], ['02', rest], ['05', rest], ['06', rest], ['07', rest], ['10', rest], ['11', rest], ['99', rest],
];
/** Women among the registered persons at the end of 2016: 46.6 %. */
export const genderShares: readonly (readonly ['1' | '2', number])[] = [['1', 53.4], ['2', 46.6]];

/** States of the demo households; the calibrated population is the stock of registered ones only. */
const demoStates: readonly (readonly [MadeHousehold['status'], number])[] = [
  ['REGISTERED', 38], ['EXITED_ENTITLED', 46], ['EXITED_NOT_ENTITLED', 7], ['CLEARED_OUT', 4], ['CANDIDATE', 5],
];

export interface MakeOptions {
  readonly random: Random;
  readonly years: readonly number[];
  readonly stockOnly: boolean;
  readonly villagesOf: (countyCode: string) => readonly string[];
}

/** Makes households one after the other; shares are kept over the whole run. */
export class HouseholdMaker {
  private readonly ids = new IdNumbers();
  private readonly causes = new Quota(causeShares);
  private readonly genders = new Quota(genderShares);

  constructor(private readonly options: MakeOptions) {}

  make(plan: PlannedHousehold): MadeHousehold {
    const { random, years, stockOnly } = this.options;
    const lastYear = years.at(-1) ?? 2016;
    const villages = this.options.villagesOf(plan.countyCode);
    // A few villages of a county hold most of its households.
    const villageCode = villages[Math.floor(random.next() ** 2 * villages.length)] ?? `${plan.countyCode}000000`;
    const status = stockOnly ? 'REGISTERED' : random.weighted(demoStates);
    const mongolianShare = /^(1522|1525|1529|1505)/.test(plan.countyCode) ? 0.55 : 0.08;
    const people = makeFamily(random, this.ids, this.genders, plan.size, mongolianShare, lastYear);
    const entered = status === 'CANDIDATE' ? null : `${random.int(2013, 2015)}-${String(random.int(1, 12)).padStart(2, '0')}-15`;
    const ended = status === 'EXITED_ENTITLED' || status === 'EXITED_NOT_ENTITLED' || status === 'CLEARED_OUT' ? random.int(Math.max(2016, years[0] ?? 2016), lastYear) : null;
    const safetyNet = plan.category === 'SOCIAL_SECURITY';
    return {
      countyCode: plan.countyCode,
      villageCode,
      status,
      enteredOn: entered,
      endedOn: ended === null ? null : `${ended}-12-10`,
      values: {
        identificationStandard: '1',
        poorHouseholdType: status === 'CANDIDATE' ? 'ORDINARY' : safetyNet ? random.weighted([['04', 8], ['06', 2]]) : '01',
        measureCategory: status === 'CANDIDATE' ? null : plan.category,
        mainCause: status === 'CANDIDATE' ? null : this.causes.take(plan.size),
        firstIdentifiedMonth: entered?.slice(0, 7) ?? null,
        exitYear: status.startsWith('EXITED') ? ended : null,
        phone: `139${String(random.int(0, 99_999_999)).padStart(8, '0')}`,
        bankName: '演示农村信用社',
        bankAccountNo: `6229${String(random.int(0, 999_999_999)).padStart(9, '0')}${String(random.int(0, 999)).padStart(3, '0')}`,
        housePosition: stockOnly ? null : demoPosition(villageCode, people[0]?.idNo ?? '', lastYear - 1),
        isRelocated: plan.category === 'RELOCATION',
      },
      people: people.map((person, i) => ({
        ...person,
        values: {
          name: person.name, ordinal: i + 1, gender: person.gender, birthDate: person.birthDate, idType: 'RESIDENT_ID', idNo: person.idNo,
          relationToHead: person.relation, ethnicGroup: person.ethnicGroup, memberStatus: 'ACTIVE', memberIdentifiedMonth: entered?.slice(0, 7) ?? null,
        },
      })),
      years: years.map((year, i) => this.year(year, (i + 1) / years.length, people, { status, ended, safetyNet })),
    };
  }

  private year(year: number, progress: number, people: readonly Person[], { status, ended, safetyNet }: { status: string; ended: number | null; safetyNet: boolean }) {
    const { random } = this.options;
    const better = ended !== null && year >= ended && status.startsWith('EXITED') ? 1 : 0;
    // Some registered households already meet the standard in the last year, some lack one thing, some lack evidence.
    const level = better || (status === 'CLEARED_OUT' ? 1 : random.chance(0.25 * progress) ? 1 : 0);
    const perHead = (level ? random.int(5_200, 11_000) : random.int(1_800, 4_600)) * 100;
    const total = perHead * people.length;
    const workers = people.filter((person) => age(person, year) >= 16 && age(person, year) < 65 && !person.disabled);
    const transfer = Math.round(total * (safetyNet ? 0.55 : 0.25));
    const wage = workers.length > 0 ? Math.round(total * 0.45) : 0;
    const business = Math.max(0, total - transfer - wage);
    const cost = Math.round(business * 0.35);
    const amounts = {
      ...(wage > 0 ? { wageMigrantWork: wage } : {}),
      ...(business > 0 ? { businessLivestock: business + cost, businessCostFodder: cost } : {}),
      ...(safetyNet ? { transferMinimumAllowance: Math.round(transfer * 0.7), transferGrassland: transfer - Math.round(transfer * 0.7) } : { transferGrassland: transfer }),
    };
    const grade = level ? random.pick(['A', 'B']) : random.weighted([['A', 30], ['B', 45], ['C', 18], ['D', 7]]);
    const known = (value: boolean, gap: number) => (random.chance(gap) ? null : value);
    return {
      year,
      values: {
        memberCount: people.length,
        ...amounts,
        ...derivedIncomeFields(computeIncome(amounts, people.length)),
        grasslandMu: random.int(0, 40) * 10, farmlandMu: random.int(0, 30), livestockSheep: random.int(0, 60), livestockCattle: random.int(0, 8),
        safeWater: known(level === 1 || random.chance(0.85), 0.01), hasElectricity: true, hasTv: true, housingGrade: grade, isDilapidated: grade === 'C' || grade === 'D',
        housingM2: random.int(35, 110), foodOk: known(true, 0.02), clothingOk: known(true, 0.01), roadType: random.pick(['1', '2', '2', '3']), fuelType: random.pick(['COAL', 'DUNG', 'CLEAN']),
      },
      people: people.map((person) => withHelp({ ...memberYear(random, person, year, level === 1, safetyNet), ...familyYear(person, year, people.length) }, person, year)),
    };
  }
}

const age = (person: Person, year: number) => year - Number(person.birthDate.slice(0, 4));

function memberYear(random: Random, person: Person, year: number, better: boolean, safetyNet: boolean): Values {
  const years = age(person, year);
  const school = years < 3 ? '01' : years < 6 ? '02' : years < 12 ? '03' : years < 13 ? '04' : years < 14 ? '05' : years < 16 ? '06' : years < 19 && random.chance(0.6) ? '08' : '01';
  const droppedOut = !better && years >= 12 && years <= 15 && random.chance(0.03);
  const able = years >= 16 && years < 65;
  const working = able && !person.disabled && school === '01' && random.chance(0.6);
  return {
    education: years < 6 ? '6' : years > 60 ? random.pick(['1', '2', '2']) : random.pick(['2', '3', '3', '4']),
    schoolStatus: droppedOut ? '01' : school,
    health: person.health,
    labourSkill: !able ? '4' : person.disabled ? random.pick(['3', 'WEAK']) : random.pick(['1', '1', '1', '2']),
    workArea: working ? random.pick(['01', '02', '03', '04']) : null,
    workMonths: working ? random.int(3, 11) : 0,
    hasMedicalInsurance: better || random.chance(0.985),
    hasCriticalIllnessInsurance: better || random.chance(0.98),
    hasPensionInsurance: years >= 16 ? random.chance(0.95) : null,
    hasMinimumAllowance: safetyNet && random.chance(0.8),
    isExtremePovertySupport: false,
  };
}

/** What care registers ask for; drawn from nothing, so that the population stays the one it was. */
function familyYear({ relation, birthDate }: Person, year: number, size: number): Values {
  const years = Number(year) - Number(birthDate.slice(0, 4));
  const couple = size >= 2 && (relation === '01' || relation === '02');
  const alone = relation === '11' || relation === '12' || (relation === '01' && years > 60);
  return {
    maritalStatus: years < 16 ? null : couple ? 'MARRIED' : alone ? 'WIDOWED' : 'SINGLE',
    isUnsupportedChild: years < 18 ? birthDate.endsWith('-07') : null,
  };
}

/**
 * What measures ask for: students beyond the senior middle school, public posts, assistance for the seriously ill. Drawn from
 * nothing, too. Some posts are held by people of households that are no longer entitled.
 */
function withHelp(values: Values, person: Person, year: number): Values {
  const years = age(person, year);
  const mark = Number(person.idNo.slice(12, 17));
  const senior = values['schoolStatus'] === '08' && mark % 2 === 0;
  const student = years >= 19 && years <= 22 && mark % 3 > 0;
  const post = !student && Number(values['workMonths']) >= 6 && mark % 6 === 0;
  return {
    ...values,
    ...(senior ? { schoolStatus: years > 17 ? '11' : '10' } : {}),
    ...(student ? { schoolStatus: mark % 3 === 1 ? '16' : '13', education: '4', workArea: null, workMonths: 0 } : {}),
    ...(post ? { publicWelfarePost: '保洁员', publicWelfareMonths: 6 } : {}),
    ...(person.health.includes('3') ? { hadMedicalAssistance: mark % 2 === 0 } : {}),
  };
}
