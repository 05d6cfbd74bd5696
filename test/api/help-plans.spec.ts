import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../support/app.js';
import { county, fine, helpCast, poorHousehold, village, type HelpCast, type HelpRefusal } from '../support/help.js';
import type { TestClient } from '../support/client.js';

interface PlanBody {
  id: string;
  status: string;
  version: number;
  revision: number;
  items: { measureCode: string; memberId: string | null; amountFen: number | null }[];
  events: { action: string }[];
}

let app: TestApp;
let cast: HelpCast;
beforeAll(async () => {
  app = await startTestApp();
  cast = await helpCast(app);
}, 60_000);
afterAll(() => app.close());

const items = [{ measureCode: 'IND-01', aim: '养牛增收', amountFen: 500_000 }];
const draft = (client: TestClient, householdId: string, more: Record<string, unknown> = {}) => client.post<PlanBody & HelpRefusal>('/help-plans', { body: { householdId, year: 2026, aim: '年内人均增收', items, ...more } });
const agree = (client: TestClient, id: string, version: number) => client.post<PlanBody & HelpRefusal>(`/help-plans/${id}/agreement`, { body: { version, signatureRef: '签字-1' } });
const confirm = (client: TestClient, id: string, version: number) => client.post<PlanBody & HelpRefusal>(`/help-plans/${id}/confirmation`, { body: { version } });

