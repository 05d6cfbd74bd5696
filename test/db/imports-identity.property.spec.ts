import fc from 'fast-check';
import { startTestApp, type TestApp } from '../support/app.js';
import { actorOf, Importing, villagesOf } from '../support/imports/importing.js';
import { csvOf, sampleId, type SampleVillage } from '../support/imports/sample.js';

const heads = ['嘎查村', '户编号', '人编号', '姓名', '证件号码', '与户主关系', '性别', '健康状况', '务工时间', '人均纯收入', '年度', '致贫原因', '联系电话'];

function rarely<T>(odd: T, usual: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constant(odd) });
}

/** One person's cells; some are nonsense. */
const cells = fc.record({
  relation: rarely('邻居', ['配偶', '之子', '之子']), id: fc.oneof({ weight: 30, arbitrary: fc.constantFrom('own', 'own', 'none') }, { weight: 1, arbitrary: fc.constantFrom('broken', 'float') }), code: fc.boolean(),
  health: rarely('一般', ['健康', '残疾', '']), months: rarely('13', ['6', '7', '']), name: rarely('', ['same']),
});
/** Few households and few persons, so that files collide with one another and with what is there. */
const household = fc.record({
  household: fc.integer({ min: 0, max: 5 }), numbered: rarely(false, [true]), lost: rarely(true, [false]), persons: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }), stray: rarely(true, [false]),
  people: fc.array(cells, { minLength: 4, maxLength: 4 }), headed: rarely(false, [true, true]), income: rarely('多', ['3000', '3100', '']), cause: rarely('水', ['因病', '因残', '']),
  year: rarely('1900', ['2020', '2020', '2019', '']), phone: rarely('12', ['13800000001', '13800000002', '']),
});
const file = fc.record({ households: fc.uniqueArray(household, { minLength: 1, maxLength: 6, selector: (one) => (one.stray ? `${one.household}stray` : String(one.household)) }), scattered: rarely(true, [false, false]) });
type RandomFile = typeof file extends fc.Arbitrary<infer T> ? T : never;

describe('whatever a file holds', () => {
  let test: TestApp;
  let county: Importing;
  let villages: SampleVillage[];
  beforeAll(async () => {
    test = await startTestApp();
    county = new Importing(test, actorOf('county_officer', '150221'));
    villages = await villagesOf(test, '150221', 3);
  });
  afterAll(() => test.close());

  const RUNS = Number(process.env['IMPORT_RUNS'] ?? 25);

  it(`rows in = created + updated + unchanged + rejected, and what was written once is unchanged the next time (${RUNS} files)`, async () => {
    let world = 0;
    const total = [0, 0, 0, 0, 0];
    await fc.assert(
      fc.asyncProperty(file, file, fc.constantFrom('check', 'all', 'good', 'good'), async (first, second, mode) => {
        world += 1;
        for (const random of [first, second]) {
          const table = rowsOf(random, world);
          const text = csvOf([heads, ...table]);
          const { id, batch } = await county.check('a.csv', text, 2020);
          expect([batch.state, batch.failure]).toEqual(['validated', null]);
          counts(batch).forEach((count, index) => (total[index] = (total[index] ?? 0) + (count ?? 0)));
          expect(sumOf(batch)).toBe(table.length);
          expect(batch.rows_in).toBe(table.length);
          const [{ kept }] = (await county.query<{ kept: number }>(`select count(*)::int as kept from import_row where batch_id = $1 and outcome = 'rejected'`, [id.id])) as [{ kept: number }];
          expect(kept).toBe(batch.rows_rejected);
          if (mode === 'check' || (mode === 'all' && batch.rows_rejected !== 0)) continue;
          const before = await people(world);
          const done = await county.commit(id, mode);
          expect([done.state, done.failure]).toEqual(['committed', null]);
          expect(counts(done)).toEqual(counts(batch));
          expect((await people(world)) - before).toBeLessThanOrEqual(done.rows_created ?? 0);
          await lawful();
          const again = await county.check('b.csv', text, 2020);
          expect(counts(again.batch)).toEqual([table.length, 0, 0, table.length - (batch.rows_rejected ?? 0), batch.rows_rejected]);
        }
      }),
      { numRuns: RUNS, seed: Number(process.env['IMPORT_SEED'] ?? 20261122) },
    );
    console.info(`import identity: ${RUNS} runs, rows in, created, updated, unchanged, rejected: ${total.join(', ')}`);
  }, 300_000);

  function rowsOf({ households, scattered }: RandomFile, at: number): string[][] {
    const rows = households.flatMap((one) => one.persons.map((n, index) => {
      const person = at * 100 + (one.stray ? 0 : one.household * 4) + n;
      const cell = one.people[index]!;
      const id = { own: sampleId(person), none: '', broken: '150221199003071230', float: '1.50221199003071E+17' }[cell.id] ?? '';
      const gender = Number(sampleId(person)[16]) % 2 === 1 ? '男' : '女';
      return [one.lost ? '不存在的村' : villages[one.household % 3]!.names[4], one.numbered ? `W${at}H${one.household}` : '', cell.code ? `W${at}P${person}` : '', cell.name === '' ? '' : `世${at}人${person}`, id,
        index === 0 && one.headed ? '户主' : cell.relation, gender, cell.health, cell.months, one.income, one.year, one.cause, one.phone];
    }));
    return scattered ? [...rows].sort((a, b) => `${a[9]}${a[3]}`.localeCompare(`${b[9]}${b[3]}`)) : rows;
  }

  const sumOf = (batch: Parameters<typeof counts>[0]) => counts(batch).slice(1).reduce((sum: number, count) => sum + (count ?? 0), 0);
  const people = async (at: number) => Number((await county.query<{ n: number }>('select count(*)::int as n from member where name like $1', [`世${at}人%`]))[0]?.n);

  /** What must hold after any import. */
  async function lawful(): Promise<void> {
    const broken = await county.query(`
      select 'household' as what, h.id::text as id, h.head_name || h.member_count || a.persons || a.heads as detail from household h
      left join lateral (select count(*) as persons, count(*) filter (where m.relation_to_head = '01') as heads, max(m.name) filter (where m.relation_to_head = '01') as head
        from member m where m.county_code = h.county_code and m.household_id = h.id and m.member_status = 'ACTIVE') a on true
      where a.persons <> h.member_count or a.heads <> 1 or a.head <> h.head_name
      union all select 'identity', m.id::text, m.name || coalesce(i.member_id::text, 'none') from member m left join identity_register i on i.id_hash = m.id_no_bidx where m.id_no_bidx is not null and i.member_id is distinct from m.id
      union all select 'year', y.id::text, '' from household_year y where y.superseded_at is null and y.member_count < 0`);
    expect(broken).toEqual([]);
  }
});

function counts(batch: { rows_in: number | null; rows_created: number | null; rows_updated: number | null; rows_unchanged: number | null; rows_rejected: number | null }) {
  return [batch.rows_in, batch.rows_created, batch.rows_updated, batch.rows_unchanged, batch.rows_rejected];
}
