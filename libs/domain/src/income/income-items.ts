/**
 * The income items of a household-year. Every amount is integer fen.
 * Items add up into groups; a group total that came without its parts is booked on the item "unsplit" of the group,
 * so that nothing is counted twice and the missing split stays visible.
 */
export const incomeGroups = ['wage', 'business', 'property', 'transfer', 'businessCost', 'claims', 'outOfPocket'] as const;
export type IncomeGroup = (typeof incomeGroups)[number];

export interface IncomeItem {
  /** Key in the API and in the field catalogue, e.g. `wageMigrantWork`. */
  readonly key: string;
  /** Database column, `<snake_case key>_fen`. */
  readonly column: string;
  readonly group: IncomeGroup;
  readonly zh: string;
  readonly en: string;
  /** Column of the national table AC07 where one is known. */
  readonly nationalColumn?: string;
  /** Other headings of the same item found in national exports and forms. */
  readonly aliases: readonly string[];
  /** True for the item that takes a group total which came without its parts. */
  readonly unsplit: boolean;
}

export interface IncomeGroupInfo {
  readonly group: IncomeGroup;
  readonly zh: string;
  readonly en: string;
  readonly nationalColumn?: string;
  /** +1 adds to net income, -1 is subtracted, 0 counts only in the monitoring formula. */
  readonly sign: 1 | -1 | 0;
}

export const incomeGroupInfos: readonly IncomeGroupInfo[] = [
  { group: 'wage', zh: '工资性收入', en: 'Wage income', nationalColumn: 'AAC073', sign: 1 },
  { group: 'business', zh: '生产经营性收入', en: 'Production and business income', nationalColumn: 'AAC071', sign: 1 },
  { group: 'property', zh: '财产性收入', en: 'Property income', nationalColumn: 'AAC072', sign: 1 },
  { group: 'transfer', zh: '转移性收入', en: 'Transfer income', nationalColumn: 'AAC085', sign: 1 },
  { group: 'businessCost', zh: '生产经营性支出', en: 'Production and business cost', nationalColumn: 'AAC074', sign: -1 },
  { group: 'claims', zh: '理赔收入', en: 'Insurance claims received', sign: 0 },
  { group: 'outOfPocket', zh: '合规自付支出', en: 'Eligible out-of-pocket spending', sign: 0 },
];

type Extra = { national?: string; aliases?: readonly string[]; unsplit?: boolean };

function item(group: IncomeGroup, key: string, zh: string, en: string, extra: Extra = {}): IncomeItem {
  const column = `${key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}_fen`;
  return { key, column, group, zh, en, nationalColumn: extra.national, aliases: extra.aliases ?? [], unsplit: extra.unsplit ?? false };
}

