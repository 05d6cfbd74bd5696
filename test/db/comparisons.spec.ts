import fc from 'fast-check';
import { checkDigitOf } from '#domain';
import { FieldWriter } from '#households';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { plantFamilies } from '../support/care.js';
import type { TestClient } from '../support/client.js';
import { compareRows } from '../support/compared-lists.js';
import { syntheticId, villages } from '../support/households.js';

const county = '150221';

interface Comparison { id: string; state: string; rows: number; unusable: number; matchedById: number; matchedByName: number; doubtful: number; tooCommon: number; notOurs: number }
interface Ours { name: string; born: string | null; idNo: string | null; village?: string; status?: string; removed?: boolean }
/** Row of the list, person, strength with its doubt. */
type Found = [row: number, memberId: string, strength: string];

let app: TestApp;
let inspector: TestClient;
beforeAll(async () => {
  app = await startTestApp();
  inspector = await app.as('inspector', county);
}, 120_000);
afterAll(() => app.close());

/** Registers people, each in a household of their own; answers the id of each. */
async function register(people: readonly Ours[]): Promise<string[]> {
  const hash = (idNo: string) => app.app.get(FieldWriter).identityHash('RESIDENT_ID', idNo);
  const families = await plantFamilies(app.database, people.map(({ name, born, idNo, village, status, removed }) => ({
    villageCode: village ?? villages.haizi, status,
    people: [{ relation: '01', name, birthDate: born, idNoBidx: idNo === null ? null : hash(idNo), present: removed !== true }],
  })));
  return families.map((family) => family.memberIds[0] ?? '');
}

async function compare(lines: readonly (readonly string[])[], options: { register?: string; division?: string; headings?: string[] } = {}): Promise<{ comparison: Comparison; found: Found[] }> {
  const comparison = await compareRows<Comparison>(app, inspector, { register: options.register ?? 'tekun', division: options.division ?? county, rows: [options.headings ?? ['姓名', '身份证号', '出生日期'], ...lines] });
  const rows = await adminQuery<{ line_n: number; member_id: string; strength: string; doubt: string | null }>(app.database,
    'select line_n, member_id, strength, doubt from comparison_match where comparison_id = $1 order by line_n, member_id', [comparison.id.slice(7)]);
  return { comparison, found: rows.map((row) => [row.line_n - 1, row.member_id, row.doubt ?? row.strength]) };
}

let serial = 0;
/** A name that nobody else has. */
const unique = () => `测${[...String(serial++).padStart(4, '0')].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)] ?? '').join('')}`;

