import { readFile } from 'node:fs/promises';
import { isDivisionCode } from '#domain';
import { listed, SampleDrawing, sampleInput, SampleVerifyRequest } from '#inspection';
import { Db, systemActor, validated } from '#platform';
import { CommandFault, textOption, UsageError, type Command } from '../command.js';
import { withApp } from '../context.js';
import { textTable } from '../table.js';

const TIMEOUT_MS = 120_000;
const SHOWN = 20;
const REGION = '15';

/** What `draw --json` prints, and `verify` reads back: everything that is needed to draw again. */
interface PrintedSample {
  readonly request: object;
  readonly seed: string;
  readonly algorithm: string;
  readonly frameSize: number;
  readonly frameSha256: string;
  readonly strata: readonly { stratum: string; units: number; drawn: number; replacements: number }[];
  readonly units: readonly { ordinal: number; role: string; id: string; stratum: string; cluster: string | null; weight: string }[];
}

interface VerifiedSample {
  readonly valid: boolean;
  readonly sameFrame: boolean;
  readonly sameList: boolean;
  readonly frameSha256: string;
}

async function readJson(file: string): Promise<Record<string, unknown>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`);
  }
}

/** Throws {@link UsageError} for a request that the API would refuse as malformed. */
async function checked(given: unknown): Promise<SampleVerifyRequest> {
  try {
    return await validated(SampleVerifyRequest, given);
  } catch (error) {
    throw new UsageError(`not a sample: ${JSON.stringify((error as { params?: unknown }).params ?? (error as Error).message)}`);
  }
}

async function drawn(request: object): Promise<PrintedSample> {
  const body = await checked(request);
  const { division } = body.question;
  if (division !== undefined && !(typeof division === 'string' && isDivisionCode(division))) throw new UsageError('question.division is no division');
  const { seed, drawn: list } = await withApp((app) =>
    app.get(Db).run({ actor: systemActor(division ?? REGION), readOnly: true, steady: true, timeoutMs: TIMEOUT_MS }, () => app.get(SampleDrawing, { strict: false }).list(sampleInput(body))));
  const { frameSize, frameSha256, strata, algorithm, version } = list;
  return { request, seed, algorithm: `${algorithm} v${version}`, frameSize, frameSha256, strata, units: listed(list) };
}

export const sampleCommands: Command[] = [
  {
    words: ['sample', 'draw'],
    args: ['file'],
    help: 'Draw the sample that FILE asks for (the body of POST /samples) and print it; keeps nothing, so it is neither sealed nor issued. --seed draws a given list again.',
    options: { seed: { type: 'string' } },
    async run({ values, args }): Promise<PrintedSample> {
      const seed = textOption(values, 'seed');
      return drawn({ ...(await readJson(args[0] ?? '')), ...(seed === undefined ? {} : { seed }) });
    },
    print(sample: PrintedSample) {
      process.stdout.write(`抽样框 frame: ${sample.frameSize}\nSHA-256: ${sample.frameSha256}\n算法 algorithm: ${sample.algorithm}\n种子 seed: ${sample.seed}\n\n`);
      process.stdout.write(`${textTable(['stratum', 'units', 'drawn', 'reserve'], sample.strata.map((line) => [line.stratum, String(line.units), String(line.drawn), String(line.replacements)]), [1, 2, 3])}\n\n`);
      const rows = sample.units.slice(0, SHOWN).map((unit) => [String(unit.ordinal), unit.role, unit.id, unit.stratum, unit.cluster ?? '', unit.weight]);
      process.stdout.write(`${textTable(['no', 'role', 'id', 'stratum', 'cluster', 'weight'], rows, [0])}\n${sample.units.length > SHOWN ? `… and ${sample.units.length - SHOWN} more; --json prints all\n` : ''}`);
    },
  },
  {
    words: ['sample', 'verify'],
    args: ['file'],
    help: 'Draw again what FILE holds (as `sample draw --json` printed it) and compare frame and list; exit code 1 when they differ.',
    async run({ args }): Promise<VerifiedSample> {
      const printed = (await readJson(args[0] ?? '')) as Partial<PrintedSample>;
      if (typeof printed.request !== 'object' || typeof printed.seed !== 'string' || !Array.isArray(printed.units)) throw new UsageError('not a printed sample: request, seed and units are needed');
      const again = await drawn({ ...printed.request, seed: printed.seed });
      if (printed.algorithm !== again.algorithm) throw new CommandFault(`drawn by ${printed.algorithm ?? 'an unknown algorithm'}, this is ${again.algorithm}`);
      const sameFrame = again.frameSha256 === printed.frameSha256;
      const sameList = JSON.stringify(again.units) === JSON.stringify(printed.units);
      if (!sameFrame || !sameList) process.exitCode = 1;
      return { valid: sameFrame && sameList, sameFrame, sameList, frameSha256: again.frameSha256 };
    },
    print({ valid, sameFrame, sameList }: VerifiedSample) {
      const why = [...(sameFrame ? [] : ['抽样框已变化  the frame has changed']), ...(sameList ? [] : ['名单不一致  the list differs'])].join('；');
      process.stdout.write(valid ? '名单与种子、抽样框一致  the list follows from seed and frame\n' : `${why}\n`);
    },
  },
];
