import pg from 'pg';
import type { DemoCasesReport } from '../../apps/cli/src/seed/demo-cases.js';
import { seedDemoCases } from '../../apps/cli/src/seed/demo-cases.js';
import { seedAccounts } from '../../apps/cli/src/seed/demo.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';

describe('the demo cases', () => {
  let test: TestApp;
  let report: DemoCasesReport;
  beforeAll(async () => {
    test = await startTestApp();
    const owner = new pg.Client(test.database.ownerUrl);
    await owner.connect();
    await owner.query("begin; set local app.scope = '15'; set local app.actor = '00000000-0000-7000-8000-000000000001'; set local app.role = 'system'");
    await seedAccounts(owner);
    await owner.query('commit');
    await owner.end();
    const started = performance.now();
    report = await seedDemoCases(test.app);
    console.info(`${report.cases} demo cases in ${Math.round(performance.now() - started)} ms`);
  }, 120_000);
  afterAll(() => test.close());

  const number = (pattern: RegExp) => Object.entries(report.states).filter(([state]) => pattern.test(state)).reduce((sum, [, n]) => sum + n, 0);

  it('stand at every step of every procedure about households, and have been refused, withdrawn and completed', async () => {
    const packs = await adminQuery<{ code: string; subject_kind: string; steps: { code: string }[] }>(test.database, "select p.code, p.subject_kind, p.content -> 'steps' as steps from procedure_pack p");
    for (const pack of packs.filter(({ subject_kind: kind }) => kind === 'household')) {
      for (const step of pack.steps) expect([pack.code, step.code, number(new RegExp(`^${pack.code} (OPEN|DECIDED) ${step.code}$`)) > 0]).toEqual([pack.code, step.code, true]);
    }
    for (const { code } of packs) {
      for (const status of ['OPEN', 'REFUSED', 'WITHDRAWN', 'COMPLETED']) expect([code, status, number(new RegExp(`^${code} ${status}`)) > 0]).toEqual([code, status, true]);
    }
  });

  it('include a returned and a decided case of every procedure', async () => {
    const [{ packs, returned, decided }] = (await adminQuery<{ packs: number; returned: number; decided: number }>(test.database, `select (select count(*) from procedure_pack)::int as packs,
      (select count(distinct c.pack_code) from case_event e join case_file c on c.id = e.case_id where e.action = 'return')::int as returned,
      (select count(distinct c.pack_code) from case_decision d join case_file c on c.id = d.case_id where d.outcome = 'APPROVED')::int as decided`)) as [{ packs: number; returned: number; decided: number }];
    expect([returned, decided]).toEqual([packs, packs]);
  });

  it('have notices that run, that are complete, that objections have stopped, and that are closed', async () => {
    const rows = await adminQuery<{ state: string }>(test.database, "select distinct n.state || case when n.state = 'RUNNING' and n.closes_on < app.today() then ' complete' else '' end as state from notice n");
    expect(rows.map(({ state }) => state).sort()).toEqual(['CLOSED', 'PAUSED', 'RUNNING', 'RUNNING complete', 'VOID']);
  });

  it('leave the clock where it was, and no person in two steps of one case', async () => {
    const [clock] = await adminQuery<{ moved: boolean; twice: number; future: number }>(test.database, `select (select clock_offset <> interval '0' from installation) as moved,
      (select count(*) from (select 1 from case_event e where e.action not in ('object', 'transfer', 'withdraw') group by e.case_id, e.actor_id having count(distinct e.step || (e.action = 'settle_objection')::text) > 1) t)::int as twice,
      (select count(*) from case_event e where e.at > now())::int as future`);
    expect(clock).toEqual({ moved: false, twice: 0, future: 0 });
  });

  it('are made once', async () => {
    expect(await seedDemoCases(test.app)).toEqual({ cases: 0, states: {} });
  });
});
