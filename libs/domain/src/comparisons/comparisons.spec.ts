import { comparisonRegisters, findComparisonRegister, isComparable, mappingOf, maskSampleCell, readLineValues, readListValue, suggestListColumns, targetsOfRegister } from './index.js';

const registerOf = (code: string) => {
  const found = findComparisonRegister(code);
  if (!found) throw new Error(`no register ${code}`);
  return found;
};

describe('the catalogue of registers', () => {
  it('has every register once, with names in both languages and a keeper', () => {
    expect(new Set(comparisonRegisters.map(({ code }) => code)).size).toBe(comparisonRegisters.length);
    for (const { code, zh, en, keeper, columns } of comparisonRegisters) {
      expect([code, /^[a-z][a-z_]{1,40}$/.test(code), /[一-鿿]/.test(zh + keeper.zh), en !== '', columns.length > 0]).toEqual([code, true, true, true, true]);
    }
  });

  it.each(comparisonRegisters.map((register) => [register.code, register] as const))('%s: each of its headings suggests exactly one of its columns', (_code, register) => {
    const targets = targetsOfRegister(register);
    expect(new Set(targets).size).toBe(targets.length);
    for (const column of register.columns) {
      for (const heading of column.headings) expect([heading, suggestListColumns([['姓名', heading], ['某人', '1']], register).columns[1]?.target]).toEqual([heading, column.name]);
    }
  });

  it.each(comparisonRegisters.map((register) => [register.code, register] as const))('%s: reads a cell of every column, and every word of a closed list as its own code', (_code, register) => {
    const cells = { text: '某处某物', date: '2019.3.4', month: '2019-03', year: '2019年', integer: '12个月', fen: '1,234.50', boolean: '是', code: '' };
    for (const column of register.columns) {
      if (column.type === 'code') for (const { code, zh } of column.codes) expect([zh, readListValue(column, zh)]).toEqual([zh, code]);
      else expect([column.name, readListValue(column, cells[column.type])]).toEqual([column.name, expect.anything()]);
    }
  });
});

describe('values of a list', () => {
  const column = (register: string, name: string) => registerOf(register).columns.find((candidate) => candidate.name === name) ?? registerOf(register).columns[0]!;

  it.each([
    ['vehicle', 'vehicleKind', '小型普通客车', 'PASSENGER'], ['vehicle', 'vehicleKind', '普通二轮摩托车', 'MOTORCYCLE'], ['vehicle', 'vehicleKind', '轻型普通货车', 'CARGO'], ['vehicle', 'vehicleKind', '轮式拖拉机', 'TRACTOR'],
    ['property', 'use', '成套住宅', 'FLAT'], ['property', 'use', '商业服务', 'SHOP'], ['property', 'use', '易地扶贫搬迁住宅', 'RESETTLEMENT'],
    ['company', 'status', '存续（在营、开业、在册）', 'ACTIVE'], ['company', 'role', '法定代表人', 'LEGAL_REPRESENTATIVE'], ['company', 'capitalFen', '50万元', 50_000_000], ['company', 'capitalFen', '3000', 300_000],
    ['village_cadre', 'post', '党支部书记、村委会主任', 'SECRETARY'], ['disability', 'certificateLevel', '肢体二级', '2'], ['vehicle', 'scrapped', '正常', false],
  ])('%s.%s: %s is %p', (register, name, cell, value) => {
    expect(readListValue(column(register, name), cell)).toBe(value);
  });

  it('keeps an empty cell as nothing said, leaves out and names what it could not read', () => {
    const register = registerOf('vehicle');
    expect(readLineValues(register, { vehicleKind: 0, registeredOn: 1, plate: 2 }, ['飞艇', '昨天', ''])).toEqual({ detail: { plate: null }, unread: ['vehicleKind', 'registeredOn'], key: [''], toHash: [] });
  });

  it.each([['嘎查党支部书记', 'SECRETARY'], ['党支部副书记', 'DEPUTY'], ['嘎查达', 'HEAD'], ['村委会副主任', 'DEPUTY'], ['会计', 'OTHER']])('reads the post %s as %s', (cell, post) => {
    expect(readLineValues(registerOf('village_cadre'), { post: 0 }, [cell]).detail).toEqual({ post });
  });

  it('keeps only the ends of what is masked, and tells statements apart by the whole', () => {
    const read = (plate: string) => readLineValues(registerOf('vehicle'), { plate: 0 }, [plate]);
    expect(read('蒙B12345').detail).toEqual({ plate: '蒙B**345' });
    expect(read('蒙B12345').key).not.toEqual(read('蒙B99345').key);
    expect(read('蒙 B12345').key).toEqual(read('蒙B12345').key);
  });
});

describe('columns of a list', () => {
  it('are not comparable by names alone, nor by birth dates alone', () => {
    const mapping = (headings: string[]) => isComparable(mappingOf(suggestListColumns([headings, headings.map(() => 'x')], registerOf('death')).columns));
    expect([mapping(['姓名', '死亡日期']), mapping(['出生日期', '死亡日期']), mapping(['姓名', '出生日期']), mapping(['身份证号', '死亡日期'])]).toEqual([false, false, true, true]);
  });

  it('with the same heading twice stand once for the target, and are told apart', () => {
    const { columns } = suggestListColumns([['姓名', '姓名', '身份证号'], ['甲', '乙', '1']], registerOf('death'));
    expect(columns.map(({ heading, target }) => [heading, target])).toEqual([['姓名', 'name'], ['姓名（2）', null], ['身份证号', 'idNo']]);
  });

  it.each([['张三丰', '张**'], ['15022119700305123X', '150221********123X'], ['13812345678', '13******678'], ['1970-03-05', '1970…'], ['二级', '二*'], ['某某街道某某小区3号楼', '某某街…'], ['是', '是']])('shows a sample %s as %s', (cell, shown) => {
    expect(maskSampleCell(cell)).toBe(shown);
  });
});
