import { benchmarks } from '../bench/index.js';
import { load, machine, type BenchReport, type BenchResult } from '../bench/result.js';
import pg from 'pg';
import { numberOption, UsageError, type Command } from '../command.js';
import { adminUrl } from '../context.js';

interface BenchNames {
  readonly benchmarks: readonly { readonly name: string; readonly help: string }[];
}

async function postgresVersion(): Promise<string> {
  const client = new pg.Client(adminUrl());
  await client.connect();
  try {
    return (await client.query<{ server_version: string }>('show server_version')).rows[0]?.server_version ?? 'unknown';
  } finally {
    await client.end();
  }
}

function line({ name, size, figures, floor, ratio, goal, met }: BenchResult): string {
  const list = (values: Readonly<Record<string, string | number>>) => Object.entries(values).map(([key, value]) => `${key} ${value}`).join(', ');
  return [
    `${met === null ? '      ' : met ? 'met   ' : 'MISSED'}  ${name}${Object.keys(size).length > 0 ? `  (${list(size)})` : ''}`, `        measured: ${list(figures)}`,
    ...(Object.keys(floor).length > 0 ? [`        floor:    ${list(floor)}`] : []), `        ${ratio === null ? '' : `ratio ${ratio}; `}goal: ${goal}`,
  ].join('\n');
}

export const benchCommands: Command[] = [
  {
    words: ['bench'],
    args: ['[name]'],
    help: `Measure in a database of its own, beside its floor; without a name: what can be measured. --size sets households or rows, --quick shows only that it runs, --keep keeps a generated region for the next run. A missed goal is exit code 1.`,
    options: { size: { type: 'string' }, quick: { type: 'boolean' }, keep: { type: 'boolean' } },
    async run({ values, args: [wanted] }): Promise<BenchReport | BenchNames> {
      const known = benchmarks.map(({ name, help }) => ({ name, help }));
      if (wanted === undefined) return { benchmarks: known };
      const chosen = wanted === 'all' ? benchmarks : benchmarks.filter(({ name }) => name === wanted);
      if (chosen.length === 0) throw new UsageError(`bench knows ${known.map(({ name }) => name).join(', ')} and all`);
      const size = values['size'] === undefined ? null : numberOption(values, 'size', 0);
      if (size !== null && size < 100) throw new UsageError('--size takes at least 100');
      if ((process.env['BANGFU_MODE'] ?? 'production') === 'production') throw new Error('measuring with synthetic people is refused in production');
      const loadBefore = load();
      const results: BenchResult[] = [];
      for (const benchmark of chosen) {
        process.stderr.write(`${benchmark.name}: ${benchmark.help}\n`);
        results.push(...(await benchmark.run({ size, quick: values['quick'] === true, keep: values['keep'] === true })));
      }
      if (results.some(({ met }) => met === false)) process.exitCode = 1;
      return { machine: { ...machine(), postgres: await postgresVersion(), loadBefore, loadAfter: load() }, results };
    },
    print(report: BenchReport | BenchNames) {
      const lines = 'results' in report ? [...report.results.map(line), JSON.stringify(report.machine)] : report.benchmarks.map(({ name, help }) => `${name.padEnd(8)} ${help}`);
      process.stdout.write(`${lines.join('\n')}\n`);
    },
  },
];
