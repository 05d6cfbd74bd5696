import { decideOnPage } from '../browser/office.act.js';
import { StoryCase, paper } from '../cases.js';
import { expect } from '../deviation.js';
import { until } from '../poll.js';
import { reasonsOf } from '../reasons.js';
import { LINE_YEAR, localTime, yuan, type HouseholdBody, type World, type YearBody } from '../world.js';
import { agreed } from './identification.js';

export interface AreaVerdict {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly verdicts: readonly { readonly ruleCode: string; readonly verdict: string; readonly explanation: unknown }[];
  readonly freshness: { readonly asOf: string | null; readonly pending: boolean };
}

/** Rural residents of the village: small enough that one family of three is more than the limit. */
const RESIDENTS = 90;

/** Yearly records of the family and the village. Returns the year in which village and county will be judged. */
export async function recordYears({ narrator, clock, cast, place }: World, household: HouseholdBody): Promise<number> {
  narrator.chapter('三、年度记录');
  for (const [year, wage] of [[2018, 360_000], [2019, 400_000]] as const) {
    await narrator.step(cast.team, `补录${year}年度`, () =>
      cast.team.put<YearBody>(`/households/${household.id}/years/${year}`, { values: { wageMigrantWork: wage, transferGrassland: 175_000, foodOk: true, clothingOk: true, safeWater: true, housingGrade: 'C' } }),
    ({ income }) => `人均纯收入 ${yuan(income.perCapitaFen)}`);
  }
  const year = await clock.roomInYear(40);
  await narrator.step(cast.township, `填报${place.names[3]}${year}年度情况`, () =>
    cast.township.put(`/village-years/${place.village}/${year}`, {
      villageType: '01', ruralResidentPopulation: RESIDENTS, hardenedRoad: true, productionPower: true, safeWaterCovered: true, clinic: true, villageDoctor: true, cultureRoom: true,
      broadcasting: true, broadband: true, cooperative: true, collectiveIncomeFen: 8_600_000, source: '演示：村年度统计',
    }), () => `贫困村，农牧业户籍常住人口 ${RESIDENTS} 人`);
  return year;
}

/** An exit that is refused with its reasons, corrected facts, and the exit that follows; the queue moves the village's verdict. */
export async function exitHousehold(world: World, household: HouseholdBody, year: number): Promise<StoryCase> {
  const { narrator, clock, cast, place } = world;
  narrator.chapter('四、脱贫退出');
  const before = await villageVerdict(world, year, '未脱贫一户计入贫困发生率', ({ facts }) => facts['poor_households'] === 1);
  const kase = await StoryCase.start(cast.clerk, { what: '村两委提出退出，标注预脱贫', body: { pack: 'household_exit', subjectId: household.id, year: LINE_YEAR }, narrator, clock });
  expect((await cast.clerk.get<HouseholdBody>(`/households/${household.id}`)).status === 'PRE_EXIT', 'the household should be marked as about to exit');
  await kase.act(cast.clerk, '民主评议', 'record_review', 'VERIFICATION', { evidence: [paper('meeting_minutes')], review: agreed(await clock.today(), '同意提出退出') });
  const verification = { evidence: [paper('verification_form'), paper('household_signature')], opinion: '核实，农户签字认可' };
  await kase.refuse(cast.team, '核实退出条件', { action: 'agree', code: 'case.rule-not-met', ...verification }, ({ params }) => reasonsOf(params['explanation']));
  await correct(world, household);
  await kase.act(cast.team, '更正后再次核实', 'agree', 'NOTICE', verification);
  await kase.publish(cast.clerk2, '村内公示', '村务公开栏');
  await kase.close(cast.clerk2, '公示期满', 'TOWNSHIP_REVIEW');
  await kase.act(cast.township, '苏木乡镇审核同意', 'agree', 'COUNTY_DECISION', { opinion: '同意' });
  if (world.desks) await decideOnPage(world.desks, narrator, { kase, approver: cast.approver });
  else await kase.act(cast.approver, '旗县审定同意退出', 'agree', 'ANNOUNCEMENT', { opinion: '同意退出' });
  await kase.act(cast.county, '公告退出', 'announce', null);
  const exited = await cast.clerk.get<HouseholdBody>(`/households/${household.id}`);
  expect(exited.status === 'EXITED_ENTITLED', `the household should have exited with its policies kept, it is ${exited.status}`);
  const after = await villageVerdict(world, year, '队列重新计算，未脱贫归零', ({ facts, verdicts }) => facts['poor_households'] === 0 && verdicts.some(({ verdict }) => verdict === 'met'));
  expect(before.verdicts.some(({ ruleCode, verdict }) => ruleCode === 'village.exit' && verdict === 'not_met'), `${place.names[3]} should not have met the standard before`);
  expect(after.freshness.asOf !== null && before.freshness.asOf !== null && after.freshness.asOf > before.freshness.asOf, 'the verdict should be of a later computation');
  return kase;
}

/** What was recorded is wrong: corrected with its reason, and the earlier version stays. */
async function correct({ narrator, cast: { team } }: World, household: HouseholdBody): Promise<void> {
  const path = `/households/${household.id}/years/${LINE_YEAR}`;
  const { version } = await team.get<YearBody>(path);
  const reason = '补录务工收入和危房改造验收：原表漏填';
  await narrator.step(team, `更正${LINE_YEAR}年度记录（原版本保留）`, () =>
    team.patch<YearBody>(path, { version, reason, values: { wageMigrantWork: 1_380_000, housingGrade: 'A', isDilapidated: false, housingRenovationYear: LINE_YEAR } }),
  (after) => `第${after.version}版，原因“${after.correctionReason ?? ''}”，人均纯收入 ${yuan(after.income.perCapitaFen)}`);
  const versions = await team.get<YearBody[]>(`${path}/versions`);
  expect(versions.length >= 2, 'the version before should still be there');
}

/** Waits until the worker has computed the village so that it looks as told. */
export async function villageVerdict({ narrator, cast: { township }, place }: World, year: number, what: string, good: (found: AreaVerdict) => boolean): Promise<AreaVerdict> {
  return narrator.step('worker', `${place.names[3]}：${what}`, () =>
    until(`${what} (${place.village}, ${year})`, async () => {
      const answer = await township.send<AreaVerdict>('GET', `/villages/${place.village}/verdict?year=${year}`);
      return answer.status === 200 ? answer.body : null;
    }, (found) => found !== null && !found.freshness.pending && good(found)).then((found) => found as AreaVerdict), // good() was asked of an answer
  ({ facts, verdicts, freshness }) => {
    const verdict = verdicts.find(({ ruleCode }) => ruleCode === 'village.exit');
    const reasons = verdict ? reasonsOf(verdict.explanation) : '';
    return `截至 ${localTime(freshness.asOf)}：未脱贫 ${String(facts['poor_persons'])} 人 ÷ ${String(facts['rural_resident_population'])} 人，出列结论 ${verdict?.verdict ?? '?'}${reasons === '' ? '' : `（${reasons}）`}`;
  });
}
