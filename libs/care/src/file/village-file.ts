import { Injectable } from '@nestjs/common';
import { contains, problem, projectStatusNames, type ProjectStatus } from '#domain';
import { DivisionReader } from '#divisions';
import { currentContext, Db } from '#platform';
import { CareRegisterReader } from '../registers/register-reader.js';
import { fields, table, type FileDocument, type FileSection } from './file-document.js';
import { BLANK, coded, verdictWords, words, yesNo, yuan } from './file-words.js';
import * as sql from './village-file.queries.js';

const services = [
  ['硬化路', 'hardened_road'], ['动力电', 'production_power'], ['安全饮水', 'safe_water_covered'], ['卫生室', 'clinic'], ['村医', 'village_doctor'], ['文化室', 'culture_room'],
  ['广播电视', 'broadcasting'], ['宽带', 'broadband'], ['合作社', 'cooperative'],
] as const;

/** Puts a village's file together. It counts and names nobody but the team, so it holds no personal number. */
@Injectable()
export class VillageFile {
  constructor(
    private readonly db: Db,
    private readonly divisions: DivisionReader,
    private readonly registers: CareRegisterReader,
  ) {}

  /** @throws `not-found` outside the territory and for a village that there is not */
  async read(villageCode: string): Promise<FileDocument> {
    const { actor, now } = currentContext();
    if (actor.scope === null || !contains(actor.scope, villageCode)) throw problem('not-found');
    const village = await this.divisions.find(villageCode);
    if (village?.level !== 'village') throw problem('not-found');
    return {
      kind: 'village', title: '村情档案', subject: village.name, place: (await this.divisions.fullNames([villageCode])).get(villageCode) ?? villageCode,
      printedAt: now.toISOString(), printedBy: actor.name, masked: true, purpose: null, sections: await this.sections(villageCode),
    };
  }

  private async sections(villageCode: string): Promise<FileSection[]> {
    const key = [villageCode.slice(0, 6), villageCode];
    const years = await this.db.query<sql.VillageYearRow>(sql.villageYears, key);
    const latest = years[0] ?? null;
    const files = new Map((await this.db.query<{ item: string; files: number }>(sql.checklistFiles, [...key, latest?.year ?? 0])).map((row) => [row.item, row.files]));
    const withFiles = (item: string, text: string): string => (files.has(item) ? `${text}（附件${files.get(item)}份）` : text);
    const count = (title: string, rows: readonly sql.CountOf[], list: 'householdStatus' | 'povertyCause'): FileSection =>
      table(title, ['类别', '户数', '人数'], rows.map((row) => [row.code === null ? '未填写' : coded(list, row.code), String(row.households), String(row.persons)]));
    return [
      fields('基本情况', [
        ['行政区划代码', villageCode], ['最近填报年度', words(latest?.year)], ['村属性', coded('villageType', latest?.village_type ?? null)], ['农牧业常住人口', words(latest?.rural_resident_population)],
        ['村集体经济收入（元）', withFiles('collective_income_fen', yuan(latest?.collective_income_fen))],
        ...services.map(([label, column]): [string, string] => [label, withFiles(column, yesNo(latest?.[column]))]),
      ]),
      table('历年指标', ['年度', '农牧业人口', '集体经济收入（元）', ...services.map(([label]) => label)], years.map((row) => [
        String(row.year), words(row.rural_resident_population), yuan(row.collective_income_fen), ...services.map(([, column]) => yesNo(row[column])),
      ])),
      incidenceSection(await this.db.query<sql.VillageFactRow>(sql.villageFacts, key)),
      count('建档立卡户（按脱贫属性）', await this.db.query<sql.CountOf>(sql.byStatus, key), 'householdStatus'),
      count('主要致贫原因', await this.db.query<sql.CountOf>(sql.byCause, key), 'povertyCause'),
      teamSection(await this.db.query<sql.TeamRow>(sql.teams, key), await this.db.one<{ households: number; visits: number }>(sql.visited, [...key, `${currentContext().today.slice(0, 4)}-01-01`])),
      table('帮扶措施', ['措施', '覆盖户数', '已落实户数'], (await this.db.query<sql.MeasureCountRow>(sql.measures, key)).map((row) => [row.name?.zh ?? row.measure_code, String(row.households), String(row.delivered)])),
      projectSection(await this.db.query<sql.ProjectRow>(sql.projects, key)),
      await this.careSection(key),
    ];
  }

  private async careSection(key: readonly string[]): Promise<FileSection> {
    const counts = new Map((await this.db.query<sql.RegisterCountRow>(sql.registers, key)).map((row) => [row.register_code, row]));
    const rows = (await this.registers.inForce()).map(({ code, name }) => [name.zh, String(counts.get(code)?.entries ?? 0), String(counts.get(code)?.unproven ?? 0)]);
    return table('关爱台账', ['台账', '在册', '待核实'], rows, '按规则由成员和年度记录产生，随测算更新');
  }
}

function incidenceSection(rows: readonly sql.VillageFactRow[]): FileSection {
  return table('贫困发生率', ['年度', '建档立卡户', '建档立卡人口', '未脱贫户', '未脱贫人口', '发生率', '出列测算', '出列认定'], rows.map((row) => [
    String(row.year), words(row.registered_households), words(row.registered_persons), words(row.poor_households), words(row.poor_persons), incidence(row),
    row.verdict ? (verdictWords[row.verdict] ?? row.verdict) : BLANK, row.decision === 'EXITED' ? '已出列' : row.decision === 'NOT_EXITED' ? '未出列' : BLANK,
  ]), '发生率＝未脱贫人口÷农牧业人口；缺一项即为“—”');
}

/** Persons who are poor ÷ rural residents, in basis points by floor. */
function incidence({ poor_persons: poor, rural_resident_population: residents }: sql.VillageFactRow): string {
  return poor === null || residents === null || residents <= 0 ? BLANK : `${(Math.floor((poor * 10_000) / residents) / 100).toFixed(2)}%`;
}

function teamSection(rows: readonly sql.TeamRow[], { households, visits }: { households: number; visits: number }): FileSection {
  return table('驻村工作队', ['工作队', '派出单位', '第一书记', '人数', '起止'], rows.map((row) => [row.team_name, row.sending_unit, row.first_secretary, String(row.size), `${row.from_on} 至 ${row.ended_on ?? '今'}`]),
    `本年度走访${households}户、${visits}次`);
}

function projectSection(rows: readonly sql.ProjectRow[]): FileSection {
  return table('项目', ['年度', '项目', '状态', '概算（元）', '合同价（元）', '进度'], rows.map((row) => [
    String(row.year), row.name, projectStatusNames[row.status as ProjectStatus].zh, yuan(row.estimate_fen), yuan(row.contract_fen), `${row.progress_percent}%`,
  ]));
}
