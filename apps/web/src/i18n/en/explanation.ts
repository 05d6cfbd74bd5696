import type { Texts } from '../texts.js';
import type { zh } from '../zh/index.js';

export const explanation: Texts<typeof zh.explanation> = {
  condition: 'Condition',
  required: 'Required',
  actual: 'Actual',
  result: 'Result',
  source: 'Source · as of',
  and: 'All of the following',
  or: 'One of the following',
  not_and: 'Not all of the following',
  not_or: 'None of the following',
  person: 'Person {{number}}',
  pair: 'Actual {{actual}}; required {{required}}',
  counted: '{{met}} of {{all}} persons meet it',
};
