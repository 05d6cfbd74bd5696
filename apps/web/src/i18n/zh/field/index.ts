import { common } from '../common.js';
import { explanation } from '../explanation.js';
import { begin } from './begin.js';
import { camera } from './camera.js';
import { cases } from './cases.js';
import { clue } from './clue.js';
import { contested } from './contested.js';
import { dial } from './dial.js';
import { help } from './help.js';
import { households } from './households.js';
import { inbox } from './inbox.js';
import { income } from './income.js';
import { member } from './member.js';
import { mine } from './mine.js';
import { notices } from './notices.js';
import { outbox } from './outbox.js';
import { place } from './place.js';
import { setup } from './setup.js';
import { shell } from './shell.js';
import { spot } from './spot.js';
import { today } from './today.js';
import { ui } from './ui.js';
import { unlock } from './unlock.js';
import { visit } from './visit.js';

/** Texts of the field desk; it carries nothing of the office with it. A feature adds its own file here. */
export const fieldTexts = {
  begin,
  camera,
  cases,
  clue,
  contested,
  dial,
  help,
  households,
  inbox,
  income,
  member,
  mine,
  notices,
  outbox,
  place,
  setup,
  shell,
  spot,
  today,
  ui,
  unlock,
  visit,
} as const;
export const zhField = { common, explanation, field: fieldTexts } as const;
