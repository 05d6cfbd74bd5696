import { householdStatuses } from '../codes/household-status.js';
import { assignmentStatuses } from './assignment-machine.js';
import { paymentRefusal, type PaymentQuestion } from './payability.js';
import { projectStatuses } from './project-machine.js';
import { isTerm, termsOverlap, yearOfTerm } from './term.js';

const base: PaymentQuestion = {
  household: { status: 'REGISTERED' },
  assignment: { status: 'APPROVED', approvedFen: 150_000, paidFen: 0, startsOn: null, endsOn: null },
  term: '2026', amountFen: 150_000, paidOn: '2026-06-01', today: '2026-06-01', paidTerms: [],
  entitlement: { verdict: 'met', ruleSet: true }, reason: null,
  project: { status: 'ACCEPTED', contractFen: 500_000, spentFen: 350_000 },
  fund: { allocatedFen: 1_000_000, spentFen: 850_000, receivedOn: '2026-01-01', inBudget: true },
};
const ask = (change: Partial<PaymentQuestion>) => paymentRefusal({ ...base, ...change });

describe('whether a payment may be booked', () => {
  it('books to the last fen of assignment, contract and fund', () => {
    expect(ask({})).toBeNull();
  });

  it('refuses one fen more than was approved, contracted or allocated, each with its own reason', () => {
    expect(ask({ amountFen: 150_001 })).toBe('payment.above-approved');
    expect(ask({ assignment: { ...base.assignment, paidFen: 1 } })).toBe('payment.above-approved');
    expect(ask({ project: { status: 'ACCEPTED', contractFen: 500_000, spentFen: 350_001 } })).toBe('payment.above-contract');
    expect(ask({ fund: { ...base.fund!, spentFen: 850_001 } })).toBe('payment.above-allocation');
    expect(ask({ assignment: { ...base.assignment, approvedFen: null } })).toBe('payment.no-approved-amount');
    expect(ask({ fund: { ...base.fund!, inBudget: false } })).toBe('payment.fund-not-in-budget');
  });

  it('needs neither project nor fund, nor a contract', () => {
    expect(ask({ project: null, fund: null })).toBeNull();
    expect(ask({ project: { status: 'ACCEPTED', contractFen: null, spentFen: 9_000_000 } })).toBeNull();
  });

  it.each(projectStatuses)('pays for a project that is %s only when it is accepted', (status) => {
    expect(ask({ project: { ...base.project!, status } })).toBe(status === 'ACCEPTED' ? null : 'payment.project-not-accepted');
  });

  it.each(assignmentStatuses)('pays under an assignment that is %s only when it is approved or delivered', (status) => {
    expect(ask({ assignment: { ...base.assignment, status } })).toBe(['APPROVED', 'DELIVERED'].includes(status) ? null : 'payment.assignment-status');
  });

  it.each(householdStatuses)('answers for a household that is %s', (status) => {
    const expected = { CLEARED_OUT: 'payment.household-closed', DEREGISTERED: 'payment.household-closed', EXITED_NOT_ENTITLED: 'payment.not-entitled-status' } as Record<string, string>;
    expect(ask({ household: { status } })).toBe(expected[status] ?? null);
  });

  it('refuses whoever is not entitled, whoever is not proven entitled, and asks for a reason where no rule is set', () => {
    expect(ask({ entitlement: { verdict: 'not_met', ruleSet: true } })).toBe('payment.not-entitled');
    expect(ask({ entitlement: { verdict: 'unproven', ruleSet: true }, reason: '已核实' })).toBe('payment.entitlement-unproven');
    expect(ask({ entitlement: { verdict: 'unproven', ruleSet: false } })).toBe('payment.rule-not-set');
    expect(ask({ entitlement: { verdict: 'unproven', ruleSet: false }, reason: '旗县会议纪要' })).toBeNull();
    expect(ask({ entitlement: { verdict: 'not_met', ruleSet: false }, reason: '旗县会议纪要' })).toBe('payment.not-entitled');
  });

  it('pays on days within the assignment, after the money came, and never in the future', () => {
    expect(ask({ paidOn: '2026-06-02' })).toBe('payment.future');
    expect(ask({ assignment: { ...base.assignment, startsOn: '2026-06-02' } })).toBe('payment.before-start');
    expect(ask({ assignment: { ...base.assignment, endsOn: '2026-05-31' } })).toBe('payment.after-end');
    expect(ask({ assignment: { ...base.assignment, startsOn: '2026-06-01', endsOn: '2026-06-01' } })).toBeNull();
    expect(ask({ fund: { ...base.fund!, receivedOn: '2026-06-02' } })).toBe('payment.before-fund');
  });

  it.each([
    ['2026', ['2025'], null], ['2026', ['2026'], 'payment.already-paid'], ['2026', ['2026-03'], 'payment.already-paid'], ['2026-03', ['2026'], 'payment.already-paid'],
    ['2026-03', ['2026-02', '2026-04'], null], ['2026-03', ['2026-03'], 'payment.already-paid'], ['once', ['2020'], 'payment.already-paid'], ['2026', ['once'], 'payment.already-paid'],
  ] as const)('%s after %j: %s', (term, paidTerms, expected) => {
    expect(ask({ term, paidTerms })).toBe(expected);
  });
});

describe('terms', () => {
  it.each(['once', '2026', '2026-12'])('%s is one', (term) => expect(isTerm(term)).toBe(true));
  it.each(['', 'ONCE', '26', '2026-13', '2026-1', '2026-00', '1999', '2026-01-01'])('%j is none', (term) => expect(isTerm(term)).toBe(false));
  it('overlap both ways round', () => {
    for (const [a, b] of [['2026', '2026-05'], ['once', '2026'], ['2026', '2026']] as const) expect([termsOverlap(a, b), termsOverlap(b, a)]).toEqual([true, true]);
    expect(termsOverlap('2026-01', '2026-10')).toBe(false);
    expect([yearOfTerm('once'), yearOfTerm('2026'), yearOfTerm('2026-05')]).toEqual([null, 2026, 2026]);
  });
});
