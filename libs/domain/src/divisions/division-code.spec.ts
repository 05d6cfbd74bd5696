import fc from 'fast-check';
import { codePath, codeRange, contains, countyCodeOf, divisionLevels, isDivisionCode, levelNames, levelOf, padVillageCode, parentCode, unpadVillageCode } from './division-code.js';

const villages = fc.stringMatching(/^15[0-9]{9}[1-9]$/);

describe('division codes', () => {
  it.each([
    ['15', 'region', null, '自治区'],
    ['1502', 'prefecture', '15', '盟市'],
    ['150221', 'county', '1502', '旗县'],
    ['150221100', 'township', '150221', '苏木乡镇'],
    ['150221100201', 'village', '150221100', '嘎查村'],
  ] as const)('%s is a %s under %s, called %s', (code, level, parent, name) => {
    expect(levelOf(code)).toBe(level);
    expect(parentCode(code)).toBe(parent);
    expect(levelNames[level].zh).toBe(name);
  });

  it.each(['', '1', '150', '15022', '1502211', '15022110020', '1502211002011', '15a2', '１５', ' 15', '15\n'])('%p is not a code', (code) => {
    expect(isDivisionCode(code)).toBe(false);
    expect(() => parentCode(code)).toThrow(RangeError);
    expect(contains('15', code)).toBe(false);
    expect(contains(code, '150221')).toBe(false);
  });

  it('gives the path from the region down', () => {
    expect(codePath('150221100201')).toEqual(['15', '1502', '150221', '150221100', '150221100201']);
  });

  it.each([
    ['15', '150000000000', '150000'],
    ['1502', '150200000000', '150200'],
    ['150221', '150221000000', '150221'],
    ['150221100', '150221100000', '150221'],
    ['150221100201', '150221100201', '150221'],
  ])('%s is stored as village %s of county %s, and back', (code, village, county) => {
    expect(padVillageCode(code)).toBe(village);
    expect(countyCodeOf(code)).toBe(county);
    expect(unpadVillageCode(village)).toBe(code);
  });

  it('keeps a zero that is part of a code', () => {
    expect(unpadVillageCode('150100100000')).toBe('150100100');
    expect(() => unpadVillageCode('150221')).toThrow(RangeError);
  });

  it('covers with its range exactly the villages and padded rows below it', () => {
    fc.assert(fc.property(villages, villages, fc.constantFrom(2, 4, 6, 9, 12), (mine, other, length) => {
      const code = mine.slice(0, length);
      const { from, to } = codeRange(code);
      for (const candidate of [mine, other, padVillageCode(other.slice(0, 6))]) {
        expect(from <= candidate && candidate < to).toBe(candidate.startsWith(code));
      }
    }));
  });

  it('contains itself and everything below, at every level', () => {
    fc.assert(fc.property(villages, (code) => {
      const path = codePath(code);
      expect(path).toHaveLength(divisionLevels.length);
      path.forEach((outer, index) => path.forEach((inner, below) => expect(contains(outer, inner)).toBe(index <= below)));
    }));
  });
});
