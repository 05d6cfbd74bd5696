import { Injectable } from '@nestjs/common';
import { assignmentStatusNames, computeIncome, contactWayLabels, incomeGroupInfos, shanghaiDate, type AssignmentStatus, type CaseId, type ContactWay } from '#domain';
import { DivisionReader } from '#divisions';
import { amountsOf, HouseholdReader, valuesOf, type StoredRow } from '#households';
import { currentContext, Db } from '#platform';
import { CareEntries, type ShownEntry } from '../entries/entries.service.js';
import { ClearNumbers, type ClearPurpose, type ClearValues } from './clear-numbers.js';
import { fields, table, type FileDocument, type FileSection } from './file-document.js';
import { BLANK, caseStatusWords, coded, codedAll, day, fieldRows, fieldText, verdictWords, words, yuan } from './file-words.js';
import * as sql from './household-file.queries.js';

type Detail = Awaited<ReturnType<HouseholdReader['detail']>>;

const basics = ['householdCode', 'naturalVillage', 'poorHouseholdType', 'householdKind', 'monitoringCategory', 'identificationStandard', 'mainCause', 'otherCauses', 'causeNote',
  'firstIdentifiedMonth', 'exitYear', 'returnYear', 'isMartyrFamily', 'isRelocated', 'resettlementMode'];
const living = ['housingGrade', 'isDilapidated', 'housingM2', 'housingRenovationYear', 'safeWater', 'hasElectricity', 'hasTv', 'roadType', 'distanceToRoadKm', 'fuelType', 'farmlandMu', 'grasslandMu',
  'livestockSheep', 'livestockCattle', 'inCooperative'];

/** Puts a household's file together: what was written about it in every slice below, in the order of the paper form. */
@Injectable()
export class HouseholdFile {
  constructor(
    private readonly db: Db,
    private readonly households: HouseholdReader,
    private readonly divisions: DivisionReader,
    private readonly entries: CareEntries,
    private readonly numbers: ClearNumbers,
  ) {}

  /** Masked without a purpose. @throws `not-found`, `purpose-required` */
  async read(id: CaseId, purpose: ClearPurpose | null = null): Promise<FileDocument> {
    const detail = await this.households.detail(id);
    const clear = purpose === null ? null : await this.numbers.reveal(id, purpose);
    const { actor, now } = currentContext();
    const village = detail.household.village_code;
    return {
      kind: 'household', title: '户情档案', subject: detail.household.head_name, place: (await this.divisions.fullNames([village])).get(village) ?? village,
      printedAt: now.toISOString(), printedBy: actor.name, masked: clear === null, purpose: purpose?.purpose.trim() ?? null,
      sections: await this.sections(id, detail, clear),
    };
  }

  private async sections(id: CaseId, detail: Detail, clear: ClearValues | null): Promise<FileSection[]> {
    const key = [id.countyCode, id.id];
    const years = await this.db.query<StoredRow & { year: number; member_count: number }>(sql.years, key);
    const latest = years[0] ?? null;
    const memberYears = latest ? await this.db.query<StoredRow & { member_id: string }>(sql.memberYears, [...key, latest.year]) : [];
    return [
      basicSection(detail, clear),
      memberSection(detail, memberYears, { clear, year: latest?.year ?? null }),
      incomeSection(years),
      ...(latest ? [itemSection(latest), fields(`生产生活条件（${latest.year}年度）`, fieldRows('householdYear', living, valuesOf('householdYear', latest)))] : []),
      verdictSection(await this.db.query<sql.VerdictRow>(sql.verdicts, key)),
      helpSection(await this.db.query<sql.HelpRow>(sql.help, key)),
      pairingSection(await this.db.query<sql.PairingRow>(sql.pairings, key)),
      visitSection(await this.db.query<sql.VisitRow>(sql.visits, key)),
      careSection(await this.entries.ofHousehold(id)),
      contactSection(await this.db.query<sql.FileContactRow>(sql.contacts, key)),
      caseSection(await this.db.query<sql.CaseRow>(sql.cases, key)),
    ];
  }
}

function basicSection({ household, village }: Detail, clear: ClearValues | null): FileSection {
  const values = { ...valuesOf('household', household), ...clear?.get(household.id) };
  return fields('基本信息', [
    ['户主', household.head_name], ['嘎查村', village?.village ?? household.village_code], ['脱贫属性', coded('householdStatus', household.status)], ['家庭人口', `${household.member_count}人`],
    ...fieldRows('household', [...basics, 'phone', 'bankName', 'bankAccountNo'], values),
  ]);
}

