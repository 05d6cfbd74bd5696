import type { Texts } from '../texts.js';
import type { zh } from '../zh/index.js';

export const holidays: Texts<typeof zh.holidays> = {
  title: 'Holidays',
  hint: 'Notices that run in working days are counted by them. Every day rests on an announcement.',
  year: 'Year',
  notSet: 'The holidays of {{year}} are not entered: periods in working days leave out weekends only',
  add: 'Enter a day',
  day: 'Day',
  dayRequired: 'Choose a day',
  kind: 'Kind',
  HOLIDAY: 'Free',
  WORKDAY: 'Worked',
  name: 'Holiday',
  source: 'Announcement',
  sourceRequired: 'Enter the number of the announcement',
  remove: 'Take back',
};
