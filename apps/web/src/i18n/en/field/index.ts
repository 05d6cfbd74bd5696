import type { Texts } from '../../texts.js';
import type { zhField } from '../../zh/field/index.js';
import { common } from '../common.js';
import { explanation } from '../explanation.js';
import { contested } from './contested.js';
import { help } from './help.js';
import { households } from './households.js';
import { inbox } from './inbox.js';
import { today } from './today.js';
import { outbox } from './outbox.js';
import { setup } from './setup.js';
import { shell } from './shell.js';
import { ui } from './ui.js';
import { unlock } from './unlock.js';

const field: Texts<typeof zhField>['field'] = {
  ui,
  contested,
  help,
  households,
  inbox,
  today,
  outbox,
  setup,
  shell,
  unlock,
};
export const enField: Texts<typeof zhField> = { common, explanation, field };
