import { checkDigitOf } from '#domain';
import type { Place } from './cast.js';

/** Prefix of document numbers that belongs to no division; each run of the story takes another series. */
const PREFIX = 1598;

export interface FilePerson {
  readonly name: string;
  readonly idNo: string;
  readonly relation: string;
}

export interface VillageFile {
  readonly name: string;
  readonly content: string;
  /** Cells that are wrong in the file, with what they should be: row as the spreadsheet numbers it, column from 0. */
  readonly corrections: readonly { readonly row: number; readonly column: number; readonly wrong: string; readonly right: string }[];
  readonly rows: number;
  readonly households: number;
  /** Household number of the family that the story follows. */
  readonly followed: string;
}

const headings = ['县(市、区、旗)', '乡(镇)', '行政村', '户编号', '人编号', '姓名', '身份证号/证件号码', '人数', '与户主关系', '民族', '文化程度', '在校生状况', '健康状况', '劳动技能', '参加大病医疗', '致贫原因', '危房户', '是否解决安全饮用水', '联系电话'];
const column = (heading: string): number => headings.indexOf(heading);

/** Invented people: three families of the village, one of them with a child at school. */
const families = [
  { phone: '13900000001', cause: '因病', dilapidated: '是', people: [['那仁格日乐', '户主', '1968', '1', '初中', '非在校生', '长期慢性病', '普通劳动力'], ['乌云其其格', '配偶', '1970', '2', '小学', '非在校生', '健康', '普通劳动力'], ['苏日娜', '之女', '2009', '2', '小学', '小学', '健康', '无劳动力']] },
  { phone: '13900000002', cause: '缺资金', dilapidated: '否', people: [['王福来', '户主', '1962', '1', '小学', '非在校生', '健康', '普通劳动力'], ['李秀兰', '配偶', '1964', '2', '小学', '非在校生', '健康', '普通劳动力']] },
  { phone: '13900000003', cause: '因残', dilapidated: '否', people: [['赵永贵', '户主', '1958', '1', '文盲或半文盲', '非在校生', '残疾', '无劳动力']] },
] as const;

/** A village's file with three bad cells: a digit of a document number, a relation and a yes-or-no that nobody understands. */
export function villageFile(place: Place, run: number): VillageFile {
  const [, county, township, village] = place.names;
  const rows: string[][] = [];
  for (const [f, family] of families.entries()) {
    const code = `${place.county}${run}${f}`;
    for (const [p, [name, relation, year, gender, education, school, health, labour]] of family.people.entries()) {
      rows.push([county, township, village, code, `${code}${p}`, name, idNumber(run, { year, gender }), String(family.people.length), relation, p === 0 && f === 0 ? '蒙古族' : '汉族', education, school, health, labour, '是', family.cause, family.dilapidated, '是', p === 0 ? family.phone : '']);
    }
  }
  const spoil = (row: number, heading: string, wrong: string) => {
    const cells = rows[row];
    const at = column(heading);
    const right = cells?.[at] ?? '';
    if (cells) cells[at] = wrong;
    return { row: row + 2, column: at, wrong, right };
  };
  const idNo = rows[1]?.[column('身份证号/证件号码')] ?? '';
  const corrections = [
    spoil(1, '身份证号/证件号码', `${idNo.slice(0, 17)}${idNo.endsWith('0') ? '1' : '0'}`),
    spoil(4, '与户主关系', '老伴儿的亲戚'),
    spoil(2, '是否解决安全饮用水', '说不清'),
  ];
  const content = `\ufeff${[headings, ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
  return { name: `${village}农户名单.csv`, content, corrections, rows: rows.length, households: families.length, followed: `${place.county}${run}0` };
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function idNumber(run: number, { year, gender }: { year: string; gender: string }): string {
  const month = 1 + (Math.floor(run / 28) % 12);
  const day = 1 + (run % 28);
  const order = (Math.floor(run / 336) % 500) * 2 + (gender === '1' ? 1 : 0);
  const prefix = PREFIX * 100 + (Math.floor(run / 168_000) % 100);
  const seventeen = `${prefix}${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${String(order).padStart(3, '0')}`;
  return seventeen + checkDigitOf(seventeen);
}
