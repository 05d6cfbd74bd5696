import type { Texts } from '../texts.js';
import type { zh } from '../zh/index.js';

export const imports: Texts<typeof zh.imports> = {
  title: 'Import',
  history: 'Imported before',
  none: 'No file has been imported yet',
  mayLeave: 'This goes on in the background; you may leave the page and come back.',
  again: 'Check again',
  notes: 'Please note',
  times: '{{count}} times, e.g. rows {{rows}}',
  undone: 'This batch was taken back on {{time}}',
  layoutOf: 'Layout {{layout}} · year {{year}}',
  step: { upload: 'Upload', headings: 'Headings', check: 'Check', write: 'Import' },
  state: {
    uploaded: 'Waiting', parsing: 'Checking', needs_mapping: 'Headings to be named', validated: 'To be imported', committing: 'Importing', committed: 'Imported', undoing: 'Taking back',
    undone: 'Taken back', failed: 'Check failed', cancelled: 'Given up',
  },
  column: { file: 'File', layout: 'Layout', by: 'By', at: 'When', rows: 'Result', state: 'State' },
  upload: {
    noFile: 'no file chosen',
    title: 'Upload a file', hint: '.xlsx and .csv. The upload is checked and writes nothing; it is imported when you say so.', file: 'Choose a file', year: 'Rows without a year belong to', thisYear: 'this year',
    submit: 'Upload and check',
  },
  templates: { title: 'Templates', hint: 'Exports of the national system of any year can be imported as they are, in any order of columns.' },
  sheet: { household: 'households', person: 'persons' },
  counts: {
    checked: 'Result of the check', written: 'Result of the import', in: 'rows in', created: 'created', updated: 'updated', unchanged: 'unchanged', rejected: 'rejected',
    households: '{{created}} households created, {{updated}} updated', short: '{{in}} rows, {{written}} written, {{rejected}} rejected',
  },
  commit: {
    title: 'How to import', all: 'All rows, or none if one is faulty', allRefused: '{{count}} rows are faulty; correct them first', good: 'Only the good rows, leaving out {{count}}', submit: 'Import {{rows}} rows',
    giveUp: 'Give this batch up', nothing: 'There is nothing to write',
  },
  undo: {
    title: 'Take back', until: 'Can be taken back until {{time}}, unless somebody has changed what it wrote.', expired: 'More than 24 hours ago; it can no longer be taken back.', ask: 'Take this import back?',
    hint: 'What it created is deleted, what it changed gets its former values.', submit: 'Take back',
  },
  headings: {
    title: 'Headings ({{known}} of {{all}})', missing: 'Required columns are missing; name them: {{names}}', hint: 'Headings that were not recognised can be named by hand; the next file of this layout will follow.', inFile: 'Heading',
    meaning: 'Meaning', how: 'How', choose: 'Choose', for: 'Meaning of "{{heading}}"', empty: 'Column {{number}} (no heading)', unknown: 'not recognised', heading: 'by name', mapped: 'by hand', content: 'by content',
    duplicate: 'repeated, not read', ignore: 'leave this column out', recognised: '{{count}} columns recognised', submit: 'Check again with this',
  },
  entity: { household: 'Household', member: 'Member', householdYear: 'Year of the household', memberYear: 'Year of the member', virtual: 'Places and totals', none: 'Left out' },
  virtual: {
    regionName: 'Region', prefectureName: 'League or city', countyName: 'County', townshipName: 'Township', villageName: 'Village', headMemberCode: 'Number of the head', headName: 'Name of the head',
    headIdNo: 'Document of the head', wageTotal: 'Wage income, total', businessTotal: 'Business income, total', propertyTotal: 'Property income, total', transferTotal: 'Transfer income, total',
    businessCostTotal: 'Business cost, total', ecologyTotal: 'Ecology compensation, total',
  },
  rows: { title: 'Faulty rows ({{count}})', row: 'Row', whole: 'Whole row', cell: 'Row {{row}}, {{heading}}', errorFile: 'Download the error file', badOnly: 'Faulty rows only' },
};
