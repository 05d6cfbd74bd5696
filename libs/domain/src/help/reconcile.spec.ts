import fc from 'fast-check';
import { outcomeOf, reconcile, type ResultRow, type SentRow } from './reconcile.js';

const sent = (reference: string, amountFen = 100, state: SentRow['state'] = 'SENT'): SentRow => ({ reference, amountFen, state });
const said = (line: number, reference: string, outcome: ResultRow['outcome'], amountFen: number | null = 100): ResultRow => ({ line, reference, outcome, amountFen, reason: null });

describe('a result file against what was sent', () => {
  it('settles what it names and leaves the rest as it was', () => {
    const found = reconcile([sent('A'), sent('B'), sent('C')], [said(1, 'A', 'PAID'), said(2, 'B', 'FAILED')]);
    expect([found.paid, found.failed, found.unknown, found.missing]).toEqual([1, 1, 0, ['C']]);
  });

  it.each([
    ['a reference that was not sent', [said(1, 'X', 'PAID')], 'reference'],
    ['another amount', [said(1, 'A', 'PAID', 99)], 'amount'],
    ['a word that we do not know', [said(1, 'A', null)], 'outcome'],
    ['a row that was settled before', [said(1, 'P', 'FAILED')], 'settled-before'],
  ] as const)('does not settle %s', (_name, rows, cause) => {
    const found = reconcile([sent('A'), sent('P', 100, 'PAID')], rows);
    expect([found.paid, found.failed, found.unknown, found.rows[0]?.cause]).toEqual([0, 0, 1, cause]);
    expect(found.missing).toEqual(['A']);
  });

  it('settles neither of two rows that name the same reference', () => {
    const found = reconcile([sent('A')], [said(1, 'A', 'PAID'), said(2, 'A', 'FAILED')]);
    expect([found.unknown, found.missing]).toEqual([2, ['A']]);
  });

  it.each([['成功', 'PAID'], ['代发成功', 'PAID'], [' 失败 ', 'FAILED'], ['退汇', 'FAILED'], ['ｓｕｃｃｅｓｓ', 'PAID'], ['处理中', null], ['', null], ['不成功', null]] as const)('reads %j as %s', (word, outcome) => {
    expect(outcomeOf(word)).toBe(outcome);
  });

  it('rows in = paid + failed + unknown for every file, and everything that was sent is settled or missing, never both', () => {
    const names = fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G');
    const batch = fc.uniqueArray(fc.record({ reference: names, amountFen: fc.constantFrom(100, 200), state: fc.constantFrom('SENT' as const, 'PAID' as const, 'FAILED' as const) }), { selector: (row) => row.reference });
    const file = fc.array(fc.record({
      line: fc.nat(), reference: fc.oneof(names, fc.string()), amountFen: fc.constantFrom(100, 200, null), outcome: fc.constantFrom('PAID' as const, 'FAILED' as const, null), reason: fc.constant(null),
    }), { maxLength: 20 });
    fc.assert(fc.property(batch, file, (rows, result) => {
      const found = reconcile(rows, result);
      expect(found.paid + found.failed + found.unknown).toBe(result.length);
      const settled = found.rows.filter((row) => row.outcome !== 'UNKNOWN').map((row) => row.reference);
      expect(new Set(settled).size).toBe(settled.length);
      const open = rows.filter((row) => row.state === 'SENT').map((row) => row.reference);
      expect([...settled, ...found.missing].sort()).toEqual([...open].sort());
    }));
  });
});
