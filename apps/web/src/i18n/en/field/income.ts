import type { income as zhIncome } from '../../zh/field/income.js';
import type { Texts } from '../../texts.js';

export const income: Texts<typeof zhIncome> = {
  title: 'Update income', of: 'Income of {{name}}', year: 'Year', yearOf: '{{year}}', itemTitle: 'Income of {{name}}, {{year}}', newYear: 'The year has no record yet; saving makes one', net: 'Net income', members: 'Persons counted', lastYear: 'Per head in {{year}}', perHead: 'Net income per head', before: 'was {{amount}}', line: 'line {{amount}}', noLine: 'line not set', below: 'below the line', unknown: 'Income or persons not recorded; nothing per head',
  lastAmount: 'year before {{amount}}', allItems: 'Show all items', amount: 'Amount', done: 'Done', count: 'Quantity', price: 'Price', why: 'It changes by more than half; say why', whyOther: 'Another reason', nothingChanged: 'Nothing changed yet',
  reason: { checked: 'Checked at the home', sold: 'Sold at once', work: 'Work changed', policy: 'Policy changed', disaster: 'Lost by disaster' },
};
