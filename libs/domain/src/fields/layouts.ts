import type { Field, FieldEntity } from './field.js';
import { findField } from './catalogue.js';

export type LayoutId = 'H-A' | 'H-B' | 'H-D' | 'H-E';

/** What a column of a file holds besides fields: names of divisions, and values of the head repeated on a household row. */
export type VirtualColumn =
  | 'regionName' | 'prefectureName' | 'countyName' | 'townshipName' | 'villageName'
  | 'headMemberCode' | 'headName' | 'headIdNo' | 'villageOfficePhone'
  /** Totals that are items only when their parts are missing. */
  | 'wageTotal' | 'businessTotal' | 'propertyTotal' | 'transferTotal' | 'businessCostTotal' | 'ecologyTotal';

export interface LayoutColumn {
  /** Heading exactly as the national export prints it. */
  readonly heading: string;
  readonly source:
    | { readonly kind: 'field'; readonly entity: FieldEntity; readonly key: string }
    | { readonly kind: 'virtual'; readonly column: VirtualColumn };
}

export interface Layout {
  readonly id: LayoutId;
  readonly sheet: 'household' | 'person';
  readonly zh: string;
  readonly en: string;
  /** One row is a household, or a person; in H-A a row whose relation is 户主 opens a household. */
  readonly rowUnit: 'household' | 'person';
  /** How persons find their household: by number, or by following the row of the head. */
  readonly grouping: 'householdCode' | 'headOpens';
  readonly columns: readonly LayoutColumn[];
}

const entities: Readonly<Record<string, FieldEntity>> = { h: 'household', y: 'householdYear', m: 'member', my: 'memberYear' };

/** Each entry is `heading=target`; `h.` household, `y.` householdYear, `m.` member, `my.` memberYear, `v.` virtual. */
function columns(text: string): LayoutColumn[] {
  return text.trim().split(/\s*[|\n]\s*/).map((entry) => {
    const at = entry.lastIndexOf('=');
    const [heading, [prefix = '', key = '']] = [entry.slice(0, at), entry.slice(at + 1).split('.')];
    if (prefix === 'v') return { heading, source: { kind: 'virtual', column: key as VirtualColumn } };
    const entity = entities[prefix];
    if (!entity || !findField(entity, key)) throw new Error(`layout column ${entry} names no field`);
    return { heading, source: { kind: 'field', entity, key } };
  });
}

const household2021 = `
  省=v.regionName | 市=v.prefectureName | 县=v.countyName | 乡=v.townshipName | 村=v.villageName
  户编号=h.householdCode | 户主编号=v.headMemberCode | 户主姓名=v.headName | 户主证件号码=v.headIdNo`;

