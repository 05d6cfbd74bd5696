import type { Texts } from '../texts.js';
import type { zh } from '../zh/index.js';
import { common } from './common.js';
import { explanation } from './explanation.js';
import { households } from './households.js';
import { parameters } from './parameters.js';
import { session } from './session.js';
import { shell } from './shell.js';

export const en: Texts<typeof zh> = { common, explanation, households, parameters, session, shell };
