import { areas } from './areas.js';
import { cases } from './cases.js';
import { charts } from './charts.js';
import { common } from './common.js';
import { explanation } from './explanation.js';
import { exporting } from './exporting.js';
import { households } from './households.js';
import { imports } from './imports.js';
import { notices } from './notices.js';
import { parameters } from './parameters.js';
import { questions } from './questions.js';
import { rules } from './rules.js';
import { session } from './session.js';
import { shell } from './shell.js';
import { taskCentre } from './task-centre.js';
import { todo } from './todo.js';

/** The source of all texts. A key that is not here cannot be used; the English catalogue has the same keys. */
export const zh = { areas, cases, charts, common, explanation, exporting, households, imports, notices, parameters, questions, rules, session, shell, taskCentre, todo } as const;
