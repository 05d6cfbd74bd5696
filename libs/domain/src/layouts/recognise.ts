import { foldHeading } from '../fields/headings.js';
import { layouts, type Layout } from '../fields/layouts.js';
import { targetsOfHeading, targetOf, type ColumnTarget } from './column-target.js';
import { targetByContent } from './content-hints.js';
import { findHeadingRows, type HeadingRows } from './heading-rows.js';
import type { MissingColumn, Recognition, RecogniseOptions, RecognisedColumn } from './recognition.js';

/**
 * Recognises the columns of a file from its first rows (merged cells already filled): by name and alias in any order, in one
 * or two heading rows, by a mapping kept from an earlier file, and by unmistakable content. Position means nothing.
 * Returns null when no row looks like headings.
 */
export function recogniseColumns(rows: readonly (readonly string[])[], options: RecogniseOptions = {}): Recognition | null {
  const mapping = options.mapping ?? new Map<string, ColumnTarget>();
  const found = findHeadingRows(rows, mapping);
  if (!found) return null;
  const choices = found.headings.map((heading) => choicesOf(heading, mapping));
  const layout = bestLayout(choices);
  const sheet = layout?.sheet ?? sheetOf(choices);
  const named = assign(found, choices, { layout, sheet, mapping });
  const columns = byContent(named, rows.slice(found.row + found.rows), sheet);
  const unknown = columns.filter((column) => column.target === null && column.heading !== '').map((column) => column.heading);
  return {
    layout: layout?.id ?? null, sheet, headingRow: found.row, headingRows: found.rows, columns, unknown,
    missing: missingColumns(columns, sheet, options.placeKnown ?? false),
  };
}

function choicesOf(heading: string, mapping: ReadonlyMap<string, ColumnTarget>): readonly ColumnTarget[] {
  const mapped = mapping.get(foldHeading(heading));
  return mapped ? [mapped] : heading === '' ? [] : targetsOfHeading(heading);
}

/** A file of persons names the person; a file of households names the head. */
function sheetOf(choices: readonly (readonly ColumnTarget[])[]): 'household' | 'person' {
  const has = (target: ColumnTarget) => choices.some((targets) => targets.includes(target));
  return has('member.name') || (has('member.relationToHead') && !has('virtual.headName')) ? 'person' : 'household';
}

/** The layout that shares most columns with the file, if it shares at least half of its own or of the file's. */
function bestLayout(choices: readonly (readonly ColumnTarget[])[]): Layout | null {
  const sheet = sheetOf(choices);
  const filled = choices.filter((targets) => targets.length > 0 && targets[0] !== 'ignore');
  let best: { layout: Layout; rank: number } | null = null;
  for (const layout of layouts.filter((candidate) => candidate.sheet === sheet)) {
    const own = new Set(layout.columns.map(({ source }) => targetOf(source)));
    const shared = filled.filter((targets) => targets.some((target) => own.has(target))).length;
    if (shared * 2 < Math.min(own.size, filled.length)) continue;
    // Shared columns count for, columns of the layout that are absent count a little against.
    const rank = shared - (own.size - shared) / 100;
    if (!best || rank > best.rank) best = { layout, rank };
  }
  return best?.layout ?? null;
}

type Context = { layout: Layout | null; sheet: 'household' | 'person'; mapping: ReadonlyMap<string, ColumnTarget> };

function assign(found: HeadingRows, choices: readonly (readonly ColumnTarget[])[], context: Context): RecognisedColumn[] {
  const own = new Set(context.layout?.columns.map(({ source }) => targetOf(source)));
  const exact = new Map(context.layout?.columns.map(({ heading, source }) => [foldHeading(heading), targetOf(source)]));
  const taken = new Set<ColumnTarget>();
  const columns: RecognisedColumn[] = [];
  // Exact headings of the layout first, so that an alias further left does not take their place.
  const order = found.headings.map((heading, index) => ({ heading, index })).sort((a, b) => Number(exact.has(foldHeading(b.heading))) - Number(exact.has(foldHeading(a.heading))) || a.index - b.index);
  for (const { heading, index } of order) {
    const targets = (choices[index] ?? []).map((target) => forSheet(target, context.sheet));
    const preferred = exact.get(foldHeading(heading));
    const target = (preferred && targets.includes(preferred) ? preferred : undefined)
      ?? targets.find((candidate) => own.has(candidate) && !taken.has(candidate)) ?? targets.find((candidate) => !taken.has(candidate)) ?? targets[0] ?? null;
    const duplicate = target !== null && target !== 'ignore' && taken.has(target);
    if (target !== null) taken.add(target);
    columns.push({ index, heading, target, by: target === null ? null : context.mapping.has(foldHeading(heading)) ? 'mapped' : 'heading', duplicate });
  }
  return columns.sort((a, b) => a.index - b.index);
}

/** On a row that is a household, the name and the number are those of its head. */
function forSheet(target: ColumnTarget, sheet: 'household' | 'person'): ColumnTarget {
  if (sheet === 'person') return target;
  if (target === 'member.idNo') return 'virtual.headIdNo';
  if (target === 'member.name') return 'virtual.headName';
  return target === 'member.memberCode' ? 'virtual.headMemberCode' : target;
}

function byContent(columns: readonly RecognisedColumn[], data: readonly (readonly string[])[], sheet: 'household' | 'person'): RecognisedColumn[] {
  const taken = new Set<ColumnTarget>(columns.flatMap((column) => column.target ?? []));
  return columns.map((column) => {
    if (column.target !== null) return column;
    const guess = targetByContent(data.map((row) => row[column.index] ?? ''), taken);
    const target = guess && forSheet(guess, sheet);
    if (target === null || taken.has(target)) return column;
    taken.add(target);
    return { ...column, target, by: 'content' };
  });
}

function missingColumns(columns: readonly RecognisedColumn[], sheet: 'household' | 'person', placeKnown: boolean): MissingColumn[] {
  const has = (...targets: ColumnTarget[]) => columns.some((column) => column.target !== null && targets.includes(column.target));
  const missing: MissingColumn[] = [];
  const name: ColumnTarget = sheet === 'person' ? 'member.name' : 'virtual.headName';
  if (!has(name) && !(sheet === 'household' && has('household.householdCode'))) missing.push({ target: name, zh: sheet === 'person' ? '姓名' : '户主姓名', en: 'Name' });
  if (sheet === 'person' && !has('household.householdCode', 'member.relationToHead', 'virtual.headIdNo')) {
    missing.push({ target: 'member.relationToHead', zh: '与户主关系或户编号', en: 'Relation to the head, or household number' });
  }
  if (!placeKnown && !has('virtual.villageName', 'household.villageCode')) missing.push({ target: 'virtual.villageName', zh: '嘎查村', en: 'Village' });
  return missing;
}
