import type { Texts } from '../texts.js';
import type { zh } from '../zh/index.js';

export const auditLog: Texts<typeof zh.auditLog> = {
  title: 'Audit log',
  county: 'County',
  from: 'From',
  unsealed: 'to be sealed',
  column: { at: 'When', who: 'Who', op: 'What', object: 'Of what', fields: 'Fields', where: 'Where', seq: 'Place in the chain' },
  op: {
    EXPORT: 'Export', DOWNLOAD: 'Download', UNMASK: 'Seen in clear', READ: 'Read', REFUSED: 'Refused', LOGIN: 'Sign-in', LOGIN_FAILED: 'Failed sign-in', LOGOUT: 'Sign-out', INSERT: 'Added', UPDATE: 'Changed', DELETE: 'Deleted', JUDGE: 'Judged',
    CHECK: 'Checks run', COMPARE: 'Compared', IMPORT: 'Imported', UNDO: 'Taken back', AGREE: 'Agreed', REFUSE: 'Refused an export', CANCEL: 'Given up',
  },
  verify: {
    title: 'Chains of the log', run: 'Verify', hint: 'Every chain is recomputed and held against the anchors outside of the database. What was changed, is missing or was put in is shown.', whole: 'The chains hold', broken: '{{count}} places do not hold',
    counted: '{{counties}} chains, {{rows}} entries, {{anchors}} anchors.',
  },
};
