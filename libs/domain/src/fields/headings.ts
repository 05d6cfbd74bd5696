import { foldLabel } from '../codes/code-lists.js';
import { fieldCatalogue } from './catalogue.js';
import { layouts } from './layouts.js';
import type { LayoutColumn } from './layouts.js';

/** Further headings of columns that are not fields. */
const virtualHeadings: readonly (readonly [LayoutColumn['source'] & { kind: 'virtual' }, readonly string[]])[] = [
  [{ kind: 'virtual', column: 'regionName' }, ['省', '省份', '省(区、市)', '自治区']],
  [{ kind: 'virtual', column: 'prefectureName' }, ['市', '盟市', '市(地、州、盟)', '市（地、州、盟）']],
  [{ kind: 'virtual', column: 'countyName' }, ['县', '旗县', '旗县区', '县(市、区、旗)']],
  [{ kind: 'virtual', column: 'townshipName' }, ['乡', '苏木乡', '苏木乡镇', '乡(镇)', '乡镇']],
  [{ kind: 'virtual', column: 'villageName' }, ['村', '嘎查村', '行政村', '嘎查']],
  [{ kind: 'virtual', column: 'headMemberCode' }, ['户主编号']],
  [{ kind: 'virtual', column: 'headName' }, ['户主姓名', '户主']],
  [{ kind: 'virtual', column: 'headIdNo' }, ['户主证件号码', '户主身份证号', '户主身份证号码']],
  [{ kind: 'virtual', column: 'villageOfficePhone' }, ['村办公电话']],
  [{ kind: 'virtual', column: 'wageTotal' }, ['工资性收入']],
  [{ kind: 'virtual', column: 'businessTotal' }, ['生产经营性收入']],
  [{ kind: 'virtual', column: 'propertyTotal' }, ['财产性收入']],
  [{ kind: 'virtual', column: 'transferTotal' }, ['转移性收入']],
  [{ kind: 'virtual', column: 'businessCostTotal' }, ['生产经营性支出', '生产经营性支出（合计）']],
  [{ kind: 'virtual', column: 'ecologyTotal' }, ['生态补偿金']],
];

/**
 * Every heading under which each column is known, as [heading, source] pairs: exact headings of the layouts first, then the
 * names and aliases of the catalogue. One heading may stand for several columns (年度, 联系电话); the layout decides then.
 */
export function knownHeadings(): [heading: string, source: LayoutColumn['source']][] {
  const fromLayouts = layouts.flatMap((layout) => layout.columns.map(({ heading, source }): [string, LayoutColumn['source']] => [heading, source]));
  const fromVirtual = virtualHeadings.flatMap(([source, names]) => names.map((name): [string, LayoutColumn['source']] => [name, source]));
  const fromFields = fieldCatalogue.filter((field) => !field.derived).flatMap((field) =>
    [field.zh, ...field.headings].map((name): [string, LayoutColumn['source']] => [name, { kind: 'field', entity: field.entity, key: field.key }]),
  );
  return [...fromLayouts, ...fromVirtual, ...fromFields];
}

/** Folds a heading for comparison: width of characters, spaces, line breaks, brackets and a trailing unit in brackets do not matter. */
export function foldHeading(heading: string): string {
  return foldLabel(heading).replace(/[*：:]/g, '').replace(/\((?:元|亩|月|公里|平方米|m2|㎡|头|只|头\/只|是否)\)$/, '');
}
