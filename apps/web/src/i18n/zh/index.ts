import { accounts } from './accounts.js';
import { areas } from './areas.js';
import { auditLog } from './audit-log.js';
import { cases } from './cases.js';
import { charts } from './charts.js';
import { checks } from './checks.js';
import { clues } from './clues.js';
import { common } from './common.js';
import { comparisons } from './comparisons.js';
import { devices } from './devices.js';
import { explanation } from './explanation.js';
import { exportLog } from './export-log.js';
import { exporting } from './exporting.js';
import { findings } from './findings.js';
import { help } from './help.js';
import { holidays } from './holidays.js';
import { households } from './households.js';
import { imports } from './imports.js';
import { notices } from './notices.js';
import { packs } from './packs.js';
import { parameters } from './parameters.js';
import { pictures } from './pictures.js';
import { prints } from './prints.js';
import { projects } from './projects.js';
import { questions } from './questions.js';
import { recordHistory } from './record-history.js';
import { rules } from './rules.js';
import { runs } from './runs.js';
import { samples } from './samples.js';
import { screens } from './screens.js';
import { session } from './session.js';
import { shell } from './shell.js';
import { taskCentre } from './task-centre.js';
import { teams } from './teams.js';
import { todo } from './todo.js';

/** The source of all texts. A key that is not here cannot be used; the English catalogue has the same keys. */
export const zh = {
  accounts,
  areas,
  auditLog,
  cases,
  charts,
  checks,
  clues,
  common,
  comparisons,
  devices,
  explanation,
  exportLog,
  exporting,
  findings,
  help,
  holidays,
  households,
  imports,
  notices,
  packs,
  parameters,
  pictures,
  prints,
  projects,
  questions,
  recordHistory,
  rules,
  runs,
  samples,
  screens,
  session,
  shell,
  taskCentre,
  teams,
  todo,
} as const;
