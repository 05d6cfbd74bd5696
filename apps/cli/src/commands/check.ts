import type { INestApplicationContext } from '@nestjs/common';
import { CheckCatalogue, CheckRunner, CheckRuns, type CheckResultRow } from '#inspection';
import { Db, systemActor } from '#platform';
import { CommandFault, numberOption, textOption, UsageError, type Command } from '../command.js';
import { withApp } from '../context.js';
import { progressBar } from '../progress.js';
import { textTable } from '../table.js';

interface Order {
  readonly division: string;
  readonly codes: readonly string[] | null;
  readonly year: number | undefined;
}

interface CheckLine {
  readonly code: string;
  readonly name: string;
  readonly hits: number;
  readonly newHits: number;
  readonly goneHits: number;
  readonly unproven: number;
  readonly missing: CheckResultRow['missing'];
  readonly ms: number;
  readonly failure: string | null;
}

interface Checked {
  readonly division: string;
  readonly year: number;
  readonly state: string;
  readonly durationMs: number;
  readonly checks: readonly CheckLine[];
}

interface Listed {
  readonly code: string;
  readonly version: number;
  readonly severity: string;
  readonly room: string;
  readonly name: string;
  readonly form: 'rule' | 'statement';
  readonly open: number | null;
}

async function run(app: INestApplicationContext, { division, codes, year }: Order): Promise<Checked> {
  const started = performance.now();
  const [db, runs, catalogue] = [app.get(Db), app.get(CheckRuns, { strict: false }), app.get(CheckCatalogue, { strict: false })];
  const actor = systemActor(division);
  const ordered = await db.run({ actor }, () => runs.create({ division, codes, year }));
  const bar = progressBar(ordered.codes.length, 'checks');
  const id = { countyCode: ordered.county_code, id: ordered.id };
  await app.get(CheckRunner, { strict: false }).run(id, (counted) => bar.to(counted));
  bar.end();
  return db.run({ actor, readOnly: true }, async () => {
    const { run: over, results } = await runs.read(id);
    const names = new Map((await catalogue.byIds(Object.values(over.versions).map((version) => version.id))).map((check) => [check.code, check.name.zh]));
    const checks = results.filter((row) => row.division_code === over.division_code).map((row): CheckLine => ({
      code: row.check_code, name: names.get(row.check_code) ?? '', hits: row.hits, newHits: row.new_hits, goneHits: row.gone_hits, unproven: row.unproven, missing: row.missing, ms: row.ms,
      failure: row.failure?.message ?? null,
    }));
    return { division, year: over.year, state: over.state, durationMs: Math.round(performance.now() - started), checks };
  });
}

function codesOf(text: string | undefined): string[] | null {
  if (text === undefined) return null;
  const codes = text.split(',').map((code) => code.trim().toUpperCase());
  if (!codes.every((code) => /^[A-Z][0-9]{2,3}$/.test(code))) throw new UsageError('--codes takes codes of checks with commas between them: A01,A02');
  return codes;
}

function divisionOf(text: string | undefined): string {
  const division = text ?? '15';
  if (!/^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$/.test(division)) throw new UsageError('--division takes the code of a region, league, county, township or village');
  return division;
}

export const checkCommands: Command[] = [
  {
    words: ['check', 'run'],
    help: 'Run audit checks over a division (the region without --division), all or --codes A01,A02, for a --year (this year without it); exit code 1 when one could not be run.',
    options: { division: { type: 'string' }, codes: { type: 'string' }, year: { type: 'string' } },
    async run({ values }) {
      const year = textOption(values, 'year') === undefined ? undefined : numberOption(values, 'year', 0);
      const order = { division: divisionOf(textOption(values, 'division')), codes: codesOf(textOption(values, 'codes')), year };
      const result = await withApp((app) => run(app, order));
      if (result.state !== 'done' && result.checks.length === 0) throw new CommandFault(`the run ended as ${result.state}`);
      if (result.state !== 'done') process.exitCode = 1;
      return result;
    },
    print({ division, year, state, durationMs, checks }: Checked) {
      const rows = checks.map(({ code, name, hits, newHits, goneHits, unproven, missing, ms, failure }) => [
        code, name, String(hits), String(newHits), String(goneHits), String(unproven), String(ms), failure ?? missing.map((one) => (one.kind === 'parameter' ? `未设置 ${one.name}` : `未比对 ${one.name}`)).join('；'),
      ]);
      process.stdout.write(`${textTable(['编号', '核查', '线索', '新增', '消失', '数据缺失', 'ms', '说明'], rows, [2, 3, 4, 5, 6])}\n`);
      process.stdout.write(`${checks.length} checks over ${division} in ${year}: ${state} (${durationMs} ms)\n`);
    },
  },
  {
    words: ['check', 'list'],
    help: 'List the audit checks in force with the hits of the last run; --division counts those of a division only.',
    options: { division: { type: 'string' } },
    async run({ values }) {
      const division = divisionOf(textOption(values, 'division'));
      return withApp((app) => app.get(Db).run({ actor: systemActor(division), readOnly: true }, async (): Promise<Listed[]> => {
        const found = await app.get(CheckCatalogue, { strict: false }).list();
        return found.map(({ check, counts }) => ({
          code: check.code, version: check.version, severity: check.severity, room: check.room, name: check.name.zh, form: check.rule === null ? 'statement' : 'rule', open: counts?.open ?? null,
        }));
      }));
    },
    print(checks: Listed[]) {
      const rows = checks.map(({ code, version, severity, room, name, form, open }) => [code, String(version), severity, room, name, form, open === null ? '—' : String(open)]);
      process.stdout.write(`${textTable(['编号', '版本', '级别', '类别', '核查', '形式', '线索'], rows, [6])}\n`);
    },
  },
];
