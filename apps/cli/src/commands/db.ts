import type { Command } from '../command.js';
import { adminUrl, asOwner } from '../context.js';

const mode = () => {
  const value = process.env['BANGFU_MODE'];
  return value === 'trial' || value === 'test' ? value : 'production';
};

export const dbCommands: Command[] = [
  {
    words: ['db', 'migrate'],
    help: 'Bring the database to the current schema, as its owner role.',
    async run() {
      const appPassword = process.env['DATABASE_APP_PASSWORD'] ?? '';
      const queuePassword = process.env['DATABASE_QUEUE_PASSWORD'] ?? '';
      if (appPassword === '' || queuePassword === '') throw new Error('DATABASE_APP_PASSWORD and DATABASE_QUEUE_PASSWORD are needed');
      const { prepareDatabase } = await import('../../../../migrations/run.js');
      return { ran: await prepareDatabase(adminUrl(), { appPassword, queuePassword, mode: mode() }) };
    },
  },
  {
    words: ['db', 'seed'],
    help: 'Load divisions, parameters, rules and procedures; with --demo a small synthetic population and one account per role (trial only).',
    options: { demo: { type: 'boolean' } },
    async run({ values }) {
      const { seedReferenceData } = await import('../../../../seeds/reference/seed-reference-data.js');
      const reference = await asOwner((client) => seedReferenceData(client));
      if (values['demo'] !== true) return { reference };
      if (mode() === 'production') throw new Error('demo data is refused in production');
      const { seedDemo } = await import('../seed/demo.js');
      return { reference, demo: await seedDemo() };
    },
  },
];