export const layouts: readonly Layout[] = [
  {
    id: 'H-A', sheet: 'person', zh: '2016年全国系统导出（27列）', en: 'National export 2016, 27 columns', rowUnit: 'person', grouping: 'headOpens',
    columns: columns(`
      省=v.regionName | 盟市=v.prefectureName | 旗县=v.countyName | 苏木乡=v.townshipName | 嘎查村=v.villageName
      姓名=m.name | 性别=m.gender | 证件号码=m.idNo | 人数=y.memberCount | 与户主关系=m.relationToHead | 民族=m.ethnicGroup
      文化程度=my.education | 在校生状况=my.schoolStatus | 健康状况=my.health | 劳动能力=my.labourSkill | 务工情况=my.workArea | 务工时间=my.workMonths
      是否参加新农合=my.hasMedicalInsurance | 是否参加新型养老保险=my.hasPensionInsurance | 是否参加城镇职工基本养老保险=my.hasEmployeePension
      脱贫属性=h.status | 贫困户属性=h.poorHouseholdType | 主要致贫原因=h.mainCause | 人均纯收入=y.reportedPerCapitaIncome
      联系电话=h.phone | 开户银行=h.bankName | 银行账号=h.bankAccountNo`),
  },
  {
    id: 'H-B', sheet: 'person', zh: '2019年人员名单', en: 'List of persons 2019', rowUnit: 'person', grouping: 'householdCode',
    columns: columns(`
      县(市、区、旗)=v.countyName | 乡(镇)=v.townshipName | 行政村=v.villageName | 自然村=h.naturalVillage | 户编号=h.householdCode | 人编号=m.memberCode
      姓名=m.name | 身份证号/证件号码=m.idNo | 人数=y.memberCount | 与户主关系=m.relationToHead | 民族=m.ethnicGroup
      文化程度=my.education | 在校生状况=my.schoolStatus | 健康状况=my.health | 劳动技能=my.labourSkill | 务工状况=my.workArea | 务工时间（月）=my.workMonths
      参加大病医疗=my.hasCriticalIllnessInsurance | 脱贫属性=h.status | 脱贫年度=h.exitYear | 贫困户属性=h.poorHouseholdType | 致贫原因=h.mainCause
      危房户=y.isDilapidated | 是否解决安全饮用水=y.safeWater | 人均纯收入=y.reportedPerCapitaIncome | 联系电话=h.phone
      首次识别时间=h.firstIdentifiedMonth | 贫困人员识别时间=m.memberIdentifiedMonth`),
  },
  {
    id: 'H-D', sheet: 'household', zh: '2020/21年户年度表', en: 'Household annual table 2020/21', rowUnit: 'household', grouping: 'householdCode',
    columns: columns(`${household2021}
      家庭人口数=y.memberCount | 是否危房户=y.isDilapidated | 人均纯收入=y.reportedPerCapitaIncome | 年收入=y.reportedIncome
      是否解决安全饮用水=y.safeWater | 年度=y.year | 村办公电话=v.villageOfficePhone | 开户银行名称=h.bankName | 银行卡号=h.bankAccountNo
      识别标准=h.identificationStandard | 主要致贫原因=h.mainCause | 次要致贫原因=h.otherCauses
      工资性收入=v.wageTotal | 生产经营性收入=v.businessTotal | 财产性收入=v.propertyTotal | 转移性收入=v.transferTotal
      计划生育金=y.transferFamilyPlanning | 低保金=y.transferMinimumAllowance | 五保金=y.transferExtremePoverty | 养老保险金=y.transferPension
      生态补偿金=v.ecologyTotal | 其他转移性收入=y.transferOther | 生产经营性支出=v.businessCostTotal | 纯收入=y.reportedNetIncome
      资产收益扶贫分红收入=y.propertyAssetDividend | 其他财产性收入=y.propertyOther
      耕地面积（亩）=y.farmlandMu | 水面面积=y.waterMu | 是否加入农民专业合作组织=y.inCooperative | 退耕还林面积（亩）=y.landReturnedToForestMu
      林果面积（亩）=y.orchardMu | 牧草地面积=y.grasslandMu | 林地面积（亩）=y.forestMu | 是否通生产用电=y.hasProductionPower
      是否通生活用电=y.hasElectricity | 是否通广播电视=y.hasTv | 与村主干路距离=y.distanceToRoadKm | 入户路类型=y.roadType | 住房面积=y.housingM2
      是否有卫生厕所=y.hasSanitaryToilet | 主要燃料类型=y.fuelType | 危房级别=y.housingGrade | 是否有龙头企业带动=y.ledByEnterprise
      是否有创业致富带头人带动=y.ledByPioneer`),
  },
  {
    id: 'H-E', sheet: 'household', zh: '2022/23年全字段（户）', en: 'All fields 2022/23, households', rowUnit: 'household', grouping: 'householdCode',
    columns: columns(`${household2021}
      户类型=h.householdKind | 监测对象类别=h.monitoringCategory | 年度=y.year | 当前家庭人口数=y.memberCountYearEnd | 年度家庭人口数=y.memberCount
      联系电话=h.phone | 开户银行名称=h.bankName | 银行卡号=h.bankAccountNo | 识别标准=h.identificationStandard | 主要致贫原因=h.mainCause | 次要致贫原因=h.otherCauses
      是否军烈属=h.isMartyrFamily | 到户产业帮扶类型=h.industryHelpType
      工资性收入=v.wageTotal | 公益性岗位收入=y.wagePublicPost | 就业奖励=y.wageReward | 其他工资性收入=y.wageOther
      生产经营性收入=v.businessTotal | 产业奖励=y.businessReward
      财产性收入=v.propertyTotal | 资产收益扶贫分红收入=y.propertyAssetDividend | 其他财产性收入（旧指标）=y.propertyOther
      转移性收入=v.transferTotal | 计划生育金=y.transferFamilyPlanning | 最低生活保障金=y.transferMinimumAllowance | 特困人员救助供养金=y.transferExtremePoverty
      养老金或离退休金=y.transferPension | 生态补偿金=v.ecologyTotal | 其他转移性收入=y.transferOther
      生产经营性支出（合计）=v.businessCostTotal | 专项用于减少生产经营性支出的补贴=y.costReliefSubsidy
      年收入（元）=y.reportedIncome | 纯收入（元）=y.reportedNetIncome | 人均纯收入（元）=y.reportedPerCapitaIncome
      是否危房户=y.isDilapidated | 危房级别=y.housingGrade | 是否解决安全饮用水=y.safeWater
      耕地面积（亩）=y.farmlandMu | 水面面积=y.waterMu | 退耕还林面积（亩）=y.landReturnedToForestMu | 林果面积（亩）=y.orchardMu | 牧草地面积=y.grasslandMu
      林地面积（亩）=y.forestMu | 是否加入农民专业合作组织=y.inCooperative | 是否有龙头企业带动=y.ledByEnterprise | 是否有创业致富带头人带动=y.ledByPioneer
      是否通生产用电=y.hasProductionPower | 是否通生活用电=y.hasElectricity | 是否通广播电视=y.hasTv | 与村主干路距离=y.distanceToRoadKm
      入户路类型=y.roadType | 住房面积=y.housingM2 | 是否有卫生厕所=y.hasSanitaryToilet | 主要燃料类型=y.fuelType`),
  },
  {
    id: 'H-E', sheet: 'person', zh: '2022/23年全字段（人）', en: 'All fields 2022/23, persons', rowUnit: 'person', grouping: 'householdCode',
    columns: columns(`
      省=v.regionName | 市=v.prefectureName | 县=v.countyName | 乡=v.townshipName | 村=v.villageName | 户编号=h.householdCode
      人口编号=m.memberCode | 户内序号=m.ordinal | 姓名=m.name | 性别=m.gender | 证件类型=m.idType | 证件号码=m.idNo | 出生日期=m.birthDate
      与户主关系=m.relationToHead | 民族=m.ethnicGroup | 家庭成员联系电话=m.phone | 政治面貌=my.politicalStatus | 文化程度=my.education
      在校生状况=my.schoolStatus | 义务教育阶段未上学原因=my.dropoutReason | 健康状况=my.health | 劳动技能=my.labourSkill | 是否会讲普通话=my.speaksMandarin
      是否参加城乡居民基本医疗保险=my.hasMedicalInsurance | 是否参加城镇职工基本医疗保险=my.hasEmployeeMedicalInsurance | 是否参加大病保险=my.hasCriticalIllnessInsurance
      是否参加商业补充医疗保险=my.hasCommercialMedicalInsurance | 是否接受医疗救助=my.hadMedicalAssistance | 是否接受其他健康扶贫=my.hadOtherHealthHelp
      是否参加城乡居民基本养老保险=my.hasPensionInsurance | 是否参加城镇职工基本养老保险=my.hasEmployeePension
      是否享受农村居民最低生活保障=my.hasMinimumAllowance | 是否特困供养人员=my.isExtremePovertySupport | 是否享受人身意外保险补贴=my.hasAccidentInsuranceSubsidy
      务工所在地=my.workArea | 务工企业名称=my.employer | 是否国外务工=my.worksAbroad | 务工时间（月）=my.workMonths
      公益性岗位=my.publicWelfarePost | 公益性岗位(月数)=my.publicWelfareMonths | 残疾证办证年度=m.disabilityCertYear
      大专或本科毕业生未就业原因=my.graduateUnemployedReason | 是否事实无人抚养儿童=my.isUnsupportedChild`),
  },
];

/** The layout of this name; H-E has two sheets, the others ignore `sheet`. */
export function layoutOf(id: LayoutId, sheet?: Layout['sheet']): Layout {
  const found = layouts.find((layout) => layout.id === id && (sheet === undefined || layout.sheet === sheet)) ?? layouts.find((layout) => layout.id === id);
  if (!found) throw new RangeError(`no layout ${id}`);
  return found;
}

/** Layouts that contain a field, in national order. */
export function layoutsWith(field: Field): Layout[] {
  return layouts.filter((layout) => layout.columns.some(({ source }) => source.kind === 'field' && source.entity === field.entity && source.key === field.key));
}
