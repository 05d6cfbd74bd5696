import { checkParameter, levelOf, parentCode, policyParameter, policyParameters } from '#domain';
import { divisionKind, parseDivisions, pinyinInitials } from '#divisions';
import { loadReference } from './load.js';

const data = loadReference();

describe('the vendored tree', () => {
  it('is a tree: every division but the region has its parent', () => {
    const codes = new Set(data.divisions.map(({ code }) => code));
    expect(codes.size).toBe(data.divisions.length);
    expect(data.divisions.filter(({ code }) => !codes.has(parentCode(code) ?? '15'))).toEqual([]);
  });

  it('has 103 counties and 5 zones, and 11,112 villagers’ committees', () => {
    const count = (kind: string) => data.divisions.filter(({ code }) => divisionKind(code) === kind).length;
    expect([count('COUNTY'), count('ZONE'), count('VILLAGE'), count('RESIDENTS')]).toEqual([103, 5, 11_112, 2_793]);
    expect(data.divisions.filter(({ code }) => divisionKind(code) === 'ZONE').map(({ code }) => code)).toEqual(['150172', '150271', '150571', '152571', '152971']);
  });

  it('keeps names as they were written', () => {
    expect(data.divisions.find(({ code }) => code === '152971100200')?.name).toBe('乌兰毛道嘎查委员会');
    expect(data.divisions.filter(({ name }) => name.includes('嘎查'))).toHaveLength(3_075);
  });

  it('refuses a faulty line', () => {
    expect(() => parseDivisions('15\t内蒙古自治区\n150\t错')).toThrow('faulty division line: 150');
    expect(() => parseDivisions('15')).toThrow('faulty division line');
  });

  it.each([['土默特左旗', 'tmtzq'], ['呼和浩特市', 'hhhts'], ['110国道社区', '110gdsq']])('%s has the initials %s', (name, initials) => {
    expect(pinyinInitials(name)).toBe(initials);
  });
});

describe('the poverty counties', () => {
  it('are 31 national and 26 regional, all of them counties of the tree', () => {
    const level = (name: string) => data.povertyCounties.filter((county) => county.level === name).length;
    expect([level('NATIONAL'), level('REGIONAL')]).toEqual([31, 26]);
    const codes = new Set(data.divisions.filter(({ code }) => levelOf(code) === 'county').map(({ code }) => code));
    expect(data.povertyCounties.filter(({ countyCode }) => !codes.has(countyCode))).toEqual([]);
    expect(data.povertyCounties.filter(({ contiguousArea }) => contiguousArea)).toHaveLength(8);
  });
});

describe('the seeded parameters', () => {
  it('name every parameter once, also those that are not set', () => {
    expect(data.parameters.map(({ name }) => name)).toEqual(policyParameters.map(({ name }) => name));
    const notSet = data.parameters.filter(({ values }) => values.length === 0).map(({ name }) => name);
    expect(notSet).toEqual(['notice_start_day_counts', 'clue_decision_days', 'visits_per_year', 'idle_fund_months', 'max_households_per_helper', 'income_period_start', 'income_period_end', 'gradual_exit_months', 'ineligibility_rule', 'care_contact_days', 'care_contact_by', 'care_list_days', 'comparison_list_days']);
  });

  it('fit their definitions and rest on a document or a seed', () => {
    for (const { name, values } of data.parameters) {
      const definition = policyParameter(name);
      for (const value of values) {
        expect([name, definition && checkParameter(definition, value)]).toEqual([name, undefined]);
        expect(['seed', 'source']).toContain(value.tag);
      }
    }
  });

  it('have the monitoring line of 2021 and of no other year', () => {
    expect(data.parameters.find(({ name }) => name === 'monitoring_line')?.values).toMatchObject([{ year: 2021, value: 600_000 }]);
  });

  it('have no working line of 2016 to 2019, for which no source was found', () => {
    const lines = data.parameters.find(({ name }) => name === 'poverty_line')?.values ?? [];
    expect(lines.filter(({ basis }) => basis === 'WORKING').map(({ year, value }) => [year, value])).toEqual([[2010, 230_000], [2013, 273_600], [2014, 280_000], [2015, 285_500], [2020, 400_000]]);
  });
});

describe('the holiday calendar', () => {
  it('is empty until someone enters the announcement', () => {
    expect(data.holidays).toEqual([]);
  });
});
