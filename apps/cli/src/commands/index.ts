import type { Command } from '../command.js';
import { auditCommands } from './audit.js';
import { clockCommands } from './clock.js';
import { dbCommands } from './db.js';
import { dossierCommands } from './dossier.js';
import { generateCommands } from './generate.js';
import { userCommands } from './user.js';
import { verifyCommands } from './verify.js';

/** Everything `bangfu` can do. */
export const commands: readonly Command[] = [...dbCommands, ...userCommands, ...auditCommands, ...clockCommands, ...dossierCommands, ...generateCommands, ...verifyCommands];
