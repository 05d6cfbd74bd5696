import type { Texts } from '../texts.js';
import type { zh } from '../zh/index.js';

export const prints: Texts<typeof zh.prints> = {
  open: 'Print {{name}}',
  pdf: '{{name}} PDF',
  placed: 'Being made; download it in the task centre when it is done.',
  toTasks: 'Task centre',
  caseForm: 'approval form',
  announcement: 'announcement',
  helpCard: 'help card',
  householdFile: 'household file',
  rectification: 'rectification notice',
  sampleSheet: 'sample sheet',
};
