import { addPayment } from '../clean-region.js';
import { keyOf, type CheckPlant } from '../plant.js';

/** One fen above the contract, one above what was approved, paid the day before acceptance; near: taken back, and on the day of acceptance. */
export const plantA78: CheckPlant = {
  code: 'A78',
  fault(region, n) {
    if (n % 3 === 0) {
      const { id, project, expenses } = region.project();
      project['contract_fen'] = Number(expenses[0]?.['amount_fen']) - 1;
      return [keyOf('A78', `contract:${id}`)];
    }
    const { place, help: { assignment, payment } } = region.household();
    if (n % 3 === 1) {
      payment['amount_fen'] = Number(assignment['approved_amount_fen']) + 1;
      return [keyOf('A78', `approved:${String(assignment['id'])}`)];
    }
    const { id, project } = region.project(place.village_code);
    Object.assign(payment, { project_id: id, paid_on: `${region.year}-09-09` });
    project['contract_fen'] = Number(project['contract_fen']) + Number(payment['amount_fen']);
    return [keyOf('A78', `early:${String(payment['id'])}`)];
  },
  nearMiss(region, n) {
    const { id, place, help: { assignment, payment } } = region.household();
    if (n % 2 === 0) {
      const back = addPayment(region, { id, place }, assignment, { amount_fen: -Number(payment['amount_fen']), paid_on: `${region.year}-06-01`, settlement: null, settled_on: null, reverses_id: payment['id'], reason: '多发' });
      payment['reversed_by_id'] = back['id'];
      payment['amount_fen'] = Number(payment['amount_fen']) + 1;
      back['amount_fen'] = -Number(payment['amount_fen']);
      addPayment(region, { id, place }, assignment, {});
    } else {
      const made = region.project(place.village_code);
      Object.assign(payment, { project_id: made.id, paid_on: made.project['accepted_on'] });
      made.project['contract_fen'] = Number(made.project['contract_fen']) + Number(payment['amount_fen']);
    }
  },
};
