import { addFund } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** Unspent for a year and a day, for three years, or spent and taken back; near: for exactly a year, or spent to the last fen. */
export const plantA77: CheckPlant = {
  code: 'A77',
  fault(region, n) {
    if (n % 3 < 2) {
      const receivedOn = n % 3 === 0 ? `${region.year - 1}-12-30` : `${region.year - 3}-03-01`;
      return [keyOf('A77', String(addFund(region, '150221', { year: Number(receivedOn.slice(0, 4)), received_on: receivedOn, allocated_fen: 1 })['id']))];
    }
    const { fund, expenses: [expense = {}] } = region.project();
    const back = region.add('project_expense', { ...expense, id: region.id(), amount_fen: -Number(expense['amount_fen']), paid_on: `${region.year}-11-01`, reverses_id: expense['id'], reason: '退回' });
    expense['reversed_by_id'] = back['id'];
    fund['received_on'] = `${region.year - 1}-05-01`;
    return [keyOf('A77', String(fund['id']))];
  },
  nearMiss(region, n) {
    if (n % 2 === 0) addFund(region, '150221', { year: region.year - 1, received_on: `${region.year - 1}-12-31`, allocated_fen: 1 });
    else region.project().fund['received_on'] = `${region.year - 1}-01-15`;
  },
};
