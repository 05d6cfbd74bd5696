import { StoryCase, paper } from '../cases.js';
import { expect } from '../deviation.js';
import { reasonsOf } from '../reasons.js';
import { yuan, type HouseholdBody, type World, type YearBody } from '../world.js';
import { agreed } from './identification.js';

/** A shock, and the way back in: a second episode, linked to the first. */
export async function reEnter(world: World, household: HouseholdBody): Promise<StoryCase> {
  const { narrator, clock, cast } = world;
  narrator.chapter('七、返贫纳入');
  const year = await clock.roomInYear(30);
  await narrator.step(cast.team, `${year}年突发变故：雪灾压垮住房、牲畜损失、外出务工中断`, () =>
    cast.team.put<YearBody>(`/households/${household.id}/years/${year}`, {
      values: { wageMigrantWork: 150_000, transferGrassland: 175_000, transferTemporaryRelief: 60_000, foodOk: true, clothingOk: true, safeWater: true, housingGrade: 'D', isDilapidated: true, housingSafe: false },
      members: household.members.map(({ id }) => ({ memberId: id, values: { hasMedicalInsurance: true, hasCriticalIllnessInsurance: true } })),
    }), ({ income }) => `人均纯收入降到 ${yuan(income.perCapitaFen)}，住房D级`);
  const kase = await StoryCase.start(cast.clerk, { what: '排查发现，提出返贫纳入', body: { pack: 're_entry', subjectId: household.id, year, reason: '雪灾：住房倒塌、收入骤减' }, narrator, clock });
  await kase.act(cast.clerk, '提交排查记录', 'submit', 'SURVEY', { evidence: [paper('application_form')] });
  await kase.act(cast.team, '入户核查，固定情况', 'agree', 'REVIEW_MEETING', { evidence: [paper('survey_form')], opinion: '属实' });
  await explain(world, kase, year);
  await kase.act(cast.clerk2, '民主评议', 'record_review', 'NOTICE', { evidence: [paper('meeting_minutes')], review: agreed(await clock.today(), '同意纳入') });
  await kase.publish(cast.team2, '村内公示', '村务公开栏');
  await kase.close(cast.team2, '公示期满', 'TOWNSHIP_REVIEW');
  await kase.act(cast.township, '苏木乡镇审核', 'agree', 'DATA_MATCH', { opinion: '同意' });
  await kase.act(cast.county, '部门数据比对', 'agree', 'COUNTY_DECISION', { evidence: [paper('comparison_result')], opinion: '无疑点' });
  await kase.act(cast.approver, '旗县审定', 'agree', 'ANNOUNCEMENT', { opinion: '同意纳入' });
  await kase.act(cast.county2, '公告', 'announce', null);

  const after = await narrator.step(cast.clerk, '查看农户', () => cast.clerk.get<HouseholdBody>(`/households/${household.id}`), ({ episodes }) => `第${episodes.length}次建档立卡，连着上一次`);
  const [first, second] = [...after.episodes].sort((a, b) => a.sequence - b.sequence);
  expect(after.status === 'RETURNED' && after.episodes.length === 2 && second?.entryKind === 'RE_ENTRY', `the household should have returned in a second episode, it is ${after.status}`);
  expect(second.previousEpisodeId === first?.id, 'the second episode should name the first');
  return kase;
}

/** Why: what is proven counts, and what nobody has set is called missing, not guessed. */
async function explain({ narrator, cast: { township } }: World, kase: StoryCase, year: number): Promise<void> {
  const detail = await narrator.step(township, '查看结论的理由', () => kase.read(township), ({ verified }) => {
    const rule = verified?.rules.find((candidate) => candidate.rule === 'household.re_entry');
    return `结论 ${rule?.verdict ?? '?'}：${reasonsOf(rule?.explanation, ['met', 'unproven'])}`;
  });
  const rule = detail.verified?.rules.find((candidate) => candidate.rule === 'household.re_entry');
  expect(rule?.verdict === 'met', `the rule of re-entry should be met for ${year}`);
}
