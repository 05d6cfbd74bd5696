import { HouseholdYearService } from '#households';
import { systemActor } from '#platform';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import type { HouseholdBody } from '../support/households.js';
import { act, county, did, exitAt, householdWithYear, newCast, paper, read, setStatus, start, type Cast, type Refusal } from '../support/procedures.js';

/** 1,000 in a nightly run. */
const RACES = Number(process.env['BANGFU_RACES'] ?? 60);

let app: TestApp;
let cast: Cast;
let rival: TestClient;
beforeAll(async () => {
  app = await startTestApp();
  cast = await newCast(app);
  rival = await app.as('county_approver', county);
});
afterAll(() => app.close());

const registered = async (status: 'REGISTERED' | 'EXITED_ENTITLED'): Promise<HouseholdBody> => {
  const household = await householdWithYear(cast.clerk, { income: 'safe' });
  await setStatus(app, household, status);
  return household;
};
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A case that waits for its decision after three quick steps. */
async function atDecision(household: HouseholdBody): Promise<{ id: string; version: number }> {
  const { id } = await start(cast.clerk, 'end_entitlement', household.id, { reason: '成员考录为公职人员' });
  await did(cast.clerk, id, 'submit', { evidence: [paper('finding_record')] });
  return did(cast.township, id, 'agree');
}

describe('two approvers at once (F1)', () => {
  it(`in ${RACES} races exactly one wins, and the other gets 409 with both versions`, async () => {
    const household = await registered('EXITED_ENTITLED');
    const rivals: [string, Record<string, unknown>][] = [
      ['agree', {}], ['refuse', { opinion: '不同意' }], ['return', { opinion: '补充', fields: ['finding_record'], toStep: 'TOWNSHIP_REVIEW' }],
    ];
    const tally = { won: 0, lost: 0, decided: 0 };
    for (let race = 0; race < RACES; race++) {
      const target = race % 3 === 0 ? await registered('EXITED_ENTITLED') : household;
      const { id, version } = await atDecision(target);
      // A case that ends the entitlement cannot be opened again for the same household: the shared one is only ever returned or refused.
      const [action, more] = rivals[race % 3] ?? ['agree', {}];
      const first = action === 'agree' ? act(cast.approver, id, 'agree', { expectedVersion: version }) : act(cast.approver, id, action, { ...more, expectedVersion: version });
      const second = act(rival, id, action, { ...more, expectedVersion: version });
      const answers = await Promise.all([first, second]);
      tally.won += answers.filter(({ status }) => status === 200).length;
      const lost = answers.filter(({ status }) => status === 409);
      tally.lost += lost.length;
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(lost[0]?.body).toMatchObject({ code: 'stale-version', params: { yourVersion: version, version: version + 1, current: { lastAction: action } } });
      const events = (await read(cast.officer, id)).events.filter(({ step }) => step === 'COUNTY_DECISION');
      expect(events).toHaveLength(1);
      if (action === 'return') await did(cast.township, id, 'refuse', { opinion: '结束' });
      if (action === 'agree') tally.decided += 1;
    }
    const [rows] = await adminQuery<{ decisions: number; doubled: number }>(app.database, `
      select count(*) filter (where outcome = 'APPROVED')::int as decisions, (count(*) - count(distinct case_id))::int as doubled from case_decision`);
    expect(rows).toEqual({ decisions: tally.decided, doubled: 0 });
    console.info(`F1: ${RACES} races, ${tally.won} won, ${tally.lost} refused with 409, ${tally.decided} approvals, 0 double`);
  }, 60_000 + RACES * 3_000);

  it('opens one case when two start it at once', async () => {
    for (let race = 0; race < Math.ceil(RACES / 6); race++) {
      const household = await registered('EXITED_ENTITLED');
      const body = { pack: 'end_entitlement', subjectId: household.id, year: 2020, reason: '测试' };
      const answers = await Promise.all([cast.clerk, cast.clerk2, cast.member].map((client) => client.post<Refusal>('/cases', { body })));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
      expect(answers.filter(({ status }) => status === 409).every((answer) => answer.body.code === 'case.already-open')).toBe(true);
    }
  }, 60_000 + RACES * 500);

  it('lets one person with two browser windows act once', async () => {
    const { id, version } = await atDecision(await registered('EXITED_ENTITLED'));
    const answers = await Promise.all([1, 2, 3].map(() => act(cast.approver, id, 'agree', { expectedVersion: version })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });
});

describe('an approval while the income changes (F2)', () => {
  const change = (household: HouseholdBody, wage: number) => cast.clerk.patch(`/households/${household.id}/years/2020`, { body: { version: 1, reason: '收入更正', values: { wageMigrantWork: wage } } });

  it(`in ${RACES} races is never given on facts that had moved`, async () => {
    const tally = { approved: 0, refused: 0, late: 0 };
    for (let race = 0; race < RACES; race++) {
      const household = await registered('EXITED_ENTITLED');
      const { id, version } = await atDecision(household);
      const delays = [(race * 7) % 40, (race * 13) % 40];
      let changedAt = 0;
      let askedAt = 0;
      const [changed, answer] = await Promise.all([
        (async () => { await pause(delays[0] ?? 0); const response = await change(household, 300_000); changedAt = performance.now(); return response; })(),
        (async () => { await pause(delays[1] ?? 0); askedAt = performance.now(); return act(cast.approver, id, 'agree', { expectedVersion: version }); })(),
      ]);
      expect(changed.status).toBe(200);
      if (answer.status === 200) {
        tally.approved += 1;
        expect(changedAt).toBeGreaterThan(askedAt); // whoever was told that the change is stored cannot see an approval of the old facts begin
        const [row] = await adminQuery<{ same: boolean }>(app.database, `
          select d.facts_hash = s.facts_hash and (s.facts ->> 'wage_fen')::bigint = 1800000 as same
          from case_decision d join case_snapshot s on s.county_code = d.county_code and s.id = d.snapshot_id where d.case_id = $1::uuid`, [id.slice(7)]);
        expect(row).toEqual({ same: true });
      } else {
        tally.refused += 1;
        expect(answer).toMatchObject({ status: 409, body: { code: 'case.facts-changed' } });
        expect((await read(cast.officer, id)).status).toBe('OPEN');
      }
    }
    console.info(`F2: ${RACES} races, ${tally.approved} approved before the change, ${tally.refused} refused after it, 0 on moved facts`);
  }, 60_000 + RACES * 3_000);

  it('waits for a change that is being written, and is then refused', async () => {
    const household = await registered('REGISTERED');
    const { id, version } = await exitAt(app, cast, { household, to: 'COUNTY_DECISION' });
    let commit = (): void => undefined;
    const hold = new Promise<void>((resolve) => { commit = resolve; });
    let written = (): void => undefined;
    const isWritten = new Promise<void>((resolve) => { written = resolve; });
    const years = app.app.get(HouseholdYearService, { strict: false });
    const change = app.db.run({ actor: systemActor('15') }, async () => {
      await years.correct({ countyCode: household.id.slice(0, 6), id: household.id.slice(7) }, 2020, { version: 1, reason: '收入更正', values: { wageMigrantWork: 100_000 } });
      written();
      await hold;
    });
    await isWritten;
    let answered = false;
    const approval = act(cast.approver, id, 'agree', { expectedVersion: version }).finally(() => { answered = true; });
    await pause(400);
    expect(answered).toBe(false);
    commit();
    await change;
    expect(await approval).toMatchObject({ status: 409, body: { code: 'case.facts-changed' } });
  });
});
