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
  sheet: {
    title: 'Public notice: {{name}}', intro: 'In accordance with the procedure, the following is made public.', number: 'No.', head: 'Head (name)', village: 'Village', persons: 'Persons',
    period: 'From {{from}} to {{to}}, {{days}} {{unit}}.', periodOpen: 'From {{from}}, {{days}} {{unit}}; the last day is open because of an objection.',
    place: 'Posted at: {{place}}.',
    objection: 'Objections may be brought to the village committee or the township government while the notice hangs.', phone: 'Telephone: ', unit: 'Unit (seal): ',
  },
};
