import type { Texts } from '../texts.js';
import type { zh } from '../zh/index.js';

export const runs: Texts<typeof zh.runs> = {
  title: 'Recalculation',
  hint: 'What changes is computed again by itself. Every run is listed here; a proof compares row by row and should find no difference.',
  recalculate: 'Recalculate a division',
  recalculateBody: 'Computes the whole division by the parameters and rules in force, county by county, in the background.',
  start: 'Start',
  division: 'Division',
  startedAt: 'Time',
  county: 'County',
  kindOf: 'Kind',
  kind: { CHANGES: 'Changes', WHOLE: 'Whole', PROOF: 'Proof' },
  villages: 'Villages',
  households: 'Households',
  verdictsChanged: 'Verdicts changed',
  duration: 'Duration',
  seconds: '{{seconds}} s',
  proof: 'Proof',
  same: 'No difference',
  differs: '{{count}} rows differ',
  none: 'No run yet',
  parked: '{{count}} villages cannot be computed; their last numbers are shown',
};
