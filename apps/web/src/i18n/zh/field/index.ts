import { common } from '../common.js';
import { explanation } from '../explanation.js';

/** Texts of the field desk; it carries nothing of the office with it. A feature adds its own file here. */
export const fieldTexts = {} as const;
export const zhField = { common, explanation, field: fieldTexts } as const;
