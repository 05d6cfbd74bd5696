import type { Texts } from '../texts.js';
import type { zh } from '../zh/index.js';

export const parameters: Texts<typeof zh.parameters> = {
  title: 'Parameters',
  hint: 'Numbers that policy sets, each with its dates and its document. What has no record is "not set"; the system guesses nothing.',
  find: 'Find a parameter',
  name: 'Parameter',
  values: 'Values in force',
  amount: 'Value',
  holdsFor: 'Holds for',
  since: 'Since',
  source: 'Document',
  set: 'Enter',
  setTitle: 'Enter “{{name}}”',
  required: 'Required',
  yearOf: 'For the year',
  basisOf: 'Basis',
  subjectOf: 'For',
  untilOf: 'No longer in force from (empty: for good)',
  sourceRequired: 'Enter the document with its number',
  note: 'Note',
  always: 'Always',
  until: 'until {{date}}',
  year: '{{year}}',
  general: 'General',
  unit: { yuan: 'yuan', days: 'days', months: 'months', years: 'years', count: 'times' },
  word: { calendar: 'calendar days', working: 'working days', yes: 'yes', no: 'no' },
  basis: { WORKING: 'working figure', NBS: 'statistical figure' },
  subject: {
    project: 'project', fund: 'fund', identification: 'identification', household_exit: 'exit of a household', re_entry: 're-entry', clear_out: 'clear-out', village_exit: 'exit of a village',
    county_exit: 'exit of a county', end_entitlement: 'end of entitlement', monitoring: 'entry into monitoring',
  },
};
