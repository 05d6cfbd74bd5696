import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';

let test: TestApp;
let officer: TestClient;
beforeAll(async () => {
  test = await startTestApp();
  officer = await test.as('county_officer', '150221');
});
afterAll(() => test.close());

interface Listed {
  items: { code: string; sentence: { zh: string }; notSet: string[]; amount: unknown }[];
  nextCursor: string | null;
}
const list = async (query: string): Promise<Listed> => (await officer.get(`/measures?${query}`)).body as unknown as Listed;

describe('the catalogue of measures', () => {
  it('lists all measures page by page, in the order of their codes', async () => {
    const codes: string[] = [];
    let cursor = '';
    do {
      const page = await list(`limit=40${cursor && `&cursor=${cursor}`}`);
      codes.push(...page.items.map(({ code }) => code));
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    expect(codes).toHaveLength(99);
    expect(codes).toEqual([...codes].sort());
  });

  it('finds by kind, by level and by a part of code, name or the words that say for whom', async () => {
    const codesOf = async (query: string) => (await list(query)).items.map(({ code }) => code);
    expect(await codesOf('kind=HOUSING')).toEqual(['HOU-01', 'HOU-02']);
    expect(await codesOf(`text=${encodeURIComponent('雨露')}`)).toEqual(['EMP-01']);
    expect(await codesOf('text=EDU-0&level=member')).toHaveLength(9);
    expect(await codesOf('text=%25')).toEqual([]);
  });

  it('shows one measure with its rule as a sentence, amounts as printed, sources and overlaps', async () => {
    const { status, body } = await officer.get('/measures/EDU-06');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      current: {
        sentence: { zh: expect.stringContaining('所在户享受低保') }, notSet: ['receivedWhen'],
        amount: [{ fen: 4_000_000, term: 'once', text: { zh: '4万元' } }, { fen: 3_000_000 }], overlaps: [{ code: 'EDU-07' }],
        sources: [{ document: 'S000', place: null }, { document: 'S002', title: { zh: expect.stringContaining('规划') }, place: { zh: '第五章第二节' } }],
      },
      versions: [{ version: 1 }],
    });
  });

  it('says "not set" where the documents leave it open', async () => {
    const { body } = await officer.get('/measures/SSN-01');
    expect(body).toMatchObject({ current: { sentence: { zh: '未设定' }, eligibility: null, ruleNote: { zh: expect.stringMatching(/^未设定/) }, notSet: expect.arrayContaining(['eligibility', 'period']) } });
  });

  it('answers an unknown code in Chinese', async () => {
    expect(await officer.get('/measures/XYZ-99')).toMatchObject({ status: 404, body: { code: 'measure.unknown', title: expect.stringContaining('XYZ-99') } });
    expect((await officer.get('/measures/nothing')).status).toBe(422);
  });
});
