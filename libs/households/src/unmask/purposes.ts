/** Why someone may look at a document number, a telephone or an account in clear. */
export const unmaskPurposes = [
  { code: 'IDENTITY_CHECK', zh: '核对身份信息', en: 'Check an identity' },
  { code: 'PAYMENT', zh: '核对补助资金发放', en: 'Check a payment' },
  { code: 'CONTACT', zh: '联系农牧户', en: 'Contact the household' },
  { code: 'DATA_COMPARISON', zh: '部门数据比对', en: 'Compare with another register' },
  { code: 'INSPECTION', zh: '督查审计', en: 'Inspection or audit' },
  { code: 'OTHER', zh: '其他', en: 'Other' },
] as const;
export const unmaskPurposeCodes = unmaskPurposes.map((purpose) => purpose.code);
