import type { Texts } from '../texts.js';
import type { zh } from '../zh/index.js';

export const notices: Texts<typeof zh.notices> = {
  title: 'Public notices',
  lane: { due: 'To be posted', running: 'Running', contested: 'Contested', complete: 'Complete', closed: 'Closed' },
  empty: 'No notices',
  toPost: 'To be posted',
  paused: 'stopped',
  objections: '{{count}} open objections',
  evidenceMissing: 'Proof of posting to follow',
  poster: 'Poster',
  view: { board: 'Board', calendar: 'Calendar' },
  choose: 'Choose {{name}}', chooseAll: 'Choose all', chooseNone: 'Choose none', printLane: 'Print posters',
  move: { publish_notice: 'Post chosen ({{count}})', close_notice: 'End chosen ({{count}})' },
  ask: { publish_notice: 'Post the notices of {{count}} households?', close_notice: 'End the notices of {{count}} households?' },
  follows: { publish_notice: 'The days count from today by the time of the server; proof of posting may follow.', close_notice: 'Cases whose days are over and that nobody objects to go on to the next step.' },
  confirm: { publish_notice: 'Post', close_notice: 'End' },
  calendar: { label: 'Calendar of notices', begins: 'Begins: {{village}}, {{count}}', ends: 'Ends: {{village}}, {{count}}', weekday: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' } },
  privacy: { clean: 'Privacy check passed: no ID number, mobile number, bank account or state of health', found: 'The privacy check found {{count}} places; nothing is printed until they are mended', hit: '{{where}}: {{kind}} {{found}}' },
  sheetForm: {
    open: 'Layout and signature', title: 'Layout and signature (one poster, {{count}} households)', basis: 'Based on', telephone: 'Telephone for complaints', telephoneHint: 'Telephone of the office, no personal number', issuer: 'Signed by', layout: 'Layout', mongolian: 'Mongolian text',
    mongolianHint: 'Entered by the county after translation; nothing is translated here',
  },
  sheet: {
    basis: 'Based on {{basis}}. ',
    title: 'Public notice: {{name}}', intro: 'In accordance with the procedure, the following is made public.', number: 'No.', head: 'Head (name)', village: 'Village', persons: 'Persons',
    period: 'From {{from}} to {{to}}, {{days}} {{unit}}.', periodOpen: 'From {{from}}, {{days}} {{unit}}; the last day is open because of an objection.',
    place: 'Posted at: {{place}}.',
    objection: 'Objections may be brought to the village committee or the township government while the notice hangs.', phone: 'Telephone: ', unit: 'Unit (seal): ',
  },
};
