import type { Command } from '../command.js';

/** By the first word. A room is loaded when it is asked for: most commands need only a part of what `bangfu` can do. */
const rooms = new Map<string, () => Promise<readonly Command[]>>(Object.entries({
  compare: async () => (await import('./compare.js')).compareCommands,
  db: async () => (await import('./db.js')).dbCommands,
  user: async () => (await import('./user.js')).userCommands,
  audit: async () => (await import('./audit.js')).auditCommands,
  bench: async () => (await import('./bench.js')).benchCommands,
  check: async () => (await import('./check.js')).checkCommands,
  clock: async () => (await import('./clock.js')).clockCommands,
  dossier: async () => (await import('./dossier.js')).dossierCommands,
  file: async () => (await import('./file.js')).fileCommands,
  generate: async () => (await import('./generate.js')).generateCommands,
  question: async () => (await import('./question.js')).questionCommands,
  recalculate: async () => (await import('./recalculate.js')).recalculateCommands,
  report: async () => (await import('./report.js')).reportCommands,
  sample: async () => (await import('./sample.js')).sampleCommands,
  simulate: async () => (await import('./simulate.js')).simulateCommands,
  sync: async () => (await import('./sync.js')).syncCommands,
  story: async () => (await import('./story.js')).storyCommands,
  verify: async () => (await import('./verify.js')).verifyCommands,
}));

/** Commands that begin with the word; without one everything `bangfu` can do. */
export async function commandsOf(word?: string): Promise<readonly Command[]> {
  const wanted = word === undefined ? [...rooms.values()] : [rooms.get(word)];
  const loaded: Command[] = [];
  for (const load of wanted) if (load) loaded.push(...(await load()));
  return loaded;
}