function memberSection({ members }: Detail, memberYears: readonly (StoredRow & { member_id: string })[], { clear, year }: { clear: ClearValues | null; year: number | null }): FileSection {
  const columns = ['姓名', '与户主关系', '性别', '出生日期', '证件号码', '文化程度', '在校生状况', '健康状况', '劳动技能', '务工', '医保', '低保', '状态'];
  const rows = members.map((member) => {
    const own = { ...valuesOf('member', member), ...clear?.get(member.id) };
    const of = memberYears.find(({ member_id: memberId }) => memberId === member.id);
    const yearly = of ? valuesOf('memberYear', of) : {};
    const work = [fieldText('memberYear', 'workArea', yearly['workArea']), typeof yearly['workMonths'] === 'number' ? `${yearly['workMonths']}个月` : ''].filter((part) => part !== '' && part !== BLANK);
    return [
      member.name, fieldText('member', 'relationToHead', own['relationToHead']), fieldText('member', 'gender', own['gender']), day(member.birth_date), words(own['idNo'] as string | undefined),
      ...['education', 'schoolStatus', 'health', 'labourSkill'].map((name) => fieldText('memberYear', name, yearly[name])),
      work.join(' ') || BLANK, fieldText('memberYear', 'hasMedicalInsurance', yearly['hasMedicalInsurance']), fieldText('memberYear', 'hasMinimumAllowance', yearly['hasMinimumAllowance']),
      member.member_status === 'ACTIVE' ? '在户' : fieldText('member', 'memberChangeReason', own['memberChangeReason']),
    ];
  });
  return table('家庭成员', columns, rows, year === null ? null : `就学、健康、劳动、务工、参保情况为${year}年度`);
}

function incomeSection(years: readonly (StoredRow & { year: number; member_count: number })[]): FileSection {
  const rows = years.map((row) => {
    const { groups, netFen, perCapitaFen } = computeIncome(amountsOf(valuesOf('householdYear', row)), row.member_count);
    return [String(row.year), String(row.member_count), ...(['wage', 'business', 'property', 'transfer', 'businessCost'] as const).map((group) => yuan(groups[group])), yuan(netFen), yuan(perCapitaFen)];
  });
  return table('历年收入（元）', ['年度', '人口', '工资性', '生产经营性', '财产性', '转移性', '生产经营性支出', '纯收入', '人均纯收入'], rows, '纯收入＝工资性＋生产经营性＋财产性＋转移性－生产经营性支出；“—”为未填报');
}

function itemSection(row: StoredRow & { year: number; member_count: number }): FileSection {
  const { lines } = computeIncome(amountsOf(valuesOf('householdYear', row)), row.member_count);
  const group = (code: string): string => incomeGroupInfos.find((info) => info.group === code)?.zh ?? code;
  return table(`收入和支出明细（${row.year}年度，元）`, ['类别', '项目', '金额'], lines.map((line) => [group(line.group), line.zh, yuan(line.fen)]));
}

function verdictSection(rows: readonly sql.VerdictRow[]): FileSection {
  return table('按规则测算', ['年度', '规则', '结果', '截至'], rows.map((row) => [String(row.year), row.name.zh, verdictWords[row.verdict] ?? row.verdict, shanghaiDate(row.computed_at)]), '测算只作提示，认定以审定为准');
}

function helpSection(rows: readonly sql.HelpRow[]): FileSection {
  return table('帮扶措施', ['年度', '措施', '受益人', '状态', '起止', '累计支付（元）', '最近支付'], rows.map((row) => [
    String(row.year), row.name?.zh ?? row.measure_code, row.person ?? '全户', assignmentStatusNames[row.status as AssignmentStatus].zh, period(row.starts_on, row.ends_on), yuan(row.paid_fen), day(row.last_paid_on),
  ]));
}

function pairingSection(rows: readonly sql.PairingRow[]): FileSection {
  return table('帮扶责任人', ['姓名', '单位', '起止'], rows.map((row) => [row.helper_name, row.helper_unit, period(row.started_on, row.ended_on)]));
}

function visitSection(rows: readonly sql.VisitRow[]): FileSection {
  return table('走访记录', ['日期', '方式', '走访人', '需求', '发现问题', '备注'], rows.map((row) => [
    row.visited_on, coded('visitWay', row.way), row.visitor_name, codedAll('visitNeed', row.needs), row.problems > 0 ? `${row.problems}项` : '无', words(row.notes),
  ]), rows.length === 20 ? '只列最近20次' : null);
}

function careSection(entries: readonly ShownEntry[]): FileSection {
  return table('关爱台账', ['台账', '对象', '列入日期', '退出日期', '情况', '最近探访', '下次探访'], entries.map(({ row, version, due }) => [
    version?.name.zh ?? row.register_code, row.member_name ?? '全户', row.since, row.until ?? '在册', row.verdict === 'met' ? '符合' : '待核实', day(row.last_contact_on), due.dueOn ?? '未设置',
  ]));
}

function contactSection(rows: readonly sql.FileContactRow[]): FileSection {
  return table('探访记录', ['日期', '方式', '对象', '情况', '记录人'], rows.map((row) => [row.contacted_on, contactWayLabels[row.way as ContactWay], row.person ?? '全户', row.found, words(row.recorded_by)]));
}

function caseSection(rows: readonly sql.CaseRow[]): FileSection {
  return table('办理事项', ['事项', '年度', '状态', '开始', '审定', '审核时测算'], rows.map((row) => [
    row.name.zh, String(row.year), caseStatusWords[row.status] ?? row.status, shanghaiDate(row.started_at), row.decided_at ? shanghaiDate(row.decided_at) : BLANK, row.verdict ? (verdictWords[row.verdict] ?? row.verdict) : BLANK,
  ]));
}

function period(from: string | null, to: string | null): string {
  return from === null && to === null ? BLANK : `${from ?? '—'} 至 ${to ?? '今'}`;
}
