import type { Texts } from '../texts.js';
import type { zh } from '../zh/index.js';

export const clues: Texts<typeof zh.clues> = {
  title: 'Clues of risk',
  empty: 'No clue waits to be checked',
  household: 'Household',
  box: { open: 'To be checked', all: 'All' },
  column: { subject: 'About', village: 'Village', kind: 'Risk', severity: 'Severity', description: 'Description', channel: 'From', status: 'Status', rail: 'Term', actions: 'Action' },
  status: { OPEN: 'To be checked', CHECKING: 'Being checked', SETTLED: 'Settled' },
  rail: { day: 'Day {{day}} of {{all}}', over: '{{count}} days overdue', noTerm: 'Day {{day}} (no term set)', done: 'Settled' },
  check: 'Begin the check', settle: 'Settle', settleTitle: 'Settle the clue: {{name}}', result: 'Conclusion', resultRequired: 'Choose the conclusion', finding: 'What was found', findingRequired: 'Say what was found',
  candidate: 'Household to be identified', candidateHint: 'Register it under Households first if it is not on record', candidateRequired: 'Choose the household',
  pause: {
    title: 'Pause the clue: {{name}}', confirm: 'Pause', hint: 'Days of a pause do not count; the reason is shown on the rail.', reason: 'Reason', reasonRequired: 'State the reason', resume: 'Go on', now: 'Paused',
    since: 'since {{from}}, {{by}}: {{reason}}', was: 'paused {{from}} to {{until}}, {{by}}: {{reason}}',
  },
  report: 'Report a clue', name: 'Name', nameRequired: 'State the name', chooseRequired: 'Choose one', descriptionRequired: 'Describe it',
};
