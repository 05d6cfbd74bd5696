import type { Command } from '../command.js';
import { auditCommands } from './audit.js';
import { benchCommands } from './bench.js';
import { clockCommands } from './clock.js';
import { dbCommands } from './db.js';
import { dossierCommands } from './dossier.js';
import { generateCommands } from './generate.js';
import { recalculateCommands } from './recalculate.js';
import { reportCommands } from './report.js';
import { simulateCommands } from './simulate.js';
import { storyCommands } from './story.js';
import { userCommands } from './user.js';
import { verifyCommands } from './verify.js';

/** Everything `bangfu` can do. */
export const commands: readonly Command[] = [
  ...dbCommands, ...userCommands, ...auditCommands, ...benchCommands, ...clockCommands, ...dossierCommands, ...generateCommands, ...recalculateCommands, ...reportCommands, ...simulateCommands,
  ...storyCommands, ...verifyCommands,
];
