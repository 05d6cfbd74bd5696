import { codeListNames } from '../codes/code-lists.js';
import { incomeItems } from '../income/income-items.js';
import { fieldCatalogue, fieldsOf, findField } from './catalogue.js';
import { foldHeading, knownHeadings } from './headings.js';
import { layoutOf, layouts, layoutsWith } from './layouts.js';

describe('field catalogue', () => {
  it('has unique keys and columns in each entity, and columns are plain snake_case', () => {
    for (const part of ['key', 'column'] as const) {
      const names = fieldCatalogue.map((field) => `${field.entity}.${field[part]}`);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
    expect(fieldCatalogue.filter((field) => !/^[a-z][a-z0-9_]*$/.test(field.column)).map((field) => field.column)).toEqual([]);
  });

  it('gives a code list to code fields and to no others', () => {
    for (const field of fieldCatalogue) {
      const coded = field.type === 'code' || field.type === 'codes';
      expect([field.key, field.codeList !== undefined]).toEqual([field.key, coded]);
      if (field.codeList) expect(codeListNames).toContain(field.codeList);
    }
  });

  it('encrypts identity numbers, telephones and accounts, and marks health as sensitive', () => {
    expect(fieldCatalogue.filter((field) => field.encrypted).map((field) => `${field.entity}.${field.key}`)).toEqual([
      'household.phone', 'household.bankAccountNo', 'member.idNo', 'member.phone', 'member.disabilityCertNo',
    ]);
    expect(findField('memberYear', 'health')?.sensitive).toBe('health');
  });

  it('carries every income item as an amount in fen', () => {
    for (const item of incomeItems) expect(findField('householdYear', item.key)).toMatchObject({ type: 'fen', column: item.column, derived: false });
  });

  it('records health as a list and booleans as three-valued', () => {
    expect(findField('memberYear', 'health')?.type).toBe('codes');
    expect(fieldsOf('memberYear').filter((field) => field.type === 'boolean' && field.required)).toEqual([]);
  });
});

describe('layouts', () => {
  it.each([['H-A', 'person', 27], ['H-B', 'person', 28], ['H-D', 'household', 53], ['H-E', 'household', undefined], ['H-E', 'person', undefined]] as const)(
    '%s (%s) has its columns once each', (id, sheet, count) => {
      const { columns } = layoutOf(id, sheet);
      if (count) expect(columns).toHaveLength(count);
      expect(new Set(columns.map((column) => column.heading)).size).toBe(columns.length);
      expect(new Set(columns.map((column) => JSON.stringify(column.source))).size).toBe(columns.length);
    });

  it('opens the national order of H-A with the region and closes it with the account', () => {
    const headings = layoutOf('H-A').columns.map((column) => column.heading);
    expect([headings[0], headings[9], headings[26]]).toEqual(['省', '与户主关系', '银行账号']);
  });

  it('tells which layouts contain a field', () => {
    const health = findField('memberYear', 'health');
    expect(health && layoutsWith(health).map((layout) => `${layout.id} ${layout.sheet}`)).toEqual(['H-A person', 'H-B person', 'H-E person']);
  });

  it('recognises every heading of every layout', () => {
    const known = new Set(knownHeadings().map(([heading]) => foldHeading(heading)));
    for (const layout of layouts) for (const { heading } of layout.columns) expect(known.has(foldHeading(heading))).toBe(true);
  });

  it.each([['身份证号', 'idNo'], ['五保金', 'transferExtremePoverty'], ['特困供养金', 'transferExtremePoverty'], ['人口编号', 'memberCode'], ['务工时间(月)', 'workMonths'], [' 是否参加\n新农合*', 'hasMedicalInsurance']])(
    'knows %p as %s', (heading, key) => {
      const found = knownHeadings().filter(([known]) => foldHeading(known) === foldHeading(heading)).map(([, source]) => (source.kind === 'field' ? source.key : source.column));
      expect(found).toContain(key);
    });
});
