import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { asSystem } from '../support/care.js';
import type { TestClient } from '../support/client.js';
import { county, exitAt, householdWithYear, newCast, setStatus, village, type Cast } from '../support/procedures.js';

interface Rule { rule: string; zh: string; recorded: string; thatDay: { verdict: string; version: number | null; explanation: unknown }; today: { verdict: string; version: number | null }; refusedToday: boolean }
interface Replay { caseId: string; outcome: string; agrees: boolean; flips: boolean; rules: Rule[] | null }
interface Report { decisions: number; withoutFacts: number; disagreeing: number; flipping: number; items: Replay[]; nextCursor: string | null }

let app: TestApp;
let cast: Cast;
let inspector: TestClient;
let exited: string;

/** A version of the exit rule that is in force from today on, with one more condition. */
const demandAlso = async (condition: object) => {
  await asSystem(app.database, `
    with ended as (update rule_version set valid_to = app.today() where code = 'household.exit' and valid_to is null returning *)
    insert into rule_version (id, code, version, level, name, description, expression, examples, source, valid_from, published_by)
    select gen_random_uuid(), code, version + 1, level, name, description, jsonb_build_object('combinator', 'and', 'rules', jsonb_build_array(expression, '${JSON.stringify(condition)}'::jsonb)), examples, source, app.today(), published_by
    from ended`);
};
const replay = async (id: string) => (await inspector.get<Replay>(`/cases/${id}/replay`)).body;
const report = async (body: object = {}) => {
  const answer = await inspector.post<Report>('/decision-replays', { body: { division: county, ...body } });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};

beforeAll(async () => {
  app = await startTestApp();
  cast = await newCast(app);
  inspector = await app.as('inspector', '15');
  const household = await householdWithYear(cast.clerk, { income: 'safe' });
  await setStatus(app, household, 'REGISTERED');
  exited = (await exitAt(app, cast, { household, to: 'ANNOUNCEMENT' })).id;
});
afterAll(() => app.close());

describe('a decision that is judged once more', () => {
  it('comes out as it was recorded by the rules of its day, and stands while they are those of today', async () => {
    const found = await replay(exited);
    expect(found).toMatchObject({ caseId: exited, outcome: 'APPROVED', agrees: true, flips: false });
    expect(found.rules?.[0]).toMatchObject({ rule: 'household.exit', recorded: 'met', thatDay: { verdict: 'met', version: 1, explanation: { verdict: 'met' } }, today: { verdict: 'met', version: 1 }, refusedToday: false });
    expect(await report()).toMatchObject({ decisions: 1, withoutFacts: 0, disagreeing: 0, flipping: 0, items: [], nextCursor: null });
  });

  it('is on the list when the rules of today would refuse it, by a condition over its persons', async () => {
    await demandAlso({ over: 'members', quantifier: 'all', where: { field: 'age', operator: '>=', value: 60 } });
    const found = await replay(exited);
    expect(found).toMatchObject({ agrees: true, flips: true });
    expect(found.rules?.[0]).toMatchObject({ thatDay: { verdict: 'met', version: 1 }, today: { verdict: 'not_met', version: 2 }, refusedToday: true });
    const listed = await report({ pack: 'household_exit' });
    expect(listed).toMatchObject({ decisions: 1, flipping: 1 });
    expect(listed.items.map(({ caseId }) => caseId)).toEqual([exited]);
    expect(await report({ pack: 'identification' })).toMatchObject({ decisions: 0, flipping: 0 });
    expect(await report({ division: village, from: '2090-01-01' })).toMatchObject({ decisions: 0 });
  });

  it('disagrees when the facts that were kept with it were altered', async () => {
    await adminQuery(app.database, `update case_snapshot set facts = jsonb_set(facts, '{safe_water}', 'false')`);
    expect(await replay(exited)).toMatchObject({ agrees: false, rules: [expect.objectContaining({ recorded: 'met', thatDay: expect.objectContaining({ verdict: 'not_met' }) })] });
    expect(await report()).toMatchObject({ decisions: 1, disagreeing: 1 });
    await adminQuery(app.database, `update case_snapshot set facts = jsonb_set(facts, '{safe_water}', 'true')`);
  });

  it('of a snapshot from before persons were kept leaves open what needs them, and does not call that an alteration', async () => {
    await adminQuery(app.database, 'update case_snapshot set members = null, parameters = null');
    const found = await replay(exited);
    expect(found.agrees).toBe(true);
    expect(found.rules?.[0]).toMatchObject({ recorded: 'met', thatDay: { verdict: 'unproven' } });
  });

  it('is for inspectors and the region, within their territory', async () => {
    expect((await cast.approver.get(`/cases/${exited}/replay`)).status).toBe(403);
    const elsewhere = await app.as('inspector', '1504');
    expect((await elsewhere.get(`/cases/${exited}/replay`)).status).toBe(404);
    expect((await elsewhere.post('/decision-replays', { body: { division: county } }))).toMatchObject({ status: 422, body: { code: 'history.division-outside' } });
    expect((await inspector.post('/decision-replays', { body: { division: county, from: '2020-02-31' } })).status).toBe(422);
  });
});
