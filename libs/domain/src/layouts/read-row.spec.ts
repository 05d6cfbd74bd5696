import { checkDigitOf } from '../identity/resident-id.js';
import { findField } from '../fields/catalogue.js';
import { CellKind } from './cell.js';
import { parseCell } from './parse-cell.js';
import { recogniseColumns } from './recognise.js';
import { rowReader } from './read-row.js';

const idOf = (seventeen: string) => seventeen + checkDigitOf(seventeen);
const read = (row: Record<string, string>, kinds: Record<string, number> = {}) => {
  const headings = Object.keys(row);
  const found = recogniseColumns([headings], { placeKnown: true })!;
  return rowReader(found.columns, { sheet: found.sheet, today: '2026-11-22' })(2, Object.values(row), headings.map((heading) => kinds[heading] ?? 0));
};
const faults = (row: Record<string, string>, kinds?: Record<string, number>) => read(row, kinds).faults.map(({ column, fault }) => [column, fault]);

describe('a row of persons', () => {
  it('is read into its entities', () => {
    const id = idOf('15022119900307123');
    const reading = read({ 苏木乡: '甲苏木', 嘎查村: '乙嘎查', 姓名: ' 张　三 ', 证件号码: id, 与户主关系: '户主', 人数: '3人', 健康状况: '长期慢性病、残疾', 是否参加新农合: '是', 务工时间: '6', 人均纯收入: '3,100.50', 联系电话: '138 0000 1234' });
    expect(reading.faults).toEqual([]);
    expect(reading).toMatchObject({
      place: { township: '甲苏木', village: '乙嘎查' },
      member: { name: '张三', idNo: id, idType: 'RESIDENT_ID', birthDate: '1990-03-07', gender: '1', relationToHead: '01' },
      memberYear: { health: ['2', '4'], hasMedicalInsurance: true, workMonths: 6 },
      householdYear: { memberCount: 3, reportedPerCapitaIncome: 310050 },
      household: { phone: '13800001234' },
    });
  });

  it.each([
    ['证件号码', '150221199003071230', CellKind.text, 'id-check-digit'],
    ['证件号码', '1.50221199003071E+17', CellKind.number, 'float'],
    ['证件号码', '150221199003071232', CellKind.number, 'float'],
    ['证件号码', '12345', CellKind.text, 'id-length'],
    ['银行账号', '6.22848E+18', CellKind.number, 'float'],
    ['性别', '不明', CellKind.text, 'code'],
    ['健康状况', '健康、好', CellKind.text, 'code'],
    ['务工时间', '13', CellKind.text, 'range'],
    ['务工时间', '半年', CellKind.text, 'integer'],
    ['人均纯收入', '三千', CellKind.text, 'amount'],
    ['是否参加新农合', '也许', CellKind.text, 'boolean'],
    ['联系电话', '12', CellKind.text, 'phone'],
    ['出生日期', '2016-02-30', CellKind.text, 'date'],
    ['出生日期', '2027-01-01', CellKind.text, 'future'],
    ['姓名', '#REF!', CellKind.error, 'cell-error'],
    ['姓名', 'A1', CellKind.formulaWithoutValue, 'formula'],
  ])('is refused for %s = %s', (heading, text, kind, fault) => {
    const row = { 姓名: '张三', 与户主关系: '户主', [heading]: text };
    expect(faults(row, { [heading]: kind })).toEqual([[Object.keys(row).indexOf(heading), fault]]);
    expect(read(row, { [heading]: kind }).faults[0]?.zh).toMatch(/[一-鿿]/);
  });

  it('accepts an old number of 15 digits, also stored as a number, and a disability certificate', () => {
    expect(read({ 姓名: '张三', 与户主关系: '户主', 证件号码: '150221900307123' }, { 证件号码: CellKind.number })).toMatchObject({ faults: [], member: { idNo: idOf('15022119900307123') } });
    const certificate = `${idOf('15022119900307123')}42`;
    expect(read({ 姓名: '张三', 与户主关系: '户主', 证件号码: certificate })).toMatchObject({ faults: [], member: { idNo: certificate, idType: 'DISABILITY_CERT' } });
  });

  it('shows a contradiction between the number and the sex at the sex', () => {
    expect(faults({ 姓名: '张三', 与户主关系: '户主', 证件号码: idOf('15022119900307123'), 性别: '女' })).toEqual([[3, 'id-number']]);
  });
});

describe('a row of a household', () => {
  it('makes the head its first member and books totals that its items do not explain', () => {
    const reading = read({ 村: '乙嘎查', 户编号: 'H1', 户主姓名: '张三', 年度: '2020年', 工资性收入: '1000', 公益性岗位收入: '300', 转移性收入: '900', 低保金: '500', 生态补偿金: '250', 生产经营性支出: '0' });
    expect(reading.faults).toEqual([]);
    expect(reading).toMatchObject({ year: 2020, member: { name: '张三', relationToHead: '01' } });
    expect(reading.householdYear).toEqual({ wagePublicPost: 30000, wageUnsplit: 70000, transferMinimumAllowance: 50000, transferEcologyUnsplit: 25000, transferUnsplit: 15000, businessCostUnsplit: 0 });
  });

  it('is refused when the items exceed their total', () => {
    expect(faults({ 村: '乙嘎查', 户编号: 'H1', 户主姓名: '张三', 转移性收入: '100', 低保金: '200' })).toEqual([[3, 'total']]);
  });
});

describe('a cell', () => {
  const field = (entity: 'household' | 'householdYear' | 'member' | 'memberYear', key: string) => findField(entity, key)!;
  it.each([
    ['2026.11.22', '2026-11-22'], ['2026/1/2', '2026-01-02'], ['20261122', '2026-11-22'], ['2026年1月2日', '2026-01-02'], ['2026-11-22 00:00:00', '2026-11-22'], ['2026-13-01', undefined], ['26-1-1', undefined],
  ])('of dates reads %s', (text, day) => expect((parseCell(field('member', 'birthDate'), text) as { value?: unknown }).value).toBe(day));
  it.each([['201601', '2016-01'], ['2016.1', '2016-01'], ['2016年10月', '2016-10'], ['2016-01-05', '2016-01'], ['201613', undefined]])('of months reads %s', (text, month) =>
    expect((parseCell(field('household', 'firstIdentifiedMonth'), text) as { value?: unknown }).value).toBe(month));
  it('of amounts and areas forgives the way a spreadsheet stores 12.3, and nothing else', () => {
    expect(parseCell(field('householdYear', 'farmlandMu'), '12.300000000000001', CellKind.number)).toEqual({ value: 12.3 });
    expect(parseCell(field('householdYear', 'wageOther'), '1234.5600000001', CellKind.number)).toEqual({ value: 123456 });
    expect(parseCell(field('householdYear', 'wageOther'), '12.345')).toMatchObject({ fault: 'amount' });
  });
  it('takes back the apostrophe of our own files, and no other', () => {
    expect(parseCell(field('household', 'naturalVillage'), "'=1+1")).toEqual({ value: '=1+1' });
    expect(parseCell(field('household', 'naturalVillage'), "'abc")).toEqual({ value: "'abc" });
  });
});
