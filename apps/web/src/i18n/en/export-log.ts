import type { Texts } from '../texts.js';
import type { zh } from '../zh/index.js';

export const exportLog: Texts<typeof zh.exportLog> = {
  title: 'Export log',
  none: 'Nothing has been exported yet',
  allFields: 'all columns',
  fields: '{{count}} columns: {{names}}',
  second: '{{who}}: {{note}}',
  column: { who: 'Who', what: 'What', query: 'Conditions and columns', rows: 'Rows', purpose: 'Purpose', downloads: 'Downloads', state: 'State' },
};
