import { checkDigitOf, layoutOf, type Layout, type LayoutColumn, type LayoutId } from '#domain';

/** A village of the seeded tree with the names of its path. */
export interface SampleVillage {
  readonly code: string;
  readonly names: readonly [region: string, prefecture: string, county: string, township: string, village: string];
}

/** Small deterministic generator: the same seed gives the same people. */
export function random(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const families = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英巴图其木格苏和'];

export function sampleName(n: number): string {
  return `${families[n % 20]}${given[Math.floor(n / 20) % 30]}${given[Math.floor(n / 600) % 30]}`;
}

/** A document number that is valid and belongs to nobody: `n` runs through days and serial numbers. */
export function sampleId(n: number, county = '150221'): string {
  const day = 1 + (n % 28);
  const month = 1 + (Math.floor(n / 28) % 12);
  const year = 1940 + (Math.floor(n / 336) % 60);
  const serial = Math.floor(n / 20_160) % 1_000;
  const digits = `${county}${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${String(serial).padStart(3, '0')}`;
  return digits + checkDigitOf(digits);
}

export interface SamplePerson {
  readonly n: number;
  readonly head: boolean;
  readonly household: number;
  readonly size: number;
  readonly village: SampleVillage;
}

/** `count` persons in households of one to five, village after village. */
export function* samplePersons(count: number, villages: readonly SampleVillage[], seed = 1): Generator<SamplePerson> {
  const draw = random(seed);
  for (let n = 0, household = 0; n < count; household++) {
    const size = Math.min(1 + draw(5), count - n);
    const village = villages[household % villages.length] as SampleVillage;
    for (let index = 0; index < size; index++, n++) yield { n, head: index === 0, household, size, village };
  }
}

/** Text of one cell of a person's or household's row. */
export function sampleCell(person: SamplePerson, { source }: LayoutColumn): string {
  const { n, head, household, size, village } = person;
  if (source.kind === 'virtual') {
    const place = ['regionName', 'prefectureName', 'countyName', 'townshipName', 'villageName'].indexOf(source.column);
    if (place >= 0) return village.names[place] ?? '';
    switch (source.column) {
      case 'headName': return sampleName(n);
      case 'headIdNo': return sampleId(n);
      case 'headMemberCode': return `P${n}`;
      case 'wageTotal': return String(1000 + (household % 50) * 100);
      case 'businessTotal': return String(2000 + (household % 30) * 50);
      case 'propertyTotal': return '300';
      case 'transferTotal': return '4000';
      case 'ecologyTotal': return '500';
      case 'businessCostTotal': return '600';
      default: return '';
    }
  }
  switch (`${source.entity}.${source.key}`) {
    case 'household.householdCode': return `H${village.code}${household}`;
    case 'household.phone': return `138${String(10_000_000 + household).slice(-8)}`;
    case 'household.bankName': return '内蒙古农村信用社';
    case 'household.bankAccountNo': return `6217${String(100_000_000_000 + household)}`;
    case 'household.status': return '未脱贫';
    case 'household.mainCause': return ['因病', '因残', '因学', '缺技术', '缺资金'][household % 5] ?? '';
    case 'household.otherCauses': return household % 3 === 0 ? '缺劳力、缺水' : '';
    case 'household.poorHouseholdType': return household % 4 === 0 ? '低保贫困户' : '一般贫困户';
    case 'household.firstIdentifiedMonth': return '201401';
    case 'household.identificationStandard': return '国家标准';
    case 'household.naturalVillage': return '东营子';
    case 'household.householdKind': return '脱贫户';
    case 'householdYear.memberCount': case 'householdYear.memberCountYearEnd': return String(size);
    case 'householdYear.year': return '2020';
    case 'householdYear.reportedPerCapitaIncome': return String(3000 + household % 100);
    case 'householdYear.transferMinimumAllowance': return '1200.5';
    case 'householdYear.transferExtremePoverty': case 'householdYear.transferFamilyPlanning': return '0';
    case 'householdYear.transferPension': return '800';
    case 'householdYear.transferOther': return '100';
    case 'householdYear.propertyAssetDividend': return '200';
    case 'householdYear.farmlandMu': return String(household % 40);
    case 'householdYear.grasslandMu': return `${household % 300}.5`;
    case 'householdYear.housingM2': return '60';
    case 'householdYear.distanceToRoadKm': return '0.8';
    case 'householdYear.roadType': return '水泥路';
    case 'householdYear.fuelType': return '煤炭';
    case 'householdYear.housingGrade': return 'A级';
    case 'member.name': return sampleName(n);
    case 'member.idNo': return sampleId(n);
    case 'member.memberCode': return `P${village.code}${n}`;
    case 'member.gender': return Number(sampleId(n)[16]) % 2 === 1 ? '男' : '女';
    case 'member.relationToHead': return head ? '户主' : '其他';
    case 'member.ethnicGroup': return n % 3 === 0 ? '蒙古族' : '汉族';
    case 'member.ordinal': return '';
    case 'memberYear.education': return '小学';
    case 'memberYear.schoolStatus': return '非在校生';
    case 'memberYear.health': return n % 5 === 0 ? '长期慢性病' : '健康';
    case 'memberYear.labourSkill': return '普通劳动力';
    case 'memberYear.workArea': return '乡（镇）内务工';
    case 'memberYear.workMonths': return String(n % 12);
    default: return source.entity !== 'household' && /^(?:is|has|had|in|led|safe|water|speaks|works)[A-Z]/.test(source.key) && source.key !== 'waterMu' ? '否' : '';
  }
}

/** Rows of a layout with its headings first. */
export function* sampleTable(layout: Layout, persons: Iterable<SamplePerson>): Generator<string[]> {
  yield layout.columns.map((column) => column.heading);
  for (const person of persons) {
    if (layout.sheet === 'household' && !person.head) continue;
    yield layout.columns.map((column) => sampleCell(person, column));
  }
}

export function csvOf(rows: Iterable<readonly string[]>): string {
  let text = '';
  for (const row of rows) text += `${row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
  return text;
}

export const sampleCsv = (id: LayoutId, persons: Iterable<SamplePerson>, sheet?: Layout['sheet']) => csvOf(sampleTable(layoutOf(id, sheet), persons));
