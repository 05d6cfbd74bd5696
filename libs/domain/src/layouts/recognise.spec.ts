import fc from 'fast-check';
import { layouts } from '../fields/layouts.js';
import { foldHeading } from '../fields/headings.js';
import { targetOf, type ColumnTarget } from './column-target.js';
import { recogniseColumns } from './recognise.js';

const headingsOf = (index: number) => layouts[index]!.columns.map((column) => column.heading);

describe('columns of a file', () => {
  it.each(layouts.map((layout, index) => [`${layout.id} ${layout.sheet}`, index] as const))('of %s are recognised under their exact headings', (_name, index) => {
    const layout = layouts[index]!;
    const found = recogniseColumns([headingsOf(index)]);
    expect(found).toMatchObject({ layout: layout.id, sheet: layout.sheet, headingRow: 0, headingRows: 1, unknown: [], missing: [] });
    expect(found?.columns.map((column) => column.target)).toEqual(layout.columns.map(({ source }) => targetOf(source)));
    expect(found?.columns.some((column) => column.duplicate)).toBe(false);
  });

  it('are recognised in any order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: layouts.length - 1 }), fc.infiniteStream(fc.nat()), (index, random) => {
        const order = layouts[index]!.columns.map((column) => ({ column, rank: random.next().value })).sort((a, b) => a.rank - b.rank);
        const found = recogniseColumns([order.map(({ column }) => column.heading)]);
        expect(found?.layout).toBe(layouts[index]!.id);
        expect(found?.columns.map((column) => column.target)).toEqual(order.map(({ column }) => targetOf(column.source)));
      }),
      { numRuns: 60 },
    );
  });

  it('are found below a title and a note, with aliases, full-width brackets, stars and line breaks', () => {
    const found = recogniseColumns([
      ['内蒙古自治区建档立卡贫困户信息表', '', '', '', ''],
      ['填报单位：', '', '', '', ''],
      ['＊行政村', '姓  名', '身份证号码*', '与户主\n关系', '联系方式'],
      ['巴彦嘎查', '张三', '', '户主', ''],
    ]);
    expect(found).toMatchObject({ headingRow: 2, headingRows: 1, missing: [] });
    expect(found?.columns.map((column) => column.target)).toEqual(['virtual.villageName', 'member.name', 'member.idNo', 'member.relationToHead', 'household.phone']);
  });

  it('may have two rows of headings, one of them merged', () => {
    const found = recogniseColumns([
      ['嘎查村', '户编号', '户主姓名', '收入', '收入', '是否参加'],
      ['嘎查村', '', '', '工资性收入', '低保金', '大病保险'],
      ['巴彦嘎查', '1', '张三', '100', '', '是'],
    ]);
    expect(found).toMatchObject({ headingRow: 0, headingRows: 2, sheet: 'household' });
    expect(found?.columns.map((column) => column.target)).toEqual([
      'virtual.villageName', 'household.householdCode', 'virtual.headName', 'virtual.wageTotal', 'householdYear.transferMinimumAllowance', 'memberYear.hasCriticalIllnessInsurance',
    ]);
  });

  it('that nobody knows are listed, and read once they are mapped', () => {
    const rows = [['嘎查村', '姓名', '与户主关系', '去年的羊']];
    expect(recogniseColumns(rows)).toMatchObject({ unknown: ['去年的羊'], missing: [] });
    const mapping = new Map<string, ColumnTarget>([[foldHeading('去年的羊'), 'householdYear.livestockSheep']]);
    expect(recogniseColumns(rows, { mapping })?.columns[3]).toMatchObject({ target: 'householdYear.livestockSheep', by: 'mapped' });
  });

  it('are told by their content when the heading says nothing', () => {
    const found = recogniseColumns([
      ['嘎查村', '姓名', '列三', '列四'],
      ['巴彦嘎查', '张三', '110101199003070011', '户主'],
      ['巴彦嘎查', '李四', '11010119900307002X', '配偶'],
      ['巴彦嘎查', '王五', '110101199003070038', '之子'],
    ]);
    expect(found?.columns[3]).toMatchObject({ target: 'member.relationToHead', by: 'content' });
    expect(found?.missing).toEqual([]);
  });

  it('name what is missing before the file can be checked', () => {
    expect(recogniseColumns([['户编号', '民族', '文化程度', '健康状况', '人编号']])?.missing.map((column) => column.target)).toEqual(['virtual.villageName']);
    expect(recogniseColumns([['户编号', '姓名', '民族']], { placeKnown: true })?.missing).toEqual([]);
    expect(recogniseColumns([['一', '二', '三'], ['1', '2', '3']])).toBeNull();
  });

  it('of the same meaning are read once, the exact heading before the alias', () => {
    const found = recogniseColumns([['户编号', '户主姓名', '村', '危房户', '是否危房户', '年度']]);
    expect(found?.columns.map((column) => [column.target, column.duplicate])).toContainEqual(['householdYear.isDilapidated', true]);
    expect(found?.columns.filter((column) => column.duplicate)).toHaveLength(1);
  });
});
