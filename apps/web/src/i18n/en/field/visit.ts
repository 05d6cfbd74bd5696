import type { begin as zhBegin, camera as zhCamera, clue as zhClue, income as zhIncome, member as zhMember, place as zhPlace, visit as zhVisit } from '../../zh/field/visit.js';
import type { Texts } from '../../texts.js';

export const visit: Texts<typeof zhVisit> = {
  title: 'Record a visit', correctTitle: 'Correct a visit', itemTitle: 'Visit to {{name}}', noSuchVisit: 'This visit is not on this phone; try again after an update online',
  last: 'Last visit {{day}} · {{who}}', me: 'me (not sent yet)', first: 'No visit on this phone yet', leftOpen: 'Left open last time: {{problems}}',
  draftKept: 'Draft kept on this phone at {{time}}', discard: 'Discard the draft', discardTitle: 'Discard this draft?', discardBody: 'What was entered cannot be brought back. Photos can be deleted one by one in the form.',
  reason: 'Reason for the correction', reasonMissing: 'Give the reason for the correction',
  way: 'How', met: 'Whom you met', seven: 'Seven assurances', answered: '{{done}}/7 confirmed', sameAsLast: 'All seven as last time', lookAtThese: 'Carried three times in a row, please confirm each: {{items}}', lastAnswer: 'Last time {{state}}, {{day}}', noAnswer: 'Not answered last time', carried: 'As last time',
  explain: 'What exactly', unanswered: 'Not confirmed yet: {{items}}',
  education: { who: 'Who left school', dropout: 'Left school: {{name}}', why: 'Why', illness: 'Illness', unwilling: 'Does not want to go', hardship: 'Hardship at home', distance: 'School is far', work: 'Away for work' },
  medical: { title: 'Medical care', notInsured: 'Somebody is not insured', lapsed: 'Insurance has lapsed', chronicUnregistered: 'Chronic illness not registered', paid: 'Paid for serious illness', amount: '{{yuan}} yuan' },
  housing: { title: 'Grade of the house', grade: 'House {{grade}}' },
  water: { title: 'Water', quantity: 'Not enough', quality: 'Poor quality', fetching: 'Hard to fetch', reliability: 'Unreliable' },
  income: 'Change of income', incomeSame: 'No change', incomeChanged: 'Changed', whichItems: 'Which items', moreItems: 'Other items', moreBy: '{{name}}: more by', lessBy: '{{name}}: less by', direction: '{{name}}: more or less', more: 'More', less: 'Less', howCome: 'How it adds up', howComeExample: 'such as 12 × 800',
  needs: 'Needs and problems', problemFound: 'A problem was found', problems: 'Kind of problem', describe: '{{kind}}: description', dueOn: 'Deadline', notes: 'Anything else',
  photos: 'Photos (optional)', place: 'Position (optional)',
  saveAndNext: 'Save, next household', saved: 'Saved on this phone, sent when online ({{waiting}} waiting)',
  saveAnyway: 'Save all the same?', saveStill: 'Save', why: 'Reason', otherReason: 'Another reason', excused: 'Saved because: {{text}}',
  excuse: { asked: 'Confirmed with the person', seen: 'Seen on the spot', papers: 'There are papers' },
  doubt: { incomeJumps: 'Income per head differs by more than half from the record', problemUnexplained: 'A problem has no description', visitedToday: 'A visit to this household was recorded today' },
  notHomeTitle: 'Why nobody is at home', notHomeHint: 'The tap on a reason saves and ends the visit',
  notHome: { awayForWork: 'Away for work', herding: 'In the fields or with the herd', visitingFamily: 'Visiting family', inHospital: 'In hospital', unknown: 'Not known' },
};
export const camera: Texts<typeof zhCamera> = {
  title: 'Take a photo', view: 'Viewfinder', shutter: 'Take it', take: 'Take a photo', system: 'Camera of the phone', unavailable: 'The browser gives no camera; the camera of the phone can be used', photo: 'Photo {{number}}', taken: '{{count}} taken', kilobytes: '{{size}} KB', remove: 'Delete', removeNumber: 'Delete photo {{number}}', enough: 'At most {{most}}',
  awaited: 'The phone closed the page while the camera was open. What was entered is here again; take the photo once more if it is needed.', failed: 'The photo was not kept, take it once more', storageLow: 'The photo was not kept: little space left ({{free}} MB). Text can still be saved; clear photos that were sent, then try again.',
};
export const place: Texts<typeof zhPlace> = {
  optional: 'No position yet', searching: 'Looking for the position, go on meanwhile', known: 'Position kept, to about {{metres}} m', notFound: 'No position found; it is not needed', denied: 'No permission for the position; it is not needed', without: 'Without position', capture: 'Keep the position', remove: 'Remove',
};
export const income: Texts<typeof zhIncome> = {
  title: 'Update income', of: 'Income of {{name}}', year: 'Year', yearOf: '{{year}}', itemTitle: 'Income of {{name}}, {{year}}', newYear: 'The year has no record yet; saving makes one', net: 'Net income', members: 'Persons counted', lastYear: 'Per head in {{year}}', perHead: 'Net income per head', before: 'was {{amount}}', line: 'line {{amount}}', noLine: 'line not set', below: 'below the line', unknown: 'Income or persons not recorded; nothing per head',
  lastAmount: 'year before {{amount}}', allItems: 'Show all items', amount: 'Amount', done: 'Done', count: 'Quantity', price: 'Price', why: 'It changes by more than half; say why', whyOther: 'Another reason', nothingChanged: 'Nothing changed yet',
  reason: { checked: 'Checked at the home', sold: 'Sold at once', work: 'Work changed', policy: 'Policy changed', disaster: 'Lost by disaster' },
};
export const member: Texts<typeof zhMember> = {
  title: 'Change of members', of: 'Members of {{name}}', what: 'What changed', itemTitle: '{{what}}: {{name}}', who: 'Who', day: 'Day', successor: 'Who becomes the head', direction: 'Comes or goes',
  type: { birth: 'Birth', death: 'Death', marriage: 'Marriage', move: 'Move', school: 'School', health: 'Health', work: 'Work' },
  marriage: { in: 'Married in', out: 'Married out' }, move: { in: 'Moved in', out: 'Moved out' },
  name: 'Name', relation: 'Relation to the head', otherRelation: 'Other relation', gender: 'Sex', idNo: 'Document number (may follow)', forYear: 'Kept for {{year}}', dropoutReason: 'Why not at school', workMonths: 'Months of work',
  missing: { type: 'Choose what changed', direction: 'Choose whether somebody comes or goes', member: 'Choose the person', name: 'Give the name', relation: 'Choose the relation', successor: 'The head leaves; choose who becomes the head', value: 'Nothing changed yet' },
  editTitle: 'Correct a person', editItemTitle: 'Correction of {{name}}', noSuchPerson: 'This person is not on this phone; try again after an update online', onRecord: 'on record, ending {{digits}}',
};
export const clue: Texts<typeof zhClue> = {
  title: 'Report a clue', of: 'Clue about {{name}}', itemTitle: 'Clue {{kind}} {{name}}', newHousehold: 'A household not on record', name: 'Name', place: 'Where they live', phone: 'Telephone', kind: 'Kind', severity: 'How bad', channel: 'Where from', description: 'Description',
  same: 'A clue of this kind is open since {{day}}: {{description}}', append: 'Add to it', appending: 'Will be added to: {{description}}', separate: 'Report apart',
  missing: { who: 'Give the name or where they live', kind: 'Choose the kind', description: 'Write what is new' },
};
export const begin: Texts<typeof zhBegin> = {
  title: 'New', visit: 'Visit', visitNote: 'At the home, by telephone or at the village office', clue: 'Clue', clueNote: 'A risk of poverty, also of a household not on record', member: 'Members', memberNote: 'Birth, death, marriage, move, school, health, work', income: 'Income', incomeNote: 'Items of a year', start: 'Start', startNote: 'Start an entry, an exit and the like',
  notHere: 'This household is not on this phone; it can be looked up online', search: 'Name, initials, number or last four of the telephone', households: 'Households', noneFound: 'Nothing found. Try fewer letters',
};
