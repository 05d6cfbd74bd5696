import { uuidV7 } from '#domain';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { person, registerHousehold, syntheticId, villages } from '../support/households.js';

const county = '150221';
const township = villages.haizi.slice(0, 9);
const far = '2027-06-01';

interface Refusal { code: string; title: string }
interface Finding { id: string; unitDivision: string; householdId: string | null; origins: { ref: string; values: { label: string; text: string }[] }[] }

let app: TestApp;
let inspector: TestClient;
let officer: TestClient;
beforeAll(async () => {
  app = await startTestApp();
  inspector = await app.as('inspector', '15');
  officer = await app.as('county_officer', county);
}, 120_000);
afterAll(() => app.close());

describe('origins of the other rooms', () => {
  const quiet = 'set session_replication_role = replica;';
  const row = (table: string, value: object) => adminQuery(app.database, `${quiet} insert into ${table} select r.* from jsonb_populate_record(null::${table}, '${JSON.stringify(value)}'::jsonb) r`);
  const raw = (body: object) => inspector.post<Refusal & { findings: Finding[] }>('/findings', { body: { unitLevel: 'township', dueOn: far, ...body } });
  let household: { id: string; members: { id: string }[] };
  const at = { county_code: county, village_code: villages.haizi };
  beforeAll(async () => {
    household = await registerHousehold(officer, villages.haizi, { members: [person('包在册', '01', { idNo: syntheticId() })] });
  });

  it('a hit of a check becomes a finding with the name, the basis and the values of the check, and stays as it was', async () => {
    const [version, hit, alarm] = [uuidV7(), uuidV7(), uuidV7()];
    await row('check_version', {
      id: version, code: 'Z98', version: 1, ordinal: 98, severity: 'E', room: 'identity', subject: 'household', name: { zh: '收入计算有误', en: 'x' }, meaning: { zh: 'x', en: 'x' }, basis: [{ zh: '规则A35', tag: 'catalogue' }],
      parameters: [], registers: [], reach: 'division', shown: [{ name: 'netFen', label: { zh: '纯收入', en: 'net' }, type: 'money_fen' }], examples: [], sql: 'select 1', sql_sha256: 'x', valid_from: '2014-01-01',
      published_at: '2020-01-01', published_by: uuidV7(),
    });
    const made = { ...at, version_id: version, check_code: 'Z98', year: 2020, subject: 'household', household_id: household.id.slice(7), vals: { netFen: 512_300 }, seen_from: '15', first_run_id: uuidV7(), first_seen_at: '2026-01-01', last_run_id: uuidV7(), last_seen_at: '2026-01-01' };
    await row('check_hit', { ...made, id: hit, hit_key: 'Z98:1' });
    await row('check_hit', { ...made, id: alarm, hit_key: 'Z98:2' });
    await row('check_verdict', { ...at, id: uuidV7(), check_code: 'Z98', hit_key: 'Z98:2', verdict: 'FALSE_ALARM', reason: '已核实', decided_at: '2026-01-02', decided_by: uuidV7() });
    const origin = { kind: 'HIT', id: `${county}-${hit}` };
    const raised = await raw({ origins: [origin] });
    expect([raised.status, raised.body.findings[0]]).toEqual([201, expect.objectContaining({ title: '收入计算有误', basis: '规则A35', unitDivision: township, householdId: household.id })]);
    expect(raised.body.findings[0]?.origins[0]?.values).toEqual([{ label: '纯收入', text: '5,123.00元' }]);
    expect((await raw({ origins: [{ kind: 'HIT', id: `${county}-${alarm}` }] })).body.code).toBe('finding.origin-not-true');
    expect((await raw({ origins: [origin] })).body.code).toBe('finding.origin-open');
    expect((await raw({ origins: [{ kind: 'HIT', id: `${county}-${uuidV7()}` }] })).status).toBe(404);
    await adminQuery(app.database, `${quiet} update check_hit set vals = '{"netFen": 1}' where id = '${hit}'`);
    const read = await inspector.get<Finding>(`/findings/${raised.body.findings[0]?.id ?? ''}`);
    expect(read.body.origins[0]?.values).toEqual([{ label: '纯收入', text: '5,123.00元' }]);
    expect((await inspector.get<{ items: Finding[] }>(`/findings?origin=${origin.id}&box=open`)).body.items).toHaveLength(1);
  });

  it('a match becomes a finding when it is certain or was found true, with what the list says', async () => {
    const [certain, doubtful] = [uuidV7(), uuidV7()];
    const match = { ...at, comparison_id: uuidV7(), register_code: 'vehicle', list_on: '2026-10-01', line_n: 1, household_id: household.id.slice(7), member_id: household.members[0]?.id.slice(7), detail: { vehicleKind: 'PASSENGER', plate: '蒙A***12' } };
    await row('comparison_match', { ...match, id: certain, strength: 'ID', match_key: 'k1' });
    await row('comparison_match', { ...match, id: doubtful, strength: 'DOUBTFUL', doubt: 'OTHER_NAME', match_key: 'k2', line_n: 2 });
    const raiseFrom = (id: string) => raw({ origins: [{ kind: 'COMPARISON', id: `${county}-${id}` }], basis: '识别退出办法' });
    expect((await raiseFrom(doubtful)).body.code).toBe('finding.origin-not-true');
    const made = await raiseFrom(certain);
    expect(made.body.findings[0]?.origins[0]?.values).toEqual(expect.arrayContaining([{ label: '车辆类型', text: '载客汽车' }, { label: '人员', text: '包在册' }]));
    await row('comparison_verdict', { ...at, id: uuidV7(), register_code: 'vehicle', match_key: 'k2', match_id: doubtful, verdict: 'TRUE', reason: '本人确认', decided_at: '2026-11-01', decided_by: uuidV7() });
    expect((await raiseFrom(doubtful)).status).toBe(201);
  });

  it('an answer of a sample becomes a finding with the differences only, never with what people said besides', async () => {
    const [answerId, same] = [uuidV7(), uuidV7()];
    const given = { ...at, sample_id: uuidV7(), household_id: household.id.slice(7), drawn_by: inspector.user?.userId, version: 1, recorded: {}, content_sha256: 'x', saved_at: '2026-11-01', saved_by: inspector.user?.userId };
    const differences = [
      { field: 'memberCount', seen: 3, recorded: 4, gapFen: null }, { field: 'income.wage', seen: 500_000, recorded: null, gapFen: null }, { field: 'assurance.WATER', seen: 'PROBLEM', recorded: 'OK', gapFen: null },
    ];
    await row('sample_answer', { ...given, id: answerId, task_id: uuidV7(), answers: { satisfaction: '对某干部不满意' }, differences });
    await row('sample_answer', { ...given, id: same, task_id: uuidV7(), answers: {}, differences: [] });
    const made = await raw({ origins: [{ kind: 'SAMPLE', id: `${county}-${answerId}` }], basis: '抽查办法' });
    expect(made.status).toBe(201);
    expect(made.body.findings[0]?.origins[0]?.values.slice(1)).toEqual([
      { label: '家庭人口', text: '记录：4；抽查：3' }, { label: '工资性收入', text: '记录：—；抽查：5,000 元' }, { label: '饮水安全', text: '记录：有保障；抽查：有问题' },
    ]);
    expect(JSON.stringify(made.body)).not.toContain('不满意');
    expect((await raw({ origins: [{ kind: 'SAMPLE', id: `${county}-${same}` }], basis: '抽查办法' })).body.code).toBe('finding.origin-no-difference');
  });
});
