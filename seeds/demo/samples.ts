import type { INestApplicationContext } from '@nestjs/common';
import { formatCaseId, parseCaseId, problem, uuidV7, type AssuranceState, type CaseId } from '#domain';
import { SampleDrawing, SampleIssue, SampleTasks, type SampleInput } from '#inspection';
import { currentContext, Db, type Actor } from '#platform';

const YEAR = 2020;
const DRAWN = 8;
/** Ordinals of the visited sample that nobody answered: one household is away, one was not visited yet. */
const AWAY = 7;
const OPEN = 8;

interface Recorded {
  readonly member_count: number | null;
  readonly assured: Readonly<Record<'FOOD' | 'CLOTHING' | 'EDUCATION' | 'MEDICAL' | 'HOUSING' | 'WATER' | 'INCOME', boolean | null>>;
  readonly income: Readonly<Record<'wage' | 'business' | 'property' | 'transfer' | 'cost', number | null>>;
}
const recorded = `
select y.member_count,
  jsonb_build_object('FOOD', y.food_ok, 'CLOTHING', y.clothing_ok, 'EDUCATION', y.compulsory_education_ok, 'MEDICAL', y.basic_medical_ok, 'HOUSING', y.housing_safe, 'WATER', y.safe_water, 'INCOME', true) as assured,
  jsonb_build_object('wage', y.wage_income_fen, 'business', y.business_income_fen, 'property', y.property_income_fen, 'transfer', y.transfer_income_fen, 'cost', y.business_cost_fen) as income
from household_year y where y.county_code = $1 and y.household_id = $2 and y.year = $3 and y.superseded_at is null`;
const someSample = 'select 1 as found from sample limit 1';
const primaryUnits = "select u.ordinal from sample_unit u where u.county_code = $1 and u.sample_id = $2 and u.role = 'PRIMARY' order by u.ordinal";

/**
 * Two samples over one county of the demo, through the services and as the inspector of the demo: one sealed, one issued and mostly
 * answered, with differences and their causes. Nothing when there are some. Returns how many.
 */
export async function seedDemoSamples(app: INestApplicationContext, inspector: Actor, countyCode: string): Promise<number> {
  const db = app.get(Db);
  if (await db.run({ actor: inspector, readOnly: true }, () => db.maybeOne(someSample))) return 0;
  const question = { dataset: 'household', division: countyCode };
  await sealed(app, inspector, { name: '演示：退出质量抽查（待下发）', question, unit: 'household', year: YEAR, seed: 'demo-1', plan: { method: 'stratified', stratifyBy: 'township', size: 12, replacements: 1 } });
  const id = await sealed(app, inspector, { name: '演示：退出质量抽查（入户中）', question, unit: 'household', year: YEAR, seed: 'demo-2', plan: { method: 'simple', size: DRAWN, replacements: 4 } });
  await db.run({ actor: inspector }, async () => {
    const units = await db.query<{ ordinal: number }>(primaryUnits, [id.countyCode, id.id]);
    await app.get(SampleIssue, { strict: false }).issue(id, [{ assigneeId: inspector.userId, ordinals: units.map(({ ordinal }) => ordinal) }], currentContext().now);
  });
  await visit(app, inspector, id);
  return 2;
}

function sealed(app: INestApplicationContext, actor: Actor, input: SampleInput): Promise<CaseId> {
  return app.get(Db).run({ actor, steady: true }, async () => {
    const drawn = await app.get(SampleDrawing, { strict: false }).draw(input);
    const id = parseCaseId(formatCaseId(drawn.county_code, drawn.id));
    if (!id) throw problem('not-found');
    await app.get(SampleIssue, { strict: false }).seal(id);
    return id;
  });
}

async function visit(app: INestApplicationContext, actor: Actor, sample: CaseId): Promise<void> {
  const [db, tasks] = [app.get(Db), app.get(SampleTasks, { strict: false })];
  await db.run({ actor }, async () => {
    const mine = (await tasks.mine({ done: true, limit: 200 })).items.filter((task) => task.sample_id === sample.id);
    const inOrder = [...mine].sort((a, b) => a.ordinal - b.ordinal);
    for (const [i, task] of inOrder.entries()) {
      const id = { countyCode: task.county_code, id: task.id };
      if (i + 1 === OPEN) continue;
      if (i + 1 === AWAY) {
        await tasks.attempt(id, { id: uuidV7(), triedOn: currentContext().today, reason: 'ABSENT', note: '演示：邻居说外出务工' });
        continue;
      }
      const record = await db.maybeOne<Recorded>(recorded, [task.county_code, task.household_id, task.year]);
      const { answer } = await tasks.answer(id, { id: uuidV7(), answers: said(record, i % 3 === 2), reason: null });
      if (answer.differences.some(({ field }) => field === 'income.wage')) {
        await tasks.cause({ countyCode: answer.county_code, id: answer.id }, { field: 'income.wage', cause: 'NOT_RECORDED', note: '演示：冬季打零工未登记' });
      }
    }
  });
}

/** What a household says: what is on record, or something else about its water and wages. */
function said(record: Recorded | null, otherwise: boolean) {
  const state = (value: boolean | null | undefined): AssuranceState => (value === false ? 'PROBLEM' : value === true ? 'OK' : 'UNCLEAR');
  const [assured, income] = [record?.assured, record?.income];
  const wage = income?.wage ?? null;
  return {
    place: 'HOME', memberCount: record?.member_count ?? 1,
    assurances: {
      FOOD: state(assured?.FOOD), CLOTHING: state(assured?.CLOTHING), EDUCATION: state(assured?.EDUCATION), MEDICAL: state(assured?.MEDICAL), HOUSING: state(assured?.HOUSING),
      WATER: otherwise ? 'PROBLEM' : state(assured?.WATER), INCOME: 'OK',
    },
    incomeFen: { wage: otherwise ? (wage ?? 0) + 200_000 : wage, business: income?.business ?? null, property: income?.property ?? null, transfer: income?.transfer ?? null, cost: income?.cost ?? null },
    knowsHelper: null, knowsMeasures: null, satisfaction: otherwise ? 'FAIRLY' : 'SATISFIED', note: otherwise ? '演示：户主说冬季取水困难' : null, attachmentIds: [],
  } as const;
}
