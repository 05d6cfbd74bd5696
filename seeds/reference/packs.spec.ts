import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parsePack } from '#domain';

const folder = path.join(process.cwd(), 'seeds/reference/packs');
const packs = readdirSync(folder).map((file) => ({ file, ...parsePack(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))) }));

describe('the seeded packs', () => {
  it('are the procedures of registration, exit and re-entry', () => {
    expect(packs.map(({ pack }) => pack.code).sort()).toEqual([
      'clear_out', 'county_exit', 'end_entitlement', 'household_exit', 'identification', 're_entry', 'village_exit',
    ]);
  });
  it.each(packs.map(({ file, faults }) => [file, faults] as const))('%s obeys the laws of packs', (_, faults) => {
    expect(faults).toEqual([]);
  });
  it('demand no share of votes, for none has been set for the region', () => {
    expect(packs.flatMap(({ pack }) => pack.steps).filter(({ review }) => review?.attendance || review?.approval)).toEqual([]);
  });
  it('notify in working days only where a source says so', () => {
    const working = packs.filter(({ pack }) => pack.steps.some(({ notice }) => notice?.unit === 'working')).map(({ pack }) => pack.code);
    expect(working).toEqual(['county_exit']);
  });
});
