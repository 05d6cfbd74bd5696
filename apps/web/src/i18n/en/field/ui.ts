import type { Texts } from '../../texts.js';
import type { ui as zhUi } from '../../zh/field/ui.js';

export const ui: Texts<typeof zhUi> = {
  back: 'Back',
  close: 'Close',
  required: 'Required',
  lettersLeft: '{{left}} more characters',
  notANumber: 'Enter a number',
  wholeNumber: 'Enter a whole number',
  places: 'At most {{places}} decimals',
  tooLarge: 'At most {{max}}: is there a zero too many?',
  lookAgain: 'Look again',
  search: 'Search',
  chosen: 'Chosen',
  choose: 'Choose',
  noneFound: 'No such choice',
  reading: 'Reading from this phone…',
  failed: 'That did not work. Try again; if it still fails, tell us under "Me"',
  unreachable: 'The server cannot be reached. What you entered is kept on this phone; try again when online',
  unreadable: 'The answer of the server cannot be read; try again later',
  number: 'Number {{id}}',
};
