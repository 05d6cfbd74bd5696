import { findField } from '../fields/catalogue.js';
import type { FieldEntity } from '../fields/field.js';
import { foldHeading, knownHeadings } from '../fields/headings.js';
import type { LayoutColumn, VirtualColumn } from '../fields/layouts.js';

/**
 * What a column of a file stands for, as one word that can be stored and sent: `household.phone`, `member.name`,
 * `virtual.villageName`, or `ignore` for a column that is known and left aside.
 */
export type ColumnTarget = `${FieldEntity}.${string}` | `virtual.${VirtualColumn}` | 'ignore';

/** Columns that files carry for people, not for us: running numbers, and the reasons of our own error file. */
export const ERROR_HEADING = '错误原因';
const ignored = ['序号', '编号', ERROR_HEADING, '备注', '村办公电话'];
const villageCodeHeadings = ['嘎查村代码', '村代码', '行政村代码', '行政区划代码', '村编码'];

/** The target of a column of a layout. */
export function targetOf(source: LayoutColumn['source']): ColumnTarget {
  if (source.kind === 'field') return `${source.entity}.${source.key}`;
  return source.column === 'villageOfficePhone' ? 'ignore' : `virtual.${source.column}`;
}

/** The field of a target, or undefined for virtual and ignored columns. */
export function fieldOfTarget(target: ColumnTarget) {
  const [entity = '', key = ''] = target.split('.');
  return findField(entity as FieldEntity, key);
}

/** True for a word that a person may choose for a column. Computed fields are compared, never written, so they are none. */
export function isColumnTarget(text: string): text is ColumnTarget {
  if (text === 'ignore') return true;
  const field = fieldOfTarget(text as ColumnTarget);
  return field ? !field.derived : allTargets.has(text as ColumnTarget);
}

/** Targets of each heading, most specific first: exact headings of the layouts, then names, then aliases. */
const byHeading = new Map<string, ColumnTarget[]>();
const allTargets = new Set<ColumnTarget>();
for (const [heading, source] of knownHeadings()) add(heading, targetOf(source));
for (const heading of villageCodeHeadings) add(heading, 'household.villageCode');
for (const heading of ignored) if (!byHeading.has(foldHeading(heading))) add(heading, 'ignore');

function add(heading: string, target: ColumnTarget): void {
  const key = foldHeading(heading);
  const targets = byHeading.get(key) ?? [];
  if (!targets.includes(target)) targets.push(target);
  byHeading.set(key, targets);
  allTargets.add(target);
}

/** Every target that a heading may stand for; empty when it is not known. */
export function targetsOfHeading(heading: string): readonly ColumnTarget[] {
  return byHeading.get(foldHeading(heading)) ?? [];
}
