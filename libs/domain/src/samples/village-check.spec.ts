import { VILLAGE_FACTS } from '../facts/area-facts.js';
import { spotFieldName, spotValueText, typedLines } from './spot-words.js';
import { villageServices } from '../facts/village-services.js';
import { villageDifferencesOf, type RecordedVillage, type VillageCheckAnswers } from './village-check.js';

const all = <T>(value: T) => Object.fromEntries(villageServices.map((item) => [item, value])) as Record<(typeof villageServices)[number], T>;
const seen: VillageCheckAnswers = { village: all('YES'), collectiveIncomeFen: 3_000_000, note: null };
const recorded: RecordedVillage = { year: 2025, village: all<boolean | null>(true), collectiveIncomeFen: 3_000_000 };

describe('the check of a village on site', () => {
  it('asks exactly for what is recorded of a village as being there or not', () => {
    expect([...villageServices]).toEqual(VILLAGE_FACTS.filter(({ type }) => type === 'boolean').map(({ name }) => name));
  });

  it('differs item by item where the record says otherwise or nothing; what is unclear or unsaid differs from nothing', () => {
    expect(villageDifferencesOf(seen, recorded)).toEqual([]);
    expect(villageDifferencesOf({ ...seen, village: { ...seen.village, clinic: 'NO', broadband: 'UNCLEAR' }, collectiveIncomeFen: 2_000_000 }, { ...recorded, village: { ...recorded.village, hardened_road: null, broadband: false } })).toEqual([
      { field: 'village.hardened_road', seen: 'YES', recorded: null, gapFen: null }, { field: 'village.clinic', seen: 'NO', recorded: 'YES', gapFen: null },
      { field: 'village.collective_income', seen: 2_000_000, recorded: 3_000_000, gapFen: -1_000_000 },
    ]);
    expect(villageDifferencesOf({ ...seen, collectiveIncomeFen: null }, recorded)).toEqual([]);
    expect(villageDifferencesOf(seen, { ...recorded, collectiveIncomeFen: null })).toMatchObject([{ field: 'village.collective_income', recorded: null, gapFen: null }]);
  });

  it('is told in the words of the record', () => {
    expect(villageServices.filter((item) => spotFieldName(`village.${item}`) === `village.${item}`)).toEqual([]);
    expect([spotFieldName('village.clinic'), spotValueText('village.clinic', 'NO'), spotValueText('village.collective_income', 3_000_000)]).toEqual(['标准化卫生室', '没有', '30,000 元']);
    expect(typedLines({ taskId: 'x', collectiveIncomeFen: 100, village: { broadband: 'YES', hardened_road: 'UNCLEAR' }, note: '修路中' }).map(({ label, value }) => `${label} ${value}`)).toEqual(['硬化路 不清楚', '宽带网络 有', '集体经济收入 1 元', '说明 修路中']);
  });
});
