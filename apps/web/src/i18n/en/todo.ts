import type { Texts } from '../texts.js';
import type { zh } from '../zh/index.js';

export const todo: Texts<typeof zh.todo> = {
  title: 'My tasks',
  box: { todo: 'To do', mine: 'Started by me', done: 'Done', copied: 'Copied to me' },
  group: { overdue: 'Due today or overdue ({{count}})', soon: 'Due within 3 days ({{count}})', contested: 'With an objection ({{count}})', other: 'Others ({{count}})' },
  empty: { todo: 'Nothing has to be done today', mine: 'You have not started a case', done: 'You have not handled a case', copied: 'No case has been copied to you', passed: 'Nothing waits that passed all automatic checks' },
  passedOnly: 'All automatic checks passed',
  backlog: 'More than {{count}} cases wait, the oldest first. Tick "All automatic checks passed" to agree to many at once',
  batch: {
    choose: 'Choose {{name}}', chosen: '{{count}} chosen', agree: 'Agree to all chosen', title: 'Agree to the cases of {{count}} households?', rule: '{{count}} households will be agreed to. {{sampled}} of them are to be opened first (a sample of 10%).',
    progress: 'Progress', open: 'Open {{name}} ({{place}})', opened: 'Opened', toOpen: 'To be opened', confirm: 'Agree', close: 'Close', outcome: 'Result', refused: 'Not handled',
    result: { agree: '{{applied}} agreed to, {{refused}} not handled', publish_notice: '{{applied}} posted, {{refused}} not handled', close_notice: '{{applied}} ended, {{refused}} not handled' },
    applied: { agree: 'Agreed', publish_notice: 'Posted', close_notice: 'Ended' },
  },
};