describe('a help plan', () => {
  it('is drafted, agreed in the village, confirmed by the county, and becomes assignments once', async () => {
    const household = await poorHousehold(app, cast.clerk);
    const both = [...items, { measureCode: 'EDU-07', memberId: household.members[1]?.id, aim: '完成学业', amountFen: 1_000_000 }];
    const plan = fine(await draft(cast.member, household.id, { items: both }));
    expect(plan).toMatchObject({ status: 'DRAFT', revision: 1, version: 1 });
    expect(fine(await agree(cast.clerk, plan.id, 1))).toMatchObject({ status: 'AGREED', version: 2 });
    expect((await cast.clerk.post<HelpRefusal>(`/help-plans/${plan.id}/assignments`, { body: {} })).body.code).toBe('plan.not-confirmed');
    expect(fine(await confirm(cast.approver, plan.id, 2))).toMatchObject({ status: 'CONFIRMED', version: 3 });
    expect(fine(await cast.clerk.post<{ done: number }>(`/help-plans/${plan.id}/assignments`)).done).toBe(2);
    expect(fine(await cast.clerk.post<{ done: number }>(`/help-plans/${plan.id}/assignments`)).done).toBe(0);
    const made = fine(await cast.clerk.get<{ planId: string; measureCode: string; plannedAmountFen: number }[]>(`/households/${household.id}/assignments`));
    expect(made.map((row) => [row.measureCode, row.plannedAmountFen, row.planId]).sort()).toEqual([['EDU-07', 1_000_000, plan.id], ['IND-01', 500_000, plan.id]]);
  });

  it('is agreed by a village desk only, and confirmed by nobody who drafted or agreed it', async () => {
    const household = await poorHousehold(app, cast.clerk);
    const plan = fine(await draft(cast.officer, household.id));
    expect(await agree(cast.officer, plan.id, 1)).toMatchObject({ status: 403, body: { code: 'plan.village-agrees' } });
    expect(await agree(cast.township, plan.id, 1)).toMatchObject({ status: 403, body: { code: 'plan.village-agrees' } });
    fine(await agree(cast.clerk, plan.id, 1));
    expect((await confirm(cast.officer, plan.id, 2)).body.code).toBe('forbidden');
    const drafter = await app.as('county_officer', county, { username: 'plan-both' });
    const approver = await app.as('county_approver', county, { username: 'plan-both' });
    const own = fine(await draft(drafter, (await poorHousehold(app, cast.clerk)).id));
    fine(await agree(cast.clerk, own.id, 1));
    expect(await confirm(approver, own.id, 2)).toMatchObject({ status: 403, body: { code: 'help.four-eyes' } });
  });

  it('goes back to the village with a reason, is edited there, and a confirmed one is edited by nobody', async () => {
    const plan = fine(await draft(cast.clerk, (await poorHousehold(app, cast.clerk)).id));
    const edit = (version: number) => cast.clerk.put<PlanBody & HelpRefusal>(`/help-plans/${plan.id}`, { body: { version, aim: '改', items: [{ measureCode: 'SOC-01', aim: '包户' }] } });
    fine(await agree(cast.clerk, plan.id, 1));
    expect(await edit(2)).toMatchObject({ status: 409, body: { code: 'help.wrong-action' } });
    expect(fine(await cast.approver.post<PlanBody>(`/help-plans/${plan.id}/return`, { body: { version: 2, reason: '目标不清' } })).status).toBe('DRAFT');
    expect(await edit(2)).toMatchObject({ status: 409, body: { code: 'stale-version' } });
    expect(fine(await edit(3)).items.map((item) => item.measureCode)).toEqual(['SOC-01']);
    fine(await agree(cast.clerk, plan.id, 4));
    fine(await confirm(cast.approver, plan.id, 5));
    expect(await edit(6)).toMatchObject({ status: 409, body: { code: 'help.wrong-action' } });
  });

  it('is revised beside the confirmed one, which holds until the revision is confirmed', async () => {
    const household = await poorHousehold(app, cast.clerk);
    const plan = fine(await draft(cast.clerk, household.id));
    expect((await cast.clerk.post<HelpRefusal>(`/help-plans/${plan.id}/revisions`)).body.code).toBe('plan.not-confirmed');
    fine(await agree(cast.clerk, plan.id, 1));
    fine(await confirm(cast.approver, plan.id, 2));
    const next = fine(await cast.clerk.post<PlanBody>(`/help-plans/${plan.id}/revisions`));
    expect(next).toMatchObject({ status: 'DRAFT', revision: 2, items: [{ measureCode: 'IND-01', amountFen: 500_000 }] });
    expect((await cast.clerk.post<HelpRefusal>(`/help-plans/${plan.id}/revisions`)).body.code).toBe('plan.exists');
    expect(fine(await cast.clerk.get<PlanBody>(`/help-plans/${plan.id}`)).status).toBe('CONFIRMED');
    fine(await agree(cast.clerk, next.id, 1));
    fine(await confirm(cast.approver, next.id, 2));
    expect(fine(await cast.clerk.get<PlanBody>(`/help-plans/${plan.id}`)).status).toBe('SUPERSEDED');
  });

  it('exists once a year, is the same for the same id, and is not made for a household that is closed, absent or foreign', async () => {
    const household = await poorHousehold(app, cast.clerk);
    const id = randomUUID();
    fine(await draft(cast.clerk, household.id, { id }));
    expect((await draft(cast.clerk, household.id, { id })).status).toBe(201);
    expect(await draft(cast.clerk, household.id, { id, aim: '别的' })).toMatchObject({ status: 422, body: { code: 'idempotency-mismatch' } });
    expect(await draft(cast.clerk, household.id)).toMatchObject({ status: 409, body: { code: 'plan.exists' } });
    expect((await draft(cast.stranger, household.id, { year: 2025 })).status).toBe(404);
    expect((await cast.stranger.get(`/help-plans/${household.id.slice(0, 7)}${id}`)).status).toBe(404);
    expect(await draft(cast.clerk, household.id, { year: 2024, items: [] })).toMatchObject({ status: 422, body: { code: 'validation' } });
    expect(await draft(cast.clerk, household.id, { year: 2024, items: [...items, ...items] })).toMatchObject({ status: 422, body: { code: 'plan.item-repeated' } });
    const list = fine(await cast.officer.get<{ items: { village: string; year: number }[] }>('/help-plans?year=2026&status=DRAFT&limit=200'));
    expect(list.items.every((row) => row.year === 2026 && row.village === village)).toBe(true);
  });
});
