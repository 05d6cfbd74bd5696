import type { INestApplicationContext } from '@nestjs/common';
import { ProofService, RecalculationService, RegionReader, type Proof, type RunSummary } from '#eligibility';
import { Db, systemActor } from '#platform';
import { textOption, UsageError, type Command } from '../command.js';
import { withApp } from '../context.js';
import { progressBar } from '../progress.js';

interface Recalculated {
  readonly counties: number;
  readonly villages: number;
  readonly factsChanged: number;
  readonly verdictsChanged: number;
  readonly parked: readonly { readonly villageCode: string; readonly message: string }[];
  readonly durationMs: number;
  /** With --prove: what differs from a computation from nothing. */
  readonly proof: { readonly households: number; readonly differences: number; readonly unsettled: number; readonly counties: Record<string, number> } | null;
}

/** Counties of the division that were computed before, or in which something was written. */
async function countiesOf(app: INestApplicationContext, division: string): Promise<string[]> {
  const db = app.get(Db);
  const dirty = await db.run({ actor: systemActor(division), readOnly: true }, () => db.query<{ code: string }>('select distinct d.county_code as code from dirty_village d'));
  return [...new Set([...(await app.get(RegionReader).computedCounties(division)), ...dirty.map(({ code }) => code)])].sort();
}

async function recalculate(app: INestApplicationContext, { division, full, prove }: { division: string; full: boolean; prove: boolean }): Promise<Recalculated> {
  const started = performance.now();
  const counties = await countiesOf(app, division);
  const runs: RunSummary[] = [];
  const proofs: Proof[] = [];
  const bar = progressBar(counties.length, 'counties');
  for (const [done, county] of counties.entries()) {
    const run = await app.get(RecalculationService).recalculateCounty(county, { cause: 'bangfu recalculate', whole: full });
    if (run) runs.push(run);
    const proof = prove ? await app.get(ProofService).proveCounty(county) : null;
    if (proof) proofs.push(proof);
    bar.to(done + 1);
  }
  bar.end();
  const sum = (read: (run: RunSummary) => number): number => runs.reduce((total, run) => total + read(run), 0);
  return {
    counties: counties.length, villages: sum((run) => run.villages), factsChanged: sum((run) => run.factsChanged), verdictsChanged: sum((run) => run.verdictsChanged),
    parked: runs.flatMap((run) => run.parked.map(({ villageCode, message }) => ({ villageCode, message }))), durationMs: Math.round(performance.now() - started),
    proof: prove ? summary(proofs) : null,
  };
}

function summary(proofs: readonly Proof[]): NonNullable<Recalculated['proof']> {
  const differing = proofs.filter(({ differences }) => differences.length > 0).map(({ countyCode, differences }): [string, number] => [countyCode, differences.length]);
  return {
    households: proofs.reduce((total, { households }) => total + households, 0), differences: differing.reduce((total, [, n]) => total + n, 0),
    unsettled: proofs.reduce((total, { unsettled }) => total + unsettled.length, 0), counties: Object.fromEntries(differing),
  };
}

export const recalculateCommands: Command[] = [
  {
    words: ['recalculate'],
    help: 'Compute what was written to; --division narrows it to a county or league, --full computes every village, --prove compares with a computation from nothing (exit code 1 when anything differs).',
    options: { division: { type: 'string' }, full: { type: 'boolean' }, prove: { type: 'boolean' } },
    async run({ values }) {
      const division = (textOption(values, 'division') ?? '15').slice(0, 6);
      if (!/^([0-9]{2}|[0-9]{4}|[0-9]{6})$/.test(division)) throw new UsageError('--division takes the code of a region, league or county');
      const result = await withApp((app) => recalculate(app, { division, full: values['full'] === true, prove: values['prove'] === true }));
      if ((result.proof?.differences ?? 0) > 0 || result.parked.length > 0) process.exitCode = 1;
      return result;
    },
    print(result: Recalculated) {
      process.stdout.write(`${result.counties} counties, ${result.villages} villages: ${result.factsChanged} facts and ${result.verdictsChanged} verdicts changed (${result.durationMs} ms)\n`);
      for (const { villageCode, message } of result.parked) process.stdout.write(`  parked ${villageCode}: ${message}\n`);
      const { proof } = result;
      if (!proof) return;
      process.stdout.write(`proof: ${proof.households} households computed from nothing, ${proof.differences} differences${proof.unsettled > 0 ? `, ${proof.unsettled} villages left out because they are being written to` : ''}\n`);
      for (const [county, n] of Object.entries(proof.counties)) process.stdout.write(`  ${county}: ${n} differences, listed in recalculation_difference\n`);
    },
  },
];
