import type { Texts } from '../texts.js';
import type { zh } from '../zh/index.js';

export const rules: Texts<typeof zh.rules> = {
  title: 'Rules',
  hint: 'Conditions of exit, identification and re-entry. Figures of a year are judged by the version in force on its last day; a new version is simulated and must pass its examples.',
  level: { household: 'household', village: 'village', county: 'county' },
  version: 'Version {{version}}, since {{from}}',
  source: 'Document',
  noDocument: 'no document stated',
  examples: '{{count}} examples',
  versions: 'All versions',
  inForce: 'Version {{version}}: {{from}} to {{to}}',
  published: 'published {{time}}',
  revise: {
    open: 'Try a revision',
    title: 'Revise “{{rule}}”',
    hint: 'Write the rule anew; it is read back as a sentence. See first whom it changes, then publish it with its document. Earlier versions stay, and earlier years are judged by theirs.',
    text: 'Rule',
    faults: 'The rule is faulty',
    unreadable: 'Brackets, quotes or commas are not complete',
    year: 'Simulate over the data of',
  },
  simulate: { run: 'Simulate', answer: '{{subjects}} judged, {{flips}} would change', county: 'County', judged: 'Judged', flips: 'Change' },
  publish: {
    title: 'Publish a version',
    effectiveFrom: 'In force from',
    dateRequired: 'Choose the day',
    document: 'Document with its number',
    documentRequired: 'Enter the document with its number',
    note: 'What it changes',
    noteRequired: 'Say what it changes',
    confirm: 'Publish',
  },
};