export const incomeItems: readonly IncomeItem[] = [
  item('wage', 'wageMigrantWork', '务工收入', 'Wages from work', { aliases: ['外出务工收入', '务工工资收入'] }),
  item('wage', 'wagePublicPost', '公益性岗位收入', 'Public-welfare post pay', { aliases: ['公益岗位收入'] }),
  item('wage', 'wageReward', '就业奖励', 'Employment reward'),
  item('wage', 'wageOther', '其他工资性收入', 'Other wage income'),
  item('wage', 'wageUnsplit', '工资性收入（未分项）', 'Wage income, not split', { aliases: ['工资性收入', '务工（工资性）收入'], unsplit: true }),

  item('business', 'businessCrop', '种植业收入', 'Crop income', { aliases: ['种植收入'] }),
  item('business', 'businessLivestock', '养殖业收入', 'Livestock income', { aliases: ['养殖收入', '畜牧业收入'] }),
  item('business', 'businessForestFruit', '林果业收入', 'Forest and fruit income', { aliases: ['林果收入'] }),
  item('business', 'businessReward', '产业奖励', 'Industry reward'),
  item('business', 'businessOther', '其他生产经营性收入', 'Other business income'),
  item('business', 'businessUnsplit', '生产经营性收入（未分项）', 'Business income, not split', { aliases: ['生产经营性收入'], unsplit: true }),

  item('property', 'propertyAssetDividend', '资产收益扶贫分红收入', 'Dividends from poverty-relief assets', { aliases: ['资产收益分红', '资产收益扶贫分红'] }),
  item('property', 'propertyLandTransfer', '土地/草牧场流转收入', 'Rent of land and grassland', { aliases: ['土地流转收入', '草牧场流转收入', '土地草牧场流转收入'] }),
  item('property', 'propertyEntrustedFarming', '代种代养收入', 'Entrusted planting and raising'),
  item('property', 'propertyOther', '其他财产性收入', 'Other property income', { aliases: ['其他财产性收入（旧指标）'] }),
  item('property', 'propertyUnsplit', '财产性收入（未分项）', 'Property income, not split', { aliases: ['财产性收入'], unsplit: true }),

  item('transfer', 'transferFamilyPlanning', '计划生育金', 'Family planning payment', { national: 'AAC076' }),
  item('transfer', 'transferMinimumAllowance', '低保金', 'Subsistence allowance', { national: 'AAC077', aliases: ['最低生活保障金'] }),
  item('transfer', 'transferExtremePoverty', '特困人员救助供养金', 'Extreme poverty support', { national: 'AAC086', aliases: ['五保金', '特困供养金'] }),
  item('transfer', 'transferPension', '养老保险金', 'Pension', { national: 'AAC087', aliases: ['养老金', '养老金或离退休金'] }),
  item('transfer', 'transferReturnForest', '退耕还林补助', 'Farmland-to-forest payment', { aliases: ['退耕还林还草补助'] }),
  item('transfer', 'transferPublicForest', '公益林补助', 'Public-welfare forest payment', { aliases: ['公益林补偿'] }),
  item('transfer', 'transferGrassland', '草原生态奖补', 'Grassland ecology payment', { aliases: ['草原生态保护补助奖励', '草原补奖'] }),
  item('transfer', 'transferResettlement', '移民补助', 'Resettlement payment'),
  item('transfer', 'transferEcologyOther', '其他生态补偿金', 'Other ecological compensation'),
  item('transfer', 'transferEcologyUnsplit', '生态补偿金（未分项）', 'Ecological compensation, not split', { national: 'AAC078', aliases: ['生态补偿金'], unsplit: true }),
  item('transfer', 'transferPlanting', '种植补贴', 'Planting subsidy'),
  item('transfer', 'transferLandFertility', '地力补贴', 'Farmland fertility subsidy', { aliases: ['耕地地力保护补贴'] }),
  item('transfer', 'transferInsuranceAid', '保险补助', 'Insurance aid'),
  item('transfer', 'transferOldAge', '高龄津贴', 'Old-age allowance', { aliases: ['高龄补贴', '高龄'] }),
  item('transfer', 'transferEntitledGroups', '优抚金', 'Payment to entitled groups', { aliases: ['优抚', '优抚补助'] }),
  item('transfer', 'transferDisability', '残疾补贴', 'Disability subsidy', { aliases: ['残疾人补贴'] }),
  item('transfer', 'transferEducationAid', '教育扶持', 'Education aid', { aliases: ['教育补助', '教育扶持资金'] }),
  item('transfer', 'transferDisasterRelief', '救灾款', 'Disaster relief'),
  item('transfer', 'transferFamilySupport', '赡养费', 'Support from children', { aliases: ['赡养抚养费'] }),
  item('transfer', 'transferHeating', '取暖补贴', 'Heating subsidy'),
  item('transfer', 'transferCoal', '燃煤补贴', 'Coal subsidy'),
  item('transfer', 'transferPrice', '物价补贴', 'Price subsidy'),
  item('transfer', 'transferTemporaryRelief', '临时救助', 'Temporary relief', { aliases: ['临时救助金'] }),
  item('transfer', 'transferDonation', '捐赠收入', 'Donations', { aliases: ['捐赠'] }),
  item('transfer', 'transferOther', '其他转移性收入', 'Other transfers', { national: 'AAC083' }),
  item('transfer', 'transferUnsplit', '转移性收入（未分项）', 'Transfer income, not split', { aliases: ['转移性收入'], unsplit: true }),

  item('businessCost', 'businessCostCrop', '种植业支出', 'Crop cost', { aliases: ['种植支出'] }),
  item('businessCost', 'businessCostLivestock', '养殖业支出', 'Livestock cost', { aliases: ['养殖支出', '畜牧业支出'] }),
  item('businessCost', 'businessCostForestFruit', '林果业支出', 'Forest and fruit cost', { aliases: ['林果支出'] }),
  item('businessCost', 'businessCostFarmInputs', '农资支出', 'Farm inputs'),
  item('businessCost', 'businessCostDepreciationLease', '固定资产折旧和租赁', 'Depreciation and lease of equipment', { aliases: ['固定资产折旧和租赁费'] }),
  item('businessCost', 'businessCostUtilitiesFuel', '水电燃料支出', 'Water, power and fuel'),
  item('businessCost', 'businessCostLandLease', '承包土地草场费', 'Rent of land and grassland paid'),
  item('businessCost', 'businessCostFodder', '饲草料支出', 'Fodder', { aliases: ['饲草料'] }),
  item('businessCost', 'businessCostVeterinary', '防疫防治支出', 'Veterinary care', { aliases: ['防疫防治'] }),
  item('businessCost', 'businessCostBreedingStock', '种（仔）畜支出', 'Breeding and young stock', { aliases: ['种(仔)畜', '种仔畜'] }),
  item('businessCost', 'businessCostSalesCommunication', '销售和通讯支出', 'Sales and communication'),
  item('businessCost', 'businessCostOther', '其他生产经营性支出', 'Other business cost'),
  item('businessCost', 'businessCostUnsplit', '生产经营性支出（未分项）', 'Business cost, not split', {
    aliases: ['生产经营性支出', '生产经营性支出（合计）'], unsplit: true,
  }),

  item('claims', 'claims', '理赔收入', 'Insurance claims received', { aliases: ['保险理赔收入'] }),
  item('outOfPocket', 'outOfPocket', '合规自付支出', 'Eligible out-of-pocket spending', { aliases: ['合规自付费用'] }),
];

const byKey = new Map(incomeItems.map((entry) => [entry.key, entry]));

/** The item with this key, or undefined. */
export function incomeItem(key: string): IncomeItem | undefined {
  return byKey.get(key);
}
