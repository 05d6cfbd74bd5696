import type { Texts } from '../texts.js';
import type { zh } from '../zh/index.js';

export const areas: Texts<typeof zh.areas> = {
  exit: { title: 'Exit of the village', notice: 'Notices of the village', none: 'The exit of the village has not been started', case: 'Exit of the village, {{year}}' },
  title: 'Areas: villages and counties',
  villageTitle: '{{name}}',
  countyTitle: '{{name}}',
  openCounty: 'Exit of the county',
  division: 'Area',
  verdict: 'Exit verdict',
  poorOnly: 'Poor villages only',
  poorVillage: 'poor village',
  year: 'Year {{year}}',
  yearChoice: 'Year',
  empty: 'Nothing has been computed here yet',
  pending: 'to be recalculated',
  parked: 'The data of this village are at fault and cannot be computed; correct them first',
  formulas: 'Calculation',
  exact: 'Verdicts compare the whole numbers; the percentage is cut off after two decimals and only shown. Click a number to see what it counts.',
  figures: 'Other figures',
  limit: 'required: {{limit}}',
  openNumber: '{{name}} {{value}}, show the rows',
  undecided: 'not decided',
  ruleVersion: 'Rule, version {{version}}',
  decision: { EXITED: 'exited', NOT_EXITED: 'not exited' },
  column: {
    name: 'Village', registeredHouseholds: 'Registered households', registeredPersons: 'Registered persons', poorHouseholds: 'Poor households', poorPersons: 'Poor persons',
    ruralResidentPopulation: 'Residents', incidence: 'Incidence', verdict: 'Exit conditions', decision: 'Decision', asOf: 'As of',
  },
  behind: {
    sum: '{{households}} households, {{persons}} persons', andMore: ' (and more, load on)', head: 'Head', status: 'Status', persons: 'Persons', income: 'Income per head (yuan)', verdict: 'Exit check',
    villages: '{{count}} villages, together {{sum}}', part: 'Number', noAssessment: 'No assessment recorded for this year', noRecord: 'Nothing recorded for {{year}}',
    version: 'Version {{version}}, recorded {{time}}', noSource: 'no source stated',
  },
  assessment: {
    kind: 'Assessment', found: 'Found (approving)', sampled: 'Sampled', rate: 'Rate', assessor: 'Assessed by', assessedOn: 'Date', document: 'Document', MISSED: 'Missed', WRONG_EXIT: 'Wrong exit',
    APPROVAL: 'Approval',
  },
  files: { add: 'Add files', addTo: 'Add files to “{{name}}”', download: 'Download', downloadOf: 'Download {{name}}', nameless: 'File {{number}}', added: 'added by {{name}}, {{time}}' },
  record: { checklist: 'Infrastructure, public services, collective economy', county: 'Figures of the county', file: 'Print the village file', open: 'Record figures of {{year}}', correct: 'Correct figures of {{year}}', source: 'Source', sourceRequired: 'State the source', assessment: 'Enter an assessment of {{year}}' },
};
