import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { checkDigitOf } from '#domain';
import { copyLines, FieldWriter, ImportFiles, MemoryWatch, sampleId } from '#households';
import { ComparisonRunner, Comparisons } from '#inspection';
import { CryptoProvider, Db, parseEnv, systemActor } from '#platform';
import { BenchWorld } from './bench-world.js';
import * as sql from './compare.queries.js';
import { round, timed, type BenchResult } from './result.js';

interface Member { readonly id: string; readonly name: string; readonly birth_date: string; readonly id_no_enc: string | null }
interface Line { readonly name: string; readonly idNo: string; readonly birthDate: string }

const AS_SYSTEM = `set app.scope = '15'; set app.actor = '00000000-0000-7000-8000-000000000001'; set app.role = 'system'; set app.request = 'bench'`;
const MB = 1_048_576;

/** In a region that is kept where one is asked for; people alone are enough otherwise, and made faster. */
export function benchComparison({ size, quick, keep }: { size: number | null; quick: boolean; keep: boolean }): Promise<BenchResult[]> {
  const [households, lines] = [size ?? (quick ? 600 : 20_000), quick ? 1_000 : 100_000];
  if (keep) return BenchWorld.region({ households, keep }, (world) => benchCompare(world, { lines }));
  return BenchWorld.with(async (world) => {
    await world.populate(households, [2020]);
    return benchCompare(world, { lines });
  });
}

/** A list of deaths over the whole region, from the file to its matches, against the lines by COPY and one hash join by number. */
async function benchCompare(world: BenchWorld, { lines }: { lines: number }): Promise<BenchResult[]> {
  const env = parseEnv(world.env);
  const crypto = new CryptoProvider(env);
  const { members, list } = await world.admin(async (client) => ({
    members: (await client.query<{ members: number }>(sql.countMembers)).rows[0]?.members ?? 0,
    list: listOf((await client.query<Member>(sql.anyMembers, [Math.floor(lines / 2)])).rows, lines, crypto),
  }));
  const file = path.join(world.env['DATA_DIR'] ?? '.', 'deaths.csv');
  writeFileSync(file, `姓名,身份证号,出生日期,死亡日期\n${list.map(({ name, idNo, birthDate }) => `${name},${idNo},${birthDate},2026-03-04\n`).join('')}`);
  const found = await world.app(async (app) => {
    const [db, comparisons, runner, files] = [app.get(Db), app.get(Comparisons, { strict: false }), app.get(ComparisonRunner, { strict: false }), app.get(ImportFiles, { strict: false })];
    const { createReadStream } = await import('node:fs');
    const actor = systemActor('15');
    const saved = await files.save(createReadStream(file), 'deaths.csv');
    const memory = new MemoryWatch();
    const row = await db.run({ actor }, async () => {
      const made = await comparisons.record({ ...saved, fileName: 'deaths.csv' }, { register: 'death', division: '15', department: '测量', purposeCode: 'DATA_COMPARISON', purpose: '测量比对的速度', listOn: '2026-10-31' });
      return comparisons.match({ countyCode: made.county_code, id: made.id });
    });
    const ms = await timed(() => runner.match({ countyCode: row.county_code, id: row.id }));
    const peakMb = memory.stop();
    const done = await db.run({ actor, readOnly: true }, () => comparisons.find({ countyCode: row.county_code, id: row.id }));
    if (done.state !== 'done') throw new Error(`the comparison ended as ${done.state}: ${JSON.stringify(done.failure)}`);
    return { ms, peakMb, beforeMb: memory.beforeMb, row: done };
  });
  const fields = new FieldWriter(crypto);
  const text = list.map(({ name, idNo, birthDate }, n) => `${n}\t${name}\t${birthDate === '' ? '\\N' : birthDate}\t${idNo === '' ? '\\N' : idNo.slice(0, 6)}\t${idNo === '' ? '\\N' : fields.identityHash('RESIDENT_ID', idNo)}\t${String(n).padStart(64, '0')}\t{"deathDate":"2026-03-04"}\n`);
  const floorMs = await world.admin(async (client) => {
    await client.query(sql.planByHash);
    await client.query(sql.createFloor);
    const ms = await timed(async () => {
      await copyLines(client, sql.copyFloor, Readable.from(chunks(text)));
      await client.query(sql.joinFloor);
    });
    await client.query(sql.dropFloor);
    await client.query(AS_SYSTEM);
    for (const statement of [...sql.forgetComparison, sql.forgetList]) await client.query(statement, [found.row.id]);
    return ms;
  });
  const { row } = found;
  return [{
    name: 'compare', size: {
      lines: row.rows ?? 0, members, 'by number': row.matched_by_id ?? 0, 'by name': row.matched_by_name ?? 0, doubtful: row.doubtful ?? 0, 'too common': row.too_common ?? 0, 'not ours': row.not_ours ?? 0,
      megabytes: round(row.file_bytes / MB),
    },
    figures: { ms: round(found.ms), rowsPerSecond: round((lines * 1000) / found.ms), peakMb: round(found.peakMb), peakOverStartMb: round(Math.max(0.01, found.peakMb - found.beforeMb)) },
    floor: { copyAndHashJoin: round(floorMs) }, ratio: round(found.ms / floorMs),
    goal: '100,000 lines against 1,570,000 members within 60 s; the floor neither reads a file nor hashes, knows no names and writes nothing', met: lines < 100_000 || members < 1_000_000 ? null : found.ms <= 60_000,
  }];
}

/** Half the lines are ours: most by number, some without one, some a day wrong; the other half nobody knows. */
function listOf(members: readonly Member[], lines: number, crypto: CryptoProvider): Line[] {
  const ours = members.map(({ id, name, birth_date, id_no_enc }, i): Line => {
    // The n-th person of a region is called 员n and has the n-th number.
    const idNo = id_no_enc === null ? sampleId(Number(name.slice(1))) : crypto.decrypt('member', 'id_no', id, id_no_enc).slice(0, 18);
    if (i % 10 === 8) return { name, idNo: '', birthDate: birth_date };
    if (i % 10 === 9) return { name, idNo: '', birthDate: `${birth_date.slice(0, 8)}${birth_date.endsWith('01') ? '02' : '01'}` };
    return { name, idNo, birthDate: birth_date };
  });
  const strangers = Array.from({ length: Math.max(0, lines - ours.length) }, (_, i): Line => {
    const seventeen = `110101${1930 + (i % 70)}${String((i % 12) + 1).padStart(2, '0')}${String((i % 28) + 1).padStart(2, '0')}${String(i % 1000).padStart(3, '0')}`;
    return { name: `外地人${i}`, idNo: seventeen + checkDigitOf(seventeen), birthDate: '' };
  });
  return [...ours, ...strangers];
}

function* chunks(lines: readonly string[]): Generator<Buffer> {
  for (let at = 0; at < lines.length; at += 500) yield Buffer.from(lines.slice(at, at + 500).join(''), 'utf8');
}
