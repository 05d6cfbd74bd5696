import { QuestionFrames, QuestionGuard, QuestionResolver, QuestionRows, QuestionService } from '#inspection';
import { currentContext, systemActor } from '#platform';
import { countStatement } from '../../libs/inspection/src/questions/question.queries.js';
import { typicalQuestions } from '../../apps/cli/src/bench/typical-questions.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { questionPopulation } from '../support/questions/population.js';

describe('thirty typical questions', () => {
  let app: TestApp;
  let today: string;
  const actor = systemActor('15');
  beforeAll(async () => {
    app = await startTestApp();
    await questionPopulation(app);
    today = await app.db.run({ actor, readOnly: true }, () => Promise.resolve(currentContext().today));
  }, 240_000);
  afterAll(() => app.close());

  it('are thirty, each with a name of its own, over every dataset', () => {
    expect(typicalQuestions).toHaveLength(30);
    expect(new Set(typicalQuestions.map(({ name }) => name)).size).toBe(30);
    expect(new Set(typicalQuestions.map(({ definition }) => definition['dataset'])).size).toBe(9);
  });

  it.each(typicalQuestions)('$name: answers what SQL written by hand answers', async ({ definition, sql }) => {
    const answer = await app.db.run({ actor, readOnly: true }, () => app.app.get(QuestionService, { strict: false }).answer(definition));
    const [byHand] = await adminQuery<{ n: string; amount?: string | null }>(app.database, sql, [today, 2020]);
    expect(answer.number).toBe(Number(byHand?.n));
    if (byHand?.amount !== undefined) expect(answer.sum).toBe(Number(byHand.amount));
    if (answer.groups.length > 0) expect(answer.groups.reduce((sum, group) => sum + (group.number ?? 0), 0)).toBe(answer.number);
  });

  it('give every household and village once with its strata, and every row of the table, in one order', async () => {
    const [rows, frames] = [app.app.get(QuestionRows, { strict: false }), app.app.get(QuestionFrames, { strict: false })];
    const definition = { dataset: 'household', division: '150125', chips: { field: 'status', operator: 'in', value: ['REGISTERED', 'PRE_EXIT', 'RETURNED'] }, columns: ['head_name', 'main_cause'] };
    const { households, villages, table } = await app.db.run({ actor: actor, readOnly: true, steady: true }, async () => {
      const read: unknown[][] = [];
      for await (const batch of rows.table(definition)) read.push(...batch);
      const strata = ['main_cause'];
      return { households: await frames.households(definition, { strata }), villages: await frames.villages(definition, { strata }), table: read };
    });
    expect(table.length).toBeGreaterThan(0);
    const keys = table.map(([id, village, , cause]) => ({ id, village, strata: { main_cause: typeof cause === 'string' ? cause : '' } }));
    expect(households).toEqual([...keys].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)));
    const codes = [...new Set(table.map(([, village]) => village))];
    expect(villages).toEqual(codes.map((village) => ({ village, rows: keys.filter((key) => key.village === village).length, strata: keys.find((key) => key.village === village)?.strata })));
    expect(table[0]).toHaveLength(4);
  });

  it('of persons, give each household once: by its first row in order of village and id', async () => {
    const [rows, frames] = [app.app.get(QuestionRows, { strict: false }), app.app.get(QuestionFrames, { strict: false })];
    const definition = { dataset: 'member', division: '150125', columns: ['gender'] };
    const { found, table } = await app.db.run({ actor: actor, readOnly: true, steady: true }, async () => {
      const read: unknown[][] = [];
      for await (const batch of rows.table(definition)) read.push(...batch);
      return { found: await frames.households(definition, { strata: ['gender'] }), table: read };
    });
    const householdOf = new Map((await adminQuery<{ id: string; household: string }>(app.database, `select county_code || '-' || id as id, county_code || '-' || household_id as household from member`)).map(({ id, household }) => [id, household]));
    const first = new Map<string, unknown>();
    for (const [member, village, gender] of table) {
      const id = householdOf.get(member as string) ?? '';
      if (!first.has(id)) first.set(id, { id, village, strata: { gender } });
    }
    expect(first.size).toBeLessThan(table.length);
    expect(found).toEqual([...first.keys()].sort().map((id) => first.get(id)));
  });

  it('over the whole region read whole tables by several workers, over a county by index; afterwards the settings are those of the server', async () => {
    const [guard, resolver] = [app.app.get(QuestionGuard, { strict: false }), app.app.get(QuestionResolver, { strict: false })];
    const settings = () => app.db.query<Record<string, string>>(`select name, setting from pg_settings where name ~ '^(enable|parallel)_' order by name`);
    const found = await app.db.run({ actor, readOnly: true, steady: true }, async () => {
      const before = await settings();
      const plan = async (division: string): Promise<string> => {
        const asked = await resolver.resolve({ dataset: 'household', division, chips: { over: 'members', quantifier: 'some', where: { field: 'health', operator: 'contains', value: '4' } } });
        await guard.makeRoom(asked);
        await app.db.query('set local min_parallel_table_scan_size = 0');
        const { sql, values } = countStatement(asked, { page: 51 });
        const lines = await app.db.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${sql}`, values);
        await guard.usual();
        return lines.map((line) => line['QUERY PLAN']).join('\n');
      };
      return { region: await plan('15'), county: await plan('150125'), before, after: await settings() };
    });
    for (const table of ['household', 'member', 'member_year']) expect(found.region).toMatch(new RegExp(`Parallel Seq Scan on ${table} `));
    expect(found.region).not.toMatch(/Index Scan|Nested Loop|Merge Join/);
    expect(found.county).toMatch(/Index Scan (using \w+ )?on member/);
    expect(found.after).toEqual(found.before);
  });
});
