import { incomeItems, type IncomeGroup } from '../income/income-items.js';
import { unsplitRest } from '../income/compute-income.js';
import type { FieldValues } from '../fields/field-fault.js';
import { fenToYuanText } from '../values/money.js';
import { reason, type CellFault } from './cell.js';
import type { Totals } from './row-reading.js';

/** Parts of 生态补偿金 inside the transfers. */
const ecologyParts = ['transferReturnForest', 'transferPublicForest', 'transferGrassland', 'transferResettlement', 'transferEcologyOther'];

const groups: readonly (readonly [keyof Totals, IncomeGroup, string])[] = [
  ['wageTotal', 'wage', 'wageUnsplit'],
  ['businessTotal', 'business', 'businessUnsplit'],
  ['propertyTotal', 'property', 'propertyUnsplit'],
  ['transferTotal', 'transfer', 'transferUnsplit'],
  ['businessCostTotal', 'businessCost', 'businessCostUnsplit'],
];

/**
 * Books the totals of a row: what its items do not explain goes to the item "not split" of the group, so nothing counts
 * twice. Items that exceed their total are a contradiction, returned as a fault of the total's cell.
 */
export function bookTotals(values: FieldValues, totals: Totals): CellFault[] {
  const faults: CellFault[] = [];
  const ecology = totals.ecologyTotal;
  if (ecology) {
    const parts = sum(values, ecologyParts);
    if (parts > ecology.fen) faults.push(exceeds(ecology, parts));
    else book(values, 'transferEcologyUnsplit', ecology.fen - parts, ecologyParts);
  }
  for (const [total, group, unsplit] of groups) {
    const stated = totals[total];
    if (!stated) continue;
    const items = incomeItems.filter((item) => item.group === group && item.key !== unsplit).map((item) => item.key);
    const amounts = Object.fromEntries(items.map((key) => [key, values[key] as number | null | undefined]));
    const rest = unsplitRest(group, stated.fen, amounts);
    const ecologyUnsplit = group === 'transfer' ? sum(values, ['transferEcologyUnsplit']) : 0;
    if (rest === undefined || rest < ecologyUnsplit) faults.push(exceeds(stated, sum(values, items)));
    else book(values, unsplit, rest - ecologyUnsplit, items);
  }
  return faults;
}

/** A rest of nothing is only written when the total has no items at all: a recorded zero. */
function book(values: FieldValues, key: string, fen: number, items: readonly string[]): void {
  if (fen > 0 || items.every((item) => values[item] === undefined || values[item] === null)) values[key] = fen;
}

function sum(values: FieldValues, keys: readonly string[]): number {
  return keys.reduce((total, key) => total + (typeof values[key] === 'number' ? values[key] : 0), 0);
}

function exceeds(total: { fen: number; column: number }, parts: number): CellFault {
  const [stated, items] = [fenToYuanText(total.fen), fenToYuanText(parts)];
  return { column: total.column, ...reason('total', `合计${stated}元小于各分项之和${items}元`, `the total ${stated} is less than its items ${items}`) };
}
