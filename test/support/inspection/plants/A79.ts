import { keyOf, type CheckPlant } from '../plant.js';

/** Spent on an entry of the list; near: other words, and an entry of the list that was taken back. */
export const plantA79: CheckPlant = {
  code: 'A79',
  parameters: { negative_list: '办公经费、购置车辆；偿还债务' },
  fault(region, n) {
    const { expenses: [expense = {}] } = region.project();
    expense['category'] = ['办公经费', '购置车辆', ' 偿还债务'][n % 3];
    return [keyOf('A79', `expense:${String(expense['id'])}`)];
  },
  nearMiss(region, n) {
    const { expenses: [expense = {}] } = region.project();
    if (n % 2 === 0) {
      expense['category'] = '购置车辆配件以外的设备';
      return;
    }
    const base = { ...expense };
    const wrong = region.add('project_expense', { ...base, id: region.id(), category: '购置车辆', amount_fen: 100, invoice_no: null, reversed_by_id: region.id() });
    region.add('project_expense', { ...base, id: wrong['reversed_by_id'], category: '购置车辆', amount_fen: -100, invoice_no: null, reverses_id: wrong['id'], reason: '用途不符' });
  },
};
