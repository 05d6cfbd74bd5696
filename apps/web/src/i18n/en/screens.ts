import type { Texts } from '../texts.js';
import type { screens as zh } from '../zh/screens.js';

export const screens: Texts<typeof zh> = {
  title: 'Screens',
  which: 'Screen',
  area: 'Whole area',
  by: 'Grouped by',
  found: '{{flagged}} to be checked, {{judged}} judged, {{tooFew}} too small to judge',
  honest: 'What it may honestly come from',
  settings: 'Settings',
  change: 'Change',
  changed: 'Changed, with its reason',
  changeNote: 'It holds at once and goes into the log.',
  value: 'New value',
  noPersons: 'In the order of the places, never ranked; it says which records are to be checked and judges nobody.',
  place: 'Place',
  verdictHead: 'Finding',
  test: 'Test and explanation',
  effect: 'effect {{effect}}',
  none: 'Nothing to screen. Try another year or area',
  openRows: '{{place}}: rows behind {{figure}}',
  rows: '{{place}} · {{figure}}',
  closeRows: 'Close the rows',
  verdict: { FLAGGED: 'To be checked', NOT_FLAGGED: 'Nothing unusual', TOO_FEW: 'Too few to judge' },
  grouping: { village: 'Village', township: 'Township', county: 'County', team: 'Team', approver: 'Post of approval (number)' },
  heaping: {
    finding: '{{place}}: {{all}} households near the line, {{at}} of them just above it', all: 'All of this page', below: 'Up to {{width}} yuan below', at: 'Up to {{width}} yuan above', above: '{{width}} to {{twice}} yuan above', line: 'Poverty line', window: 'Income per head', households: 'Households',
    note: 'With a smooth distribution the three are about equal.',
  },
};
