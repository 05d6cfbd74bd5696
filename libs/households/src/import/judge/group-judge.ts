import { cellReason, type CellFault } from '#domain';
import type { RowGroup } from '../read/prepared-row.js';
import type { ExistingState } from './existing-state.js';
import { judgeExisting } from './judge-existing.js';
import type { JudgeContext, Judging } from './judge-context.js';
import { judgeNew } from './judge-new.js';
import { FileRegister } from './file-register.js';
import { matchHousehold } from './match-household.js';
import { stateOf, type HouseholdStatement } from './statement.js';
import type { GroupVerdict, HouseholdWrites, Outcome, Warning } from './verdict.js';

/** Judges households one after another. A household is written whole or not at all, so its good rows wait for its bad ones. */
export class GroupJudge {
  private readonly file = new FileRegister();

  constructor(private readonly context: JudgeContext) {}

  judge(group: RowGroup, state: ExistingState): GroupVerdict {
    const faults = new Map<number, CellFault[]>();
    const warnings: Warning[] = [];
    const fault = (n: number, found: CellFault) => faults.set(n, [...(faults.get(n) ?? []), found]);
    for (const { raw, reading } of group.rows) for (const found of reading.faults) fault(raw.n, found);
    const judging: Judging = { ...this.context, fault, warn: (warning) => warnings.push(warning) };
    const statement = stateOf(group, { sheet: this.context.sheet, columns: this.context.columns, fault });
    const judged = faults.size === 0 ? this.decide(statement, state, judging) : null;
    return faults.size > 0 || !judged ? rejected(group, faults) : accepted(group, judged, warnings);
  }

  private decide(statement: HouseholdStatement, state: ExistingState, judging: Judging): { writes: HouseholdWrites; marks: ReadonlyMap<number, Outcome> } | null {
    this.file.add(statement, judging);
    const existing = matchHousehold(statement, state, judging);
    if (existing) {
      this.file.addExisting(existing.household, statement, judging);
      return judgeExisting(statement, existing, { state, judging });
    }
    const writes = judgeNew(statement, state, judging);
    return writes && { writes, marks: new Map() };
  }
}

function rejected(group: RowGroup, faults: Map<number, CellFault[]>): GroupVerdict {
  const named = [...faults.keys()].slice(0, 5).join('、');
  const waiting: CellFault = { column: null, ...cellReason('household', `同户第${named}行有误，整户未导入`, `row ${named} of the household has faults; none of it was written`) };
  const outcomes = new Map<number, Outcome>(group.rows.map(({ raw }) => [raw.n, 'rejected']));
  const place = (fault: CellFault) => fault.column ?? Number.MAX_SAFE_INTEGER;
  for (const { raw } of group.rows) faults.set(raw.n, faults.get(raw.n)?.sort((a, b) => place(a) - place(b)) ?? [waiting]);
  return { outcomes, faults, warnings: [], writes: null };
}

function accepted(group: RowGroup, { writes, marks }: { writes: HouseholdWrites; marks: ReadonlyMap<number, Outcome> }, warnings: Warning[]): GroupVerdict {
  const readWarnings = group.rows.flatMap(({ raw, reading }) => reading.warnings.map(({ fault, zh, en }) => ({ n: raw.n, warning: fault, zh, en })));
  const outcomes = new Map<number, Outcome>(group.rows.map(({ raw }) => [raw.n, writes.isNew ? 'created' : (marks.get(raw.n) ?? 'unchanged')]));
  const changes = writes.isNew || marks.size > 0 || writes.updates.household.length > 0;
  return { outcomes, faults: new Map(), warnings: [...readWarnings, ...warnings], writes: changes ? writes : null };
}
