import type { begin as zhBegin } from '../../zh/field/begin.js';
import type { Texts } from '../../texts.js';

export const begin: Texts<typeof zhBegin> = {
  title: 'New', visit: 'Visit', visitNote: 'At the home, by telephone or at the village office', clue: 'Clue', clueNote: 'A risk of poverty, also of a household not on record', member: 'Members', memberNote: 'Birth, death, marriage, move, school, health, work', income: 'Income', incomeNote: 'Items of a year', start: 'Start', startNote: 'Start an entry, an exit and the like',
  notHere: 'This household is not on this phone; it can be looked up online', search: 'Name, initials, number or last four of the telephone', households: 'Households', noneFound: 'Nothing found. Try fewer letters',
};
