/** What must not hang on a wall. */
export type PrivateKind = 'id_number' | 'mobile' | 'bank_account' | 'health';

export interface PrivateHit {
  readonly kind: PrivateKind;
  /** Where it stands, as the caller names its parts. */
  readonly where: string;
  /** What was found, with its middle hidden. */
  readonly found: string;
}

export const privateKindLabels: Readonly<Record<PrivateKind, { zh: string; en: string }>> = {
  id_number: { zh: '身份证号码', en: 'ID number' },
  mobile: { zh: '手机号码', en: 'mobile number' },
  bank_account: { zh: '银行账号', en: 'bank account' },
  health: { zh: '健康情况', en: 'state of health' },
};

const patterns: readonly (readonly [PrivateKind, RegExp])[] = [
  ['id_number', /(?<![\dA-Za-z])\d{6}[\s-]?(?:18|19|20)\d{2}[\s-]?\d{4}[\s-]?\d{3}[\dXx](?![\dA-Za-z])/g],
  ['id_number', /(?<!\d)\d{15}(?!\d)/g],
  ['mobile', /(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g],
  ['bank_account', /(?<!\d)(?:\d{16}|\d{17}|\d{19}|\d{4}(?:[ -]\d{4}){3,4}(?:[ -]\d{1,3})?)(?![\dXx])/g],
  ['health', /残疾|精神病|精神障碍|艾滋|癌|肿瘤|尿毒症|白血病|肺结核|大病|慢病|慢性病|患病/g],
];

/**
 * Everything in a text that a public notice must not show: numbers of persons, telephones, accounts, illness. Offices' telephones
 * (fixed lines and five-digit hotlines) may stand.
 */
export function privateHits(where: string, text: string): PrivateHit[] {
  const full = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return patterns.flatMap(([kind, pattern]) => [...full.matchAll(pattern)].map(([found]) => ({ kind, where, found: hidden(kind, found) })));
}

const hidden = (kind: PrivateKind, found: string): string => (kind === 'health' ? found : `${found.slice(0, 3)}…${found.slice(-2)}`);