describe('matching a list with members', () => {
  const number = (born = '1970-03-05') => syntheticId(born);

  describe('by document number', () => {
    it('is the same person, however the name is spaced or dotted', async () => {
      const [a, b] = [number(), number()];
      const [han, dotted] = await register([{ name: '巴特尔', born: '1970-03-05', idNo: a }, { name: '阿拉坦·其木格', born: '1970-03-05', idNo: b }]);
      const { found } = await compare([['巴 特 尔', a, ''], ['阿拉坦其木格', b.toLowerCase(), '']]);
      expect(found).toEqual([[1, han, 'ID'], [2, dotted, 'ID']]);
    });

    it('is the same person for a line that carries no name, and for a disability certificate that begins with the number', async () => {
      const [a, b] = [number(), number()];
      const [first, second] = await register([{ name: unique(), born: '1970-03-05', idNo: a }, { name: '残证人', born: '1970-03-05', idNo: b }]);
      expect((await compare([['', a, ''], ['残证人', `${b}44`, '']])).found).toEqual([[1, first, 'ID'], [2, second, 'ID']]);
    });

    it('is doubtful when the name is another', async () => {
      const a = number();
      const [person] = await register([{ name: '王大明', born: '1970-03-05', idNo: a }]);
      expect((await compare([['李小红', a, '']])).found).toEqual([[1, person, 'OTHER_NAME']]);
    });

    it('concerns everybody of that number and name, and of two names the one that is right', async () => {
      const a = number();
      const [one, two] = await register([{ name: '同号人', born: '1970-03-05', idNo: a }, { name: '同号人', born: '1970-03-05', idNo: a }, { name: '别名人', born: '1970-03-05', idNo: a }]);
      expect((await compare([['同号人', a, '']])).found.sort()).toEqual([[1, one, 'ID'], [1, two, 'ID']].sort());
    });

    it('is nobody when one digit differs, although name and birth date agree: two numbers are two persons', async () => {
      const name = unique();
      await register([{ name, born: '1970-03-05', idNo: number() }]);
      const { comparison, found } = await compare([[name, number(), '1970-03-05']]);
      expect([found, comparison.notOurs]).toEqual([[], 1]);
    });

    it('upgrades a number of fifteen digits', async () => {
      const a = number('1965-07-08');
      const [person] = await register([{ name: '老证人', born: '1965-07-08', idNo: a }]);
      expect((await compare([['老证人', a.slice(0, 6) + a.slice(8, 17), '']])).found).toEqual([[1, person, 'ID']]);
    });
  });

  describe('by name and birth date', () => {
    it('is the same person when the list or our record lacks a number', async () => {
      const [a, b] = [unique(), unique()];
      const [withNumber, without] = await register([{ name: a, born: '1970-03-05', idNo: number() }, { name: b, born: '1970-03-05', idNo: null }]);
      expect((await compare([[a, '', '1970.3.5'], [b, number(), '']])).found).toEqual([[1, withNumber, 'NAME_BIRTH'], [2, without, 'NAME_BIRTH']]);
    });

    it('takes a number with a wrong check digit for none, and its birth date for what it is', async () => {
      const name = unique();
      const right = number('1971-02-03');
      const typo = right.slice(0, 17) + (right.endsWith('1') ? '2' : '1');
      const [person] = await register([{ name, born: '1971-02-03', idNo: right }]);
      expect((await compare([[name, typo, '']])).found).toEqual([[1, person, 'NAME_BIRTH']]);
    });

    it('is doubtful when several persons fit, and when two numbers claim the same person', async () => {
      const [twins, claimed] = [unique(), unique()];
      const [one, two, third] = await register([{ name: twins, born: '1970-03-05', idNo: null }, { name: twins, born: '1970-03-05', idNo: null }, { name: claimed, born: '1970-03-05', idNo: null }]);
      const { found } = await compare([[twins, '', '1970-03-05'], [claimed, number(), ''], [claimed, number(), '']]);
      expect(found.sort()).toEqual([[1, one, 'AMBIGUOUS'], [1, two, 'AMBIGUOUS'], [2, third, 'AMBIGUOUS'], [3, third, 'AMBIGUOUS']].sort());
    });

    it.each([['year', '1971-03-05'], ['month', '1970-04-05'], ['day', '1970-03-06']])('is doubtful when only the %s differs', async (_part, written) => {
      const name = unique();
      const [person] = await register([{ name, born: '1970-03-05', idNo: null }]);
      expect((await compare([[name, '', written]])).found).toEqual([[1, person, 'BIRTH_NEAR']]);
    });

    it('is nobody when two parts differ, when the name differs, or when the near one has another number', async () => {
      const [a, b, c] = [unique(), unique(), unique()];
      await register([{ name: a, born: '1970-03-05', idNo: null }, { name: b, born: '1970-03-05', idNo: null }, { name: c, born: '1970-03-05', idNo: number() }]);
      expect((await compare([[a, '', '1971-04-05'], [`${b}子`, '', '1970-03-05'], [c, number('1970-03-06'), '']])).found).toEqual([]);
    });

    it('does not look for near dates where an exact one is found', async () => {
      const name = unique();
      const [exact] = await register([{ name, born: '1970-03-05', idNo: null }, { name, born: '1970-03-06', idNo: null }]);
      expect((await compare([[name, '', '1970-03-05']])).found).toEqual([[1, exact, 'NAME_BIRTH']]);
    });

    it('names nobody when a near date fits more than ten persons, and says how many lines that are', async () => {
      const [eleven, ten] = [unique(), unique()];
      await register(Array.from({ length: 11 }, (_, i) => ({ name: eleven, born: `1970-03-${10 + i}`, idNo: null })));
      await register(Array.from({ length: 10 }, (_, i) => ({ name: ten, born: `1970-03-${10 + i}`, idNo: null })));
      const { comparison, found } = await compare([[eleven, '', '1970-03-05'], [ten, '', '1970-03-05']]);
      expect(comparison).toMatchObject({ tooCommon: 1, doubtful: 1 });
      expect(found.filter(([row]) => row === 1)).toEqual([]);
      expect(found.filter(([row]) => row === 2)).toHaveLength(10);
    });
  });

  it('passes over persons outside the division, of households that were cleared out or ended, and who left their household', async () => {
    const [other, cleared, ended, left] = [number(), number(), number(), number()];
    await register([
      { name: '别处人', born: '1970-03-05', idNo: other, village: villages.otherCounty }, { name: '清退人', born: '1970-03-05', idNo: cleared, status: 'CLEARED_OUT' },
      { name: '注销人', born: '1970-03-05', idNo: ended, status: 'DEREGISTERED' }, { name: '减少人', born: '1970-03-05', idNo: left, removed: true },
    ]);
    const list = [['别处人', other, ''], ['清退人', cleared, ''], ['注销人', ended, ''], ['减少人', left, '']];
    expect((await compare(list)).found).toEqual([]);
    // A death list speaks of those who left, too: payments may have gone on.
    expect((await compare(list, { register: 'death' })).found.map(([row]) => row)).toEqual([4]);
  });

  it('counts every line exactly once', async () => {
    const [a, b, c] = [number(), unique(), unique()];
    await register([{ name: '计数人', born: '1970-03-05', idNo: a }, { name: b, born: '1970-03-05', idNo: null }, { name: c, born: '1970-03-05', idNo: null }]);
    const { comparison } = await compare([['计数人', a, ''], [b, '', '1970-03-05'], [c, '', '1970-03-06'], ['外人', number(), ''], ['没有号码', '', ''], ['', '', '1970-01-01']]);
    expect(comparison).toMatchObject({ rows: 6, unusable: 2, matchedById: 1, matchedByName: 1, doubtful: 1, tooCommon: 0, notOurs: 1 });
  });

  it('the same list again gives the same result', async () => {
    const [a, b] = [number(), unique()];
    await register([{ name: '重复人', born: '1970-03-05', idNo: a }, { name: b, born: '1970-03-05', idNo: null }]);
    const list = [['重复人', a, ''], [b, '', '1970-03-05'], ['重复人', a, '']];
    const first = await compare(list);
    expect((await compare(list)).found).toEqual(first.found);
    expect(first.found.map(([row, , strength]) => [row, strength])).toEqual([[1, 'ID'], [2, 'NAME_BIRTH'], [3, 'ID']]);
  });

  it('finds planted persons exactly, whatever else is on the list', async () => {
    // What is done to a line, and what must come of it.
    const kinds = ['as registered', 'other name', 'no number', 'wrong check digit', 'near date', 'far date', 'stranger'] as const;
    const expected: Record<(typeof kinds)[number], string | null> = {
      'as registered': 'ID', 'other name': 'OTHER_NAME', 'no number': 'NAME_BIRTH', 'wrong check digit': 'NAME_BIRTH', 'near date': 'BIRTH_NEAR', 'far date': null, stranger: null,
    };
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 40 }), async (plan) => {
      const people = plan.map((kind, i) => {
        const born = `19${60 + (i % 30)}-0${1 + (i % 9)}-1${i % 8}`;
        return { kind, name: unique(), born, idNo: syntheticId(born) };
      });
      const ids = await register(people.filter(({ kind }) => kind !== 'stranger').map(({ name, born, idNo }) => ({ name, born, idNo })));
      let at = 0;
      const wanted: Found[] = [];
      const lines = people.map(({ kind, name, born, idNo }, i) => {
        const member = kind === 'stranger' ? '' : (ids[at++] ?? '');
        const strength = expected[kind];
        if (strength !== null) wanted.push([i + 1, member, strength]);
        const near = `${born.slice(0, 9)}${(Number(born[9]) + 1) % 10}`;
        const damaged = idNo.slice(0, 17) + '0123456789X'[('0123456789X'.indexOf(checkDigitOf(idNo.slice(0, 17))) + 1) % 11];
        const written: Record<typeof kind, string[]> = {
          'as registered': [name, idNo, born], 'other name': [unique(), idNo, born], 'no number': [name, '', born], 'wrong check digit': [name, damaged, ''], 'near date': [name, '', near],
          'far date': [name, '', '1931-12-30'], stranger: [name, idNo, born],
        };
        return written[kind];
      });
      const { found, comparison } = await compare(lines);
      expect(found).toEqual(wanted);
      expect(comparison.notOurs).toBe(plan.length - wanted.length);
    }), { numRuns: 25 });
  });

  it('keeps no clear number anywhere in the database', async () => {
    const a = number();
    await register([{ name: '保密人', born: '1970-03-05', idNo: a }]);
    await compare([['保密人', a, ''], ['外人', number(), '']]);
    const rows = await adminQuery(app.database, `select to_jsonb(l)::text as t from comparison_line l union all select to_jsonb(m)::text from comparison_match m
      union all select to_jsonb(c)::text from comparison c union all select payload from audit_log where table_name like 'comparison%'`);
    expect(JSON.stringify(rows)).not.toContain(a);
  });
});
