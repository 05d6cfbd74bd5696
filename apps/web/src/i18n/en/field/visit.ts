import type { visit as zhVisit } from '../../zh/field/visit.js';
import type { Texts } from '../../texts.js';

export const visit: Texts<typeof zhVisit> = {
  title: 'Record a visit', correctTitle: 'Correct a visit', itemTitle: 'Visit to {{name}}', noSuchVisit: 'This visit is not on this phone; try again after an update online',
  last: 'Last visit {{day}} · {{who}}', me: 'me (not sent yet)', first: 'No visit on this phone yet', leftOpen: 'Left open last time: {{problems}}',
  draftAuto: 'What is written is kept as a draft', draftKept: 'Draft kept on this phone at {{time}}', discard: 'Discard the draft', discardTitle: 'Discard this draft?', discardBody: 'What was entered cannot be brought back. Photos can be deleted one by one in the form.',
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
