import { verifyDossier } from '#domain';
import { sha256 } from '#procedures';
import { startTestApp, type TestApp } from '../support/app.js';
import type { HouseholdBody } from '../support/households.js';
import { act, did, exitAt, householdWithYear, newCast, paper, read, record, setStatus, YEAR, type CaseDetailBody, type Cast } from '../support/procedures.js';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startTestApp();
  cast = await newCast(app);
});
afterAll(() => app.close());

type Detail = CaseDetailBody & { assignedTo: string | null; directReturn: { step: string; over: { zh: string }[]; refused: { zh: string } | null } | null };
const detail = async (id: string) => (await cast.officer.get<Detail>(`/cases/${id}`)).body;

/** An exit that the county has returned to the verification. */
async function returnedByCounty(fields = ['perCapitaIncome']): Promise<{ household: HouseholdBody; id: string }> {
  const household = await householdWithYear(cast.clerk, { income: 'safe' });
  await setStatus(app, household, 'REGISTERED');
  const { id } = await exitAt(app, cast, { household, to: 'COUNTY_DECISION' });
  await did(cast.approver, id, 'return', { toStep: 'VERIFICATION', fields, opinion: '核实表缺少工作队签字' });
  return { household, id };
}

const answer = (id: string) => act(cast.member, id, 'agree', { direct: true, evidence: [paper('verification_form')] });

describe('the answer to a return', () => {
  it('goes straight to whoever returned the case, over steps that still hold, and the case is decided and sealed', async () => {
    const { id } = await returnedByCounty();
    expect((await detail(id)).directReturn).toMatchObject({ step: 'COUNTY_DECISION', refused: null, over: [{ zh: expect.any(String) }, { zh: expect.any(String) }] });
    expect((await answer(id)).status).toBe(200);

    const after = await detail(id);
    expect(after).toMatchObject({ currentStep: 'COUNTY_DECISION', directReturn: null });
    expect(after.assignedTo).not.toBeNull();
    expect(after.events.at(-1)).toMatchObject({ action: 'agree', step: 'VERIFICATION', toStep: 'COUNTY_DECISION', direct: true });
    expect(after.notices).toEqual([expect.objectContaining({ state: 'CLOSED', lastDay: expect.any(String) })]);
    await did(cast.approver, id, 'agree', { opinion: '同意退出' });
    const file = await cast.officer.get(`/cases/${id}/dossier`);
    expect(verifyDossier(file.raw.toString('utf8'), sha256)).toMatchObject({ valid: true, faults: [] });
  });

  it('goes step by step when nobody asks for the direct way: the notice hangs again', async () => {
    const { id } = await returnedByCounty();
    await did(cast.member, id, 'agree', { evidence: [paper('verification_form')] });
    const after = await detail(id);
    expect(after).toMatchObject({ currentStep: 'NOTICE' });
    expect(after.events.at(-1)).toMatchObject({ toStep: 'NOTICE', direct: false });
    expect(after.notices.map(({ state }) => state)).toEqual(['VOID']);
    expect(after.directReturn).toBeNull();
  });

  it('does not go straight back when the facts that the steps between rested on have changed', async () => {
    const { household, id } = await returnedByCounty();
    await record(cast.clerk, household, { year: YEAR, wage: 1_700_000, version: 1 });
    const refused = await answer(id);
    expect(refused).toMatchObject({ status: 409, body: { code: 'case.not-direct' } });
    expect(JSON.stringify(refused.body)).toContain('net_income_per_capita_fen');
    expect(await detail(id)).toMatchObject({ currentStep: 'VERIFICATION', notices: [{ state: 'VOID' }] });
    await did(cast.member, id, 'agree', { evidence: [paper('verification_form')] });
    expect(await detail(id)).toMatchObject({ currentStep: 'NOTICE' });
  });

  it('does not go straight back over a step that the return complains about, from a meeting, or without a return', async () => {
    const { id } = await returnedByCounty(['step:NOTICE']);
    expect((await detail(id)).directReturn?.refused?.zh).toMatch(/公示/);
    expect(await answer(id)).toMatchObject({ status: 409, body: { code: 'case.not-direct' } });

    const other = await returnedByCounty();
    await did(cast.member, other.id, 'agree', { direct: true, evidence: [paper('verification_form')] });
    expect(await act(cast.approver, other.id, 'agree', { direct: true, opinion: '同意' })).toMatchObject({ status: 200 });

    const fresh = await householdWithYear(cast.clerk, { income: 'safe' });
    await setStatus(app, fresh, 'REGISTERED');
    const running = await exitAt(app, cast, { household: fresh, to: 'VERIFICATION' });
    expect(await act(cast.member, running.id, 'agree', { direct: true, evidence: [paper('verification_form'), paper('household_signature')] })).toMatchObject({ status: 409, body: { code: 'case.no-return' } });
  });

  it('waits only for the person who returned it; another of the office is told so', async () => {
    const { id } = await returnedByCounty();
    await answer(id);
    const colleague = await app.as('county_approver', id.slice(0, 6));
    expect(await act(colleague, id, 'agree', { opinion: '同意' })).toMatchObject({ status: 403, body: { code: 'case.assigned-to-other' } });
    expect((await read(cast.approver, id)).allowedActions.find(({ action }) => action === 'agree')).toMatchObject({ allowed: true });
  });
});
