import type { clue as zhClue } from '../../zh/field/clue.js';
import type { Texts } from '../../texts.js';

export const clue: Texts<typeof zhClue> = {
  title: 'Report a clue', of: 'Clue about {{name}}', itemTitle: 'Clue {{kind}} {{name}}', newHousehold: 'A household not on record', name: 'Name', place: 'Where they live', phone: 'Telephone', kind: 'Kind', severity: 'How bad', channel: 'Where from', description: 'Description',
  same: 'A clue of this kind is open since {{day}}: {{description}}', append: 'Add to it', appending: 'Will be added to: {{description}}', separate: 'Report apart',
  missing: { who: 'Give the name or where they live', kind: 'Choose the kind', description: 'Write what is new' },
};
