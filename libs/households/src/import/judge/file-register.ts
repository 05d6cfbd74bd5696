import { cellReason } from '#domain';
import type { WholeRow } from './existing.queries.js';
import type { Judging } from './judge-context.js';
import { headOf } from './match-household.js';
import type { HouseholdStatement } from './statement.js';

/** What may not come twice in one file, though each household alone is good: persons, numbers, heads that cannot be told apart. */
export class FileRegister {
  private readonly heads = new Map<string, { n: number; numbered: boolean }>();
  /** Row of the household that each document number, person number and known household was first met in. */
  private readonly first = new Map<string, number>();

  /** Adds faults where this household repeats what an earlier one of the file has. */
  add(statement: HouseholdStatement, judging: Judging): void {
    const county = statement.villageCode.slice(0, 6);
    this.addHead(statement, judging);
    for (const person of statement.people) {
      const { columns, fault } = judging;
      const code = person.values['memberCode'];
      const refuse = (column: number | null, first: number) => fault(person.n, { column, ...cellReason('repeated', `与第${first}行所在的户重复`, `repeats the household of row ${first}`) });
      if (person.idHash !== null) this.once(person.idHash, statement.n, (first) => refuse(columns.of('member.idNo', 'virtual.headIdNo'), first));
      if (typeof code === 'string') this.once(`p${county}${code}`, statement.n, (first) => refuse(columns.of('member.memberCode', 'virtual.headMemberCode'), first));
    }
  }

  /** Two households of the file that turn out to be one household of the register. */
  addExisting(household: WholeRow, statement: HouseholdStatement, { columns, fault }: Judging): void {
    this.once(household.id, statement.n, (first) =>
      fault(statement.n, { column: columns.of('household.householdCode', 'member.name', 'virtual.headName'), ...cellReason('repeated', `与第${first}行是系统中的同一户`, `is the same household of the register as row ${first}`) }));
  }

  /** Two heads of one name in a village are two families only when both have a number. */
  private addHead(statement: HouseholdStatement, { columns, fault }: Judging): void {
    const head = headOf(statement);
    if (!head) return;
    const key = `${statement.villageCode}/${String(head.values['name'])}`;
    const numbered = head.idHash !== null || typeof statement.values['householdCode'] === 'string';
    const first = this.heads.get(key);
    if (first === undefined) this.heads.set(key, { n: statement.n, numbered });
    else if (!numbered || !first.numbered) {
      fault(statement.n, {
        column: columns.of('member.name', 'virtual.headName'),
        ...cellReason('ambiguous', `与第${first.n}行同村同名，无法区分，请都填写户编号或证件号码`, `cannot be told from row ${first.n}; state a number in both`),
      });
    }
  }

  private once(key: string, n: number, repeated: (first: number) => void): void {
    const first = this.first.get(key);
    if (first === undefined) this.first.set(key, n);
    else if (first !== n) repeated(first);
  }
}
