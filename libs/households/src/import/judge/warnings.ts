import { codeLabel, fenToYuanText } from '#domain';
import type { StoredRow } from '../../store/columns.js';
import { storedValue } from './changes.js';
import type { WholeRow } from './existing.queries.js';
import { householdBySystem, type Judging } from './judge-context.js';
import type { HouseholdStatement } from './statement.js';
import { findField } from '#domain';

/** Sums that differ by less than a yuan are rounding. */
const TOLERANCE_FEN = 100;

/** Points out numbers of the file that do not follow from its own items. */
export function warnOfYears(statement: HouseholdStatement, rows: readonly StoredRow[], { sheet, warn }: Judging): void {
  for (const row of rows) {
    const n = statement.years.get(row['year'] as number)?.n ?? statement.n;
    const [reported, computed] = [row['reported_per_capita_income_fen'], row['per_capita_income_fen']];
    if (typeof reported === 'number' && typeof computed === 'number' && Math.abs(reported - computed) > TOLERANCE_FEN) {
      const [a, b] = [fenToYuanText(reported), fenToYuanText(computed)];
      warn({ n, warning: 'per-capita', zh: '填报的人均纯收入与按分项核算的不一致', en: 'reported net income per head differs from the computed one', example: `填报${a}元，核算${b}元` });
    }
    const count = row['member_count'];
    if (sheet === 'person' && typeof count === 'number' && count !== statement.people.length) {
      warn({ n, warning: 'member-count', zh: '填写的人数与文件中的人数不一致', en: 'the number of persons stated differs from those listed', example: `填写${count}人，文件中${statement.people.length}人` });
    }
  }
}

/** What only a procedure may change is compared and left as it is. */
export function warnOfStanding(statement: HouseholdStatement, household: WholeRow, { writer, warn }: Judging): void {
  for (const key of householdBySystem) {
    const field = findField('household', key);
    const given = statement.values[key];
    if (!field || given === undefined || given === null || given === storedValue(writer, field, household)) continue;
    const shown = field.codeList ? codeLabel(field.codeList, String(given)) : String(given);
    warn({ n: statement.n, warning: 'standing', zh: `“${field.zh}”与系统不同；只能按程序变更，未导入`, en: `${field.en} differs from the record; only a procedure changes it`, example: shown });
  }
}
