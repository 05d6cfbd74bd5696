import { levelOf } from '#domain';

export const divisionKinds = ['REGION', 'PREFECTURE', 'COUNTY', 'ZONE', 'TOWNSHIP', 'VILLAGE', 'RESIDENTS', 'OTHER'] as const;
export type DivisionKind = (typeof divisionKinds)[number];

/**
 * Kind of a division by the numbering rules of the statistical codes: county codes ending in 71–79 are economic or
 * administrative zones, not counties; village numbers 200–399 are villagers' committees (嘎查, 村), 001–199 residents'
 * committees, the rest quasi-villages.
 */
export function divisionKind(code: string): DivisionKind {
  switch (levelOf(code)) {
    case 'region': return 'REGION';
    case 'prefecture': return 'PREFECTURE';
    case 'county': return code[4] === '7' && code[5] !== '0' ? 'ZONE' : 'COUNTY';
    case 'township': return 'TOWNSHIP';
    case 'village': return villageKind(Number(code.slice(9)));
    case undefined: throw new RangeError(`not a division code: ${code}`);
  }
}

function villageKind(number: number): DivisionKind {
  if (number >= 200 && number <= 399) return 'VILLAGE';
  return number <= 199 ? 'RESIDENTS' : 'OTHER';
}
