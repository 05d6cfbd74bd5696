import type { Texts } from '../../texts.js';
import type { inbox as zhInbox } from '../../zh/field/inbox.js';

export const inbox: Texts<typeof zhInbox> = {
  title: 'Messages',
  none: 'Nothing is waiting',
  returned: 'Sent back ({{count}})',
  contested: 'Entered differently by two people: choose',
  tasks: 'To do',
  taskCount: '{{count}} open',
  noReason: 'The server gave no reason',
  mendTitle: 'Sent back',
  settled: 'This record has been dealt with',
  mendHere: 'Mend and upload again',
  lookHere: 'Look at this one',
  sendAgain: 'Save and upload again',
  resent: 'Saved on this phone; it is uploaded when online ({{count}} to upload)',
  openForm: 'Open the form again',
  toHousehold: 'Show the household',
  giveUp: 'Give up',
  giveUpTitle: 'Give this record up?',
  giveUpBody: 'It is taken off this phone; the server keeps what it sent back and why',
  givenUp: 'Taken off; the server keeps the original',
  word: { description: 'Description', note: 'Note', notes: 'Notes', on: 'Day', deliveredBy: 'Delivered by', occurredOn: 'Day of the event', reason: 'Reason', statement: 'Objection' },
};
