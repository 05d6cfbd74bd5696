import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { CryptoProvider } from '#platform';
import { FieldWriter } from '#households';
import { generatePopulation, type GenerateOptions, type GenerateReport } from '../../../../seeds/demo/generate.js';
import { parseStock } from '../../../../seeds/demo/plan.js';
import { numberOption, textOption, UsageError, type Command } from '../command.js';
import { adminUrl, cliEnv } from '../context.js';
import { progressBar } from '../progress.js';

/** Above this every row's own audit record would only fill the disk; one record per county says what was generated. */
const AUDITED_UP_TO = 5_000;

/** One connection computes while another writes. */
const LANES = 3;

/** Generates as the owner of the tables, on connections of its own. */
export async function generate(options: Omit<GenerateOptions, 'audited' | 'onProgress'>): Promise<GenerateReport> {
  const connection = () => new pg.Client({ connectionString: adminUrl(), options: '-c role=bangfu_owner' });
  const clients: [pg.Client, ...pg.Client[]] = [connection(), ...Array.from({ length: LANES - 1 }, connection)];
  await Promise.all(clients.map((client) => client.connect()));
  const bar = progressBar(options.calibrate ? 250_000 : options.households, 'households');
  try {
    const stock = parseStock(readFileSync(path.join(process.env['BANGFU_ROOT'] ?? process.cwd(), 'seeds/reference/published/end-2016-registered.csv'), 'utf8'));
    const fields = new FieldWriter(new CryptoProvider(await cliEnv()));
    return await generatePopulation(clients, fields, stock, { ...options, audited: !options.calibrate && options.households <= AUDITED_UP_TO, onProgress: bar.to });
  } finally {
    bar.end();
    await Promise.all(clients.map((client) => client.end()));
  }
}

export const generateCommands: Command[] = [
  {
    words: ['generate'],
    help: 'Generate synthetic households (trial and test only): --households N --seed S, or --calibrate end-2016 for exactly the published stock.',
    options: { households: { type: 'string' }, seed: { type: 'string' }, calibrate: { type: 'string' }, years: { type: 'string' } },
    run({ values }) {
      if ((process.env['BANGFU_MODE'] ?? 'production') === 'production') throw new Error('synthetic people are refused in production');
      const calibrate = textOption(values, 'calibrate');
      if (calibrate !== undefined && calibrate !== 'end-2016') throw new UsageError('--calibrate knows only end-2016');
      const years = calibrate ? 1 : numberOption(values, 'years', 5);
      const last = calibrate ? 2016 : 2020;
      return generate({
        seed: numberOption(values, 'seed', 1), households: numberOption(values, 'households', 2_000), calibrate: calibrate !== undefined,
        years: Array.from({ length: years }, (_, i) => last - years + 1 + i),
      });
    },
  },
];
