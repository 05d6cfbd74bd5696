import type { Texts } from '../../texts.js';
import type { zhField } from '../../zh/field/index.js';
import { common } from '../common.js';
import { explanation } from '../explanation.js';
import { ui } from './ui.js';

const field: Texts<typeof zhField>['field'] = {
  ui,
};
export const enField: Texts<typeof zhField> = { common, explanation, field };
