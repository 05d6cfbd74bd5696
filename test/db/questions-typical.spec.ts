import { QuestionService } from '#inspection';
import { currentContext, systemActor } from '#platform';
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
});
