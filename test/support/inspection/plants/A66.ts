import { addAssignment, type CleanRegion, type Row } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';
import { listCovers, onList } from '../region/lists.js';

const loan = { amountFen: 5_000_000, termMonths: 36, usedBy: 'HOUSEHOLD', loanedOn: '2025-04-01' };

function borrowed(region: CleanRegion, more: Row, household = region.household()): string {
  const detail = { ...loan, ...more };
  onList(region, 'loan', household, { detail });
  return keyOf('A66', `loan:${String(household.members[0]?.id)}:${detail.loanedOn}:${detail.amountFen}`);
}

function given(region: CleanRegion, more: Row): string {
  return keyOf('A66', `assignment:${String(addAssignment(region, region.household(), 'FIN-01', { approved_amount_fen: 5_000_000, starts_on: '2025-04-01', decided_on: '2025-04-01', ends_on: '2028-04-01', ...more })['id'])}`);
}

/** A fen and a month too much, a firm, a household without entitlement, borrowers who are not registered; near: exactly the limits, a match found false, the year before. */
export const plantA66: CheckPlant = {
  code: 'A66',
  fault(region, n) {
    if (n === 0) return [borrowed(region, { amountFen: 5_000_001 }), borrowed(region, { termMonths: 37 }), borrowed(region, { usedBy: 'FIRM' })];
    if (n === 1) {
      const ended = region.household({ status: 'EXITED_NOT_ENTITLED' });
      ended.episode['not_entitled_on'] = '2025-03-31';
      ended.help.assignment['delivered_on'] = '2025-03-30';
      region.remove('payment', ended.help.payment);
      return [borrowed(region, {}, ended), given(region, { approved_amount_fen: 5_000_001 })];
    }
    const list = listCovers(region, 'loan', region.village());
    Object.assign(list, { rows: 2, rows_unusable: 0, matched_by_id: 0, matched_by_name: 0, doubtful: 0, too_common: 0, not_ours: 2 });
    return [given(region, { ends_on: '2028-04-02' }), keyOf('A66', `list:${String(list['id'])}`)];
  },
  nearMiss(region, n) {
    if (n === 0) {
      borrowed(region, {});
      given(region, {});
    } else if (n === 1) {
      onList(region, 'loan', region.household(), { detail: { ...loan, usedBy: 'FIRM' }, verdict: 'FALSE_ALARM' });
      onList(region, 'loan', region.household(), { detail: { ...loan, amountFen: 6_000_000 }, strength: 'NAME_BIRTH' });
      borrowed(region, { amountFen: 6_000_000, loanedOn: '2024-12-31' });
    } else {
      const ended = region.household({ status: 'EXITED_NOT_ENTITLED' });
      ended.episode['not_entitled_on'] = '2025-03-31';
      ended.help.assignment['delivered_on'] = '2025-03-30';
      region.remove('payment', ended.help.payment);
      borrowed(region, { loanedOn: '2025-03-31' }, ended);
    }
  },
};
