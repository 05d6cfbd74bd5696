/** Levels of the administrative tree, by length of the code (NBS). */
export const divisionLevels = ['region', 'prefecture', 'county', 'township', 'village'] as const;
export type DivisionLevel = (typeof divisionLevels)[number];

/** Number of digits of a code at each level. */
export const codeLengths: Readonly<Record<DivisionLevel, 2 | 4 | 6 | 9 | 12>> = { region: 2, prefecture: 4, county: 6, township: 9, village: 12 };

/** Names of the levels as used in Inner Mongolia. */
export const levelNames: Readonly<Record<DivisionLevel, { zh: string; en: string }>> = {
  region: { zh: '自治区', en: 'Region' },
  prefecture: { zh: '盟市', en: 'League or city' },
  county: { zh: '旗县', en: 'Banner or county' },
  township: { zh: '苏木乡镇', en: 'Sumu or township' },
  village: { zh: '嘎查村', en: 'Gacha or village' },
};

const levelByLength = new Map<number, DivisionLevel>(divisionLevels.map((level) => [codeLengths[level], level]));

/** Level of a code, or undefined when it is not 2, 4, 6, 9 or 12 ASCII digits. */
export function levelOf(code: string): DivisionLevel | undefined {
  return /^[0-9]+$/.test(code) ? levelByLength.get(code.length) : undefined;
}

/** True for a well-formed code of any level. */
export function isDivisionCode(code: string): boolean {
  return levelOf(code) !== undefined;
}

/** Code of the division above, or null for the region. @throws RangeError for a malformed code. */
export function parentCode(code: string): string | null {
  const index = divisionLevels.indexOf(requireLevel(code)) - 1;
  const parent = divisionLevels[index];
  return parent ? code.slice(0, codeLengths[parent]) : null;
}

/** Codes from the region down to the division itself. @throws RangeError for a malformed code. */
export function codePath(code: string): string[] {
  requireLevel(code);
  return Object.values(codeLengths).filter((length) => length <= code.length).map((length) => code.slice(0, length));
}

/** Whether `inner` is `outer` or lies below it. An empty or malformed `outer` contains nothing. */
export function contains(outer: string, inner: string): boolean {
  return isDivisionCode(outer) && isDivisionCode(inner) && inner.startsWith(outer);
}

/**
 * The 12-digit form that case rows of higher levels carry in `village_code`: the code padded with zeros, so that
 * the row sorts before its villages and a village team does not see it.
 */
export function padVillageCode(code: string): string {
  requireLevel(code);
  return code.padEnd(12, '0');
}

/** First six digits, padded with zeros: the `county_code` of a case row that belongs to this division. */
export function countyCodeOf(code: string): string {
  requireLevel(code);
  return code.slice(0, 6).padEnd(6, '0');
}

/**
 * Undoes `padVillageCode`: 150221000000 → 150221. A code is only shortened where the zeros stand for a whole missing level.
 * @throws RangeError unless it has twelve digits.
 */
export function unpadVillageCode(padded: string): string {
  if (!/^[0-9]{12}$/.test(padded)) throw new RangeError(`not a 12-digit code: ${padded}`);
  for (const length of [2, 4, 6, 9]) if (/^0+$/.test(padded.slice(length))) return padded.slice(0, length);
  return padded;
}

/** Half-open range of 12-digit codes inside a division, as used by the territory policy: from ≤ village_code < to. */
export function codeRange(code: string): { from: string; to: string } {
  requireLevel(code);
  // ':' is the character after '9', so '15:' sorts after every code that starts with 15.
  return { from: code, to: `${code}:` };
}

function requireLevel(code: string): DivisionLevel {
  const level = levelOf(code);
  if (!level) throw new RangeError(`not a division code: ${code}`);
  return level;
}
