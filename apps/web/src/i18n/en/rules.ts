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
};
