import type { Texts } from '../texts.js';
import type { zh } from '../zh/index.js';

export const todo: Texts<typeof zh.todo> = {
  title: 'My tasks',
  box: { todo: 'To do', mine: 'Started by me', done: 'Done' },
  group: { overdue: 'Due today or overdue ({{count}})', soon: 'Due within 3 days ({{count}})', contested: 'With an objection ({{count}})', other: 'Others ({{count}})' },
  empty: { todo: 'Nothing has to be done today', mine: 'You have not started a case', done: 'You have not handled a case' },
};
