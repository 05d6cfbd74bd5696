import { common } from './common.js';
import { explanation } from './explanation.js';
import { households } from './households.js';
import { parameters } from './parameters.js';
import { session } from './session.js';
import { shell } from './shell.js';

/** The source of all texts. A key that is not here cannot be used; the English catalogue has the same keys. */
export const zh = { common, explanation, households, parameters, session, shell } as const;
