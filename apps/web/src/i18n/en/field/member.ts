import type { member as zhMember } from '../../zh/field/member.js';
import type { Texts } from '../../texts.js';

export const member: Texts<typeof zhMember> = {
  title: 'Change of members', of: 'Members of {{name}}', what: 'What changed', itemTitle: '{{what}}: {{name}}', who: 'Who', day: 'Day', successor: 'Who becomes the head', direction: 'Comes or goes',
  type: { birth: 'Birth', death: 'Death', marriage: 'Marriage', move: 'Move', school: 'School', health: 'Health', work: 'Work' },
  marriage: { in: 'Married in', out: 'Married out' }, move: { in: 'Moved in', out: 'Moved out' },
  name: 'Name', relation: 'Relation to the head', otherRelation: 'Other relation', gender: 'Sex', idNo: 'Document number (may follow)', forYear: 'Kept for {{year}}', dropoutReason: 'Why not at school', workMonths: 'Months of work',
  missing: { type: 'Choose what changed', direction: 'Choose whether somebody comes or goes', member: 'Choose the person', name: 'Give the name', relation: 'Choose the relation', successor: 'The head leaves; choose who becomes the head', value: 'Nothing changed yet' },
  editTitle: 'Correct a person', editItemTitle: 'Correction of {{name}}', noSuchPerson: 'This person is not on this phone; try again after an update online', onRecord: 'on record, ending {{digits}}',
};
