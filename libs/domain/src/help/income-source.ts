/**
 * Income item under which money from a measure is counted in the yearly record; null: it does not reach the household as income
 * (a loan, a house, an infrastructure). The items are those of the national yearly form; a measure without a line of its own is
 * "other transfers".
 */
const byMeasure: Readonly<Record<string, string | null>> = {
  'SSN-01': 'transferMinimumAllowance',
  'SSN-02': 'transferExtremePoverty',
  'SSN-03': 'transferTemporaryRelief',
  'SSN-04': 'transferPension',
  'SSN-05': 'transferDisability',
  'SSN-06': 'transferCoal',
  'ECO-01': 'transferGrassland',
  'ECO-02': 'transferGrassland',
  'ECO-03': 'transferEcologyOther',
  'ECO-04': 'transferPublicForest',
  'ECO-05': 'transferPublicForest',
  'ECO-06': 'wagePublicPost',
  'ECO-07': 'transferReturnForest',
  'EMP-01': 'transferEducationAid',
  'EMP-06': 'wagePublicPost',
  'IND-05': 'propertyAssetDividend',
  'IND-06': 'propertyAssetDividend',
  'IND-12': 'transferInsuranceAid',
  'HEA-01': 'transferInsuranceAid',
  'SOC-08': 'transferDonation',
};
const byKind: Readonly<Record<string, string | null>> = {
  EDU: 'transferEducationAid', ECO: 'transferEcologyOther', REL: 'transferResettlement', IND: 'businessReward', EMP: 'wageReward', FIN: null, HOU: null, WAT: null, INF: null, REG: null,
};

export const ASSET_DIVIDEND_ITEM = 'propertyAssetDividend';

/** Key of the income item for a measure code such as 'SSN-01'. */
export function incomeItemOfMeasure(measureCode: string): string | null {
  if (Object.hasOwn(byMeasure, measureCode)) return byMeasure[measureCode] ?? null;
  const kind = measureCode.slice(0, 3);
  return Object.hasOwn(byKind, kind) ? (byKind[kind] ?? null) : 'transferOther';
}
