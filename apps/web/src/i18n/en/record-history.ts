import type { Texts } from '../texts.js';
import type { recordHistory as zh } from '../zh/record-history.js';

export const recordHistory: Texts<typeof zh> = {
  title: 'History of a record',
  kind: 'Kind of record',
  id: 'Id of the record',
  idWrong: 'An id is “6 digits of the county-36 characters”; copy it from the address of a household',
  show: 'Show',
  how: 'Give kind and id of the record, or come from a household or a case.',
  none: 'This record has no changes',
  entries: 'Changes ({{count}})',
  chain: 'Chain intact for {{intact}}, broken for {{broken}}',
  household: 'Open the household',
  then: 'As it stood',
  slider: 'Moment',
  deleted: 'Deleted at this moment',
  columns: '{{count}} fields, recorded at {{time}}',
  op: { INSERT: 'added', UPDATE: 'changed', DELETE: 'deleted' },
  replays: {
    title: 'Decisions replayed', one: 'This decision by the rules of that day and of today', rule: 'Rule', recorded: 'When decided', thatDay: 'Rules of that day', today: 'Rules of today', flips: 'Would come out otherwise today', stays: 'Would come out the same today', disagrees: 'Does not agree with its facts',
    noFacts: 'The decision rests on no kept facts and cannot be replayed', pack: 'All procedures', from: 'Decided from', to: 'to', run: 'Replay', found: '{{decisions}} decisions: {{flipping}} would come out otherwise, {{disagreeing}} do not agree with their facts',
    withoutFacts: '{{count}} of them without kept facts', none: 'None would come out otherwise', next: 'Further decisions',
  },
};
