import type { Texts } from '../../texts.js';
import type { dial as zhDial } from '../../zh/field/dial.js';

export const dial: Texts<typeof zhDial> = {
  call: 'Call', callOf: 'Call {{name}}', number: 'Call {{phone}}', none: 'No telephone number is recorded', recorded: 'On record as contact with the household. The number is not kept on this phone',
  offline: 'The server cannot be reached. Whole numbers are not kept here: call where there is a signal', signIn: 'Sign in again above first, then tap "Call"',
};
