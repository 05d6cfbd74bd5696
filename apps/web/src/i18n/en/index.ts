import type { Texts } from '../texts.js';
import type { zh } from '../zh/index.js';
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
import { rules } from './rules.js';
import { session } from './session.js';
import { shell } from './shell.js';
import { taskCentre } from './task-centre.js';
import { todo } from './todo.js';

export const en: Texts<typeof zh> = { areas, cases, charts, common, explanation, exporting, households, imports, notices, parameters, rules, session, shell, taskCentre, todo };
