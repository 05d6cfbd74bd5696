import { StoryCase, paper } from '../cases.js';
import { expect } from '../deviation.js';
import { LINE_YEAR, yuan, type HouseholdBody, type World, type YearBody } from '../world.js';

/** A meeting of the village's representatives that agreed. */
export const agreed = (heldOn: string, summary: string) => ({ heldOn, place: '嘎查村党群服务中心', convener: '嘎查村党支部书记', entitled: 31, present: 27, inFavour: 25, against: 1, abstained: 1, passed: true, summary });

/** One application, one review, two notices, one comparison, one announcement, with an objection on the way. */
export async function identify(world: World, household: HouseholdBody): Promise<void> {
  const { narrator, clock, cast, run } = world;
  narrator.chapter('二、识别：一申请一评议两公示一比对一公告');
  const kase = await StoryCase.start(cast.clerk, { what: `农户${household.headName}申请，村里受理`, body: { pack: 'identification', subjectId: household.id, year: LINE_YEAR }, narrator, clock });
  await kase.refuse(cast.clerk, '没有申请书就提交', { action: 'submit', code: 'case.evidence-missing' });
  await kase.act(cast.clerk, '提交申请', 'submit', 'SURVEY', { evidence: [paper('application_form')] });
  await survey(world, household);
  await kase.act(cast.team, '入户调查完成，固定核实时的情况', 'agree', 'REVIEW_MEETING', { evidence: [paper('survey_form')], opinion: '情况属实' });
  await kase.act(cast.clerk2, '民主评议', 'record_review', 'NOTICE_1', { evidence: [paper('meeting_minutes')], review: agreed(await clock.today(), '逐户评议，25票赞成') });
  await kase.publish(cast.team2, '第一次公示', '村务公开栏');
  await requirePoster(world, household);

  await clock.forward(2, '村民看到公示');
  await kase.object(cast.clerk, '他家在旗里有亲戚接济，收入没有这么低');
  await kase.refuse(cast.team2, '异议未处理就想结束公示', { action: 'close_notice', code: 'case.objection-open' });
  await clock.forward(1, '核查异议');
  await kase.settle(cast.clerk3, '入户复核并查看银行流水，收入填报属实');
  await kase.refuse(cast.team2, '公示期未满就想结束公示', { action: 'close_notice', code: 'notice.still-running' });
  await kase.close(cast.team2, '结束第一次公示', 'TOWNSHIP_REVIEW');
  await kase.act(cast.township, '苏木乡镇审核同意', 'agree', 'NOTICE_2', { opinion: '材料齐全，同意' });
  await kase.publish(cast.township2, '第二次公示', '苏木乡镇公示栏');
  await kase.close(cast.township2, '结束第二次公示', 'DATA_MATCH');
  await narrator.step(cast.county, '登记部门数据比对结果', () =>
    cast.county.put(`/household-comparisons/${household.id}/${LINE_YEAR}`, {
      comparedOn: `${LINE_YEAR}-12-15`, hasPublicPayrollMember: false, hasVillageCadre: false, ownsCar: false, ownsCommercialProperty: false, ownsRegisteredFirm: false,
      source: `部门数据比对 ${run}`,
    }), () => '公安、住建、市场监管、财政等部门：均无');
  await kase.act(cast.county, '数据比对完成，重新固定情况', 'agree', 'COUNTY_DECISION', { evidence: [paper('comparison_result')], opinion: '比对无疑点' });
  await kase.act(cast.approver, '旗县审定同意', 'agree', 'ANNOUNCEMENT', { opinion: '同意识别' });
  await kase.refuse(cast.county, '做过比对的人又来公告', { action: 'announce', code: 'case.four-eyes' });
  await kase.act(cast.county2, '公告', 'announce', null);

  const after = await cast.clerk.get<HouseholdBody>(`/households/${household.id}`);
  expect(after.status === 'REGISTERED' && after.episodes.length === 1, `the household should be registered with one episode, it is ${after.status} with ${after.episodes.length}`);
}

/** The team records the year: income item by item, housing, water, and each person's school and insurance. */
async function survey({ narrator, cast: { team } }: World, household: HouseholdBody): Promise<void> {
  await narrator.step(team, `填报${LINE_YEAR}年度收入、住房、饮水、就学、参保`, async () => {
    const path = `/households/${household.id}/years/${LINE_YEAR}`;
    const recorded = await team.get<YearBody>(path);
    // A person's record is written whole, so what the file brought goes with what the survey adds.
    const members = recorded.members.map(({ memberId, values: { year: _, ...values } }) => ({ memberId, values: { ...values, hasMedicalInsurance: true, hasCriticalIllnessInsurance: true } }));
    expect(members.length === household.members.length, 'the file should have brought the year of every person');
    return team.patch<YearBody>(path, { version: recorded.version, reason: '入户调查补充', values: poorYear, members });
  }, ({ income, version }) => `第${version}版，人均纯收入 ${yuan(income.perCapitaFen)}`);
}

/** 2,850 yuan a head, a house of grade C. Amounts in fen. */
const poorYear = {
  wageMigrantWork: 420_000, businessLivestock: 650_000, businessCostFodder: 390_000, transferGrassland: 175_000, foodOk: true, clothingOk: true, safeWater: true, housingGrade: 'C', isDilapidated: true,
  grasslandMu: 320, livestockSheep: 26,
};

/** The notice shows name, village and head count, and nothing else about the family. */
async function requirePoster({ narrator, cast: { clerk }, place }: World, household: HouseholdBody): Promise<void> {
  const board = await narrator.step(clerk, '看公示栏', () => clerk.text(`/notices?lane=running&division=${place.village}`), () => '只有户主姓名、嘎查村和人口数，没有证件号码、电话、银行账号和病情');
  expect(board.includes(household.headName), 'the poster should name the head of the household');
  expect(!/[0-9]{17}[0-9X]|139[0-9]{8}|慢性病/.test(board), 'the poster shows personal data');
}
