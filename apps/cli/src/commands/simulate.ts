import { readFile } from 'node:fs/promises';
import { FACT_CATALOGUE, checkRuleSet, type RuleSet } from '#domain';
import { SimulationService, type Simulation } from '#eligibility';
import { Db, systemActor } from '#platform';
import { numberOption, textOption, UsageError, type Command } from '../command.js';
import { withApp } from '../context.js';
import { textTable } from '../table.js';

const SHOWN = 20;
const TIMEOUT_MS = 120_000;

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file} is not a rule: ${(error as Error).message}`);
  }
}

/** A rule of a file, as in seeds/reference/rules. Throws {@link UsageError} for one that could not be published. */
async function readRule(file: string): Promise<RuleSet & { level: 'household' | 'village' | 'county' }> {
  const set = await readJson(file);
  const problems = checkRuleSet(set, FACT_CATALOGUE);
  if (problems) throw new UsageError(`${file} cannot be published: ${JSON.stringify(problems)}`);
  const rule = set as RuleSet; // checked above
  if (rule.level !== 'household' && rule.level !== 'village' && rule.level !== 'county') throw new UsageError(`a rule about a ${rule.level} is not judged by itself`);
  return { ...rule, level: rule.level };
}

export const simulateCommands: Command[] = [
  {
    words: ['simulate'],
    args: ['file'],
    help: 'Whom a rule in FILE would change in --year, by county and one by one; writes nothing. --division narrows it.',
    options: { year: { type: 'string' }, division: { type: 'string' } },
    async run({ values, args }) {
      const { code, level, rule } = await readRule(args[0] ?? '');
      const year = numberOption(values, 'year', 2020);
      const division = textOption(values, 'division') ?? '15';
      if (!/^[0-9]{2,12}$/.test(division)) throw new UsageError('--division takes the code of a division');
      const simulation = await withApp((app) =>
        app.get(Db).run({ actor: systemActor(division), readOnly: true, timeoutMs: TIMEOUT_MS }, () => app.get(SimulationService).simulate({ ruleCode: code, level, rule, division, year, after: null, limit: SHOWN })));
      return { ruleCode: code, year, ...simulation };
    },
    print(result: Simulation & { ruleCode: string; year: number }) {
      process.stdout.write(`${result.ruleCode} in ${result.year}: ${result.flips} of ${result.subjects} would change\n\n`);
      const counties = result.counties.filter(({ flips }) => flips > 0);
      const changes = counties.flatMap((county) => county.changes.map(({ before, after, subjects }) => [county.countyCode, `${before ?? '-'} → ${after ?? '-'}`, String(subjects)]));
      if (changes.length > 0) process.stdout.write(`${textTable(['county', 'change', 'number'], changes, [2])}\n\n`);
      const rows = result.rows.map(({ village_code: village, name, before, after }) => [village, name ?? '', `${before ?? '-'} → ${after ?? '-'}`]);
      if (rows.length > 0) process.stdout.write(`${textTable(['village', 'name', 'change'], rows)}\n${result.flips > rows.length ? `… and ${result.flips - rows.length} more\n` : ''}`);
    },
  },
];
