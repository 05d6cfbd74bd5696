import type { Texts } from '../texts.js';
import type { zh } from '../zh/index.js';

export const households: Texts<typeof zh.households> = {
  title: 'Households',
  ofHead: 'Household of {{name}}',
  memberCount: '{{count}} persons',
  ended: 'This record was closed on {{date}}',
  episodes: 'Episodes of registration',
  entry: { IDENTIFIED: 'Identified', RE_ENTRY: 'Re-entered', IMPORTED: 'Imported' },
  exitedOn: 'exited on {{date}}',
  exitCase: 'exit case',
  tab: { members: 'Members ({{count}})', years: 'Yearly income', basics: 'Basics', verdict: 'Exit check', cases: 'Cases', help: 'Help', history: 'History' },
  group: {
    basic: 'Basics', status: 'Identification and exit', cause: 'Causes of poverty', relocation: 'Relocation', production: 'Production', living: 'Living conditions',
    assurance: 'Assurances', income: 'Income', work: 'Work', health: 'Health', education: 'Education', insurance: 'Insurance',
  },
  member: { name: 'Name', head: 'head', showGone: 'Show {{count}} who left', hideGone: 'Hide {{count}} who left' },
  year: { version: 'Version {{version}}, recorded {{time}}', corrected: 'corrected because: {{reason}}', persons: 'Members in that year' },
  income: {
    title: 'Income by item (yuan)', net: 'Net income', perHead: 'Net income per head ({{count}} persons)', none: 'No income recorded', monitoringOnly: 'monitoring only',
    chart: 'Net income per head (yuan a year)',
  },
  noCases: 'This household has no case, open or closed',
  history: {
    then: 'The record as of', stateAt: 'The record as of {{time}}', earlier: 'Earlier entries', system: 'System', moreFields: '{{count}} more fields',
    op: { INSERT: 'Added: ', UPDATE: 'Corrected: ', DELETE: 'Deleted: ', LIFE_EVENT: '' },
    table: {
      household: 'household', member: 'member', household_year: 'year', member_year: 'year of a member', episode: 'episode', household_link: 'link to another household',
      household_comparison: 'comparison', case_file: 'case', case_event: 'entry of a case', case_snapshot: 'verified facts', case_evidence: 'paper', review_meeting: 'review meeting', notice: 'notice',
      objection: 'objection', case_decision: 'decision', dossier: 'sealed dossier', other: 'related record',
    },
  },
  compare: {
    title: 'Compare two times', left: 'Earlier', right: 'Later', all: 'Show what is the same', how: 'Choose the earlier time; the record is shown as it stood at both.', item: 'Item', result: 'Result', differs: 'Differs', same: 'The record was the same at both times',
    count: '{{count}} items differ', part: { household: 'Household', member: 'Member {{name}}', year: 'Year {{year}}', memberYear: 'Year {{year}} · {{name}}' },
    own: { status: 'Status', village: 'Village', present: 'In the household', perCapita: 'Net income a head' }, records: 'History of the record, with proof',
  },
  unmask: {
    open: 'show', title: 'Show: {{field}}', recorded: 'State a purpose. Who looked, when and why is recorded.', kind: 'Kind of purpose', kindRequired: 'Choose the kind of purpose',
    purpose: 'Purpose', purposeRequired: 'State the purpose in at least 5 characters', show: 'Show',
  },
  matched: 'matches {{name}}',
  filter: {
    q: 'Name, initials or number', division: 'Area', status: 'Status', verdict: 'Exit check', type: 'Type', cause: 'Cause', fewer: 'Fewer',
  },
  condition: { q: 'search', division: 'area', status: 'status', verdict: 'exit check', type: 'type', cause: 'cause', year: 'year' },
  column: {
    head: 'Head', code: 'Number', village: 'Village', members: 'Persons', status: 'Status', type: 'Type', cause: 'Main cause', income: 'Income per head (yuan)',
    verdict: 'Exit check', phone: 'Telephone',
  },
  locked: { title: 'Running: {{pack}}, at the step: {{step}}', assigned: 'With {{name}}', started: 'Started by {{name}}', open: 'Open the case' },
  edit: {
    open: { household: 'Correct the record', event: 'Register a change', comparison: 'Enter a comparison' },
    household: 'Correct the record of the household of {{name}}', member: 'Correct the record of {{name}}', column: 'Action', correct: 'Correct', recordYear: 'Record {{year}}', correctYear: 'Correct {{year}}', reason: 'Reason of the correction', reasonRequired: 'State the reason',
    degrees: 'Latitude, longitude, such as 44.123456, 115.123456', outsideRegion: 'This position does not lie in Inner Mongolia; please check',
    event: 'Register a change of members', eventKind: 'Kind of change', eventKindRequired: 'Choose the kind of change', occurredOn: 'Day', occurredOnRequired: 'State the day', who: 'Members', whoRequired: 'Choose the members', note: 'Note (optional)',
    comparison: 'Enter what departments found', comparedOn: 'Compared on', source: 'Source', again: 'Reason (when the year is on record already)', yearRequired: 'State the year',
  },
  register: { title: 'Register a household', household: 'Household', village: 'Village', villageRequired: 'Choose the village', member: 'Member {{n}}', add: 'Add a member', remove: 'Remove', save: 'Register' },
};
