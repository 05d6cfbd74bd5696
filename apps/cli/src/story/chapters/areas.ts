import { StoryCase, paper } from '../cases.js';
import { expect } from '../deviation.js';
import { until } from '../poll.js';
import { reasonsOf } from '../reasons.js';
import type { World } from '../world.js';
import type { AreaVerdict } from './exit.js';

const COUNTY_RESIDENTS = 21_500;

/** The village leaves the list (出列). */
export async function exitVillage({ narrator, clock, cast, place }: World, year: number): Promise<void> {
  narrator.chapter('五、嘎查村出列');
  const kase = await StoryCase.start(cast.clerk, { what: `${place.names[3]}申请出列`, body: { pack: 'village_exit', subjectId: place.village, year }, narrator, clock });
  await kase.act(cast.clerk, '提交申请', 'submit', 'TOWNSHIP_REVIEW', { evidence: [paper('application_form')] });
  await kase.act(cast.township, '苏木乡镇审核', 'agree', 'COUNTY_VERIFICATION', { opinion: '同意' });
  await kase.act(cast.county, '旗县入村核查，固定贫困发生率和各项指标', 'agree', 'NOTICE', { evidence: [paper('verification_report')], opinion: '核查属实' });
  await kase.publish(cast.township2, '苏木乡镇内公示', '苏木乡镇公示栏');
  await kase.close(cast.township2, '公示期满', 'COUNTY_DECISION');
  await kase.act(cast.approver, '旗县审定', 'agree', 'ANNOUNCEMENT', { opinion: '同意出列' });
  await kase.act(cast.county2, '公告出列', 'announce', null);
}

/** The county leaves the list (摘帽): through league and region, with assessments and their sample sizes. Returns the case. */
export async function exitCounty(world: World, year: number): Promise<StoryCase> {
  const { narrator, clock, cast, place, region } = world;
  const [check, study, notice, announce] = region;
  narrator.chapter('六、旗县摘帽');
  await narrator.step(cast.county, `填报${place.names[1]}${year}年度农牧业人口`, () => cast.county.put(`/county-years/${place.county}/${year}`, { ruralResidentPopulation: COUNTY_RESIDENTS, source: '演示：年度统计' }), () => `${COUNTY_RESIDENTS} 人`);
  const kase = await StoryCase.start(cast.county, { what: `${place.names[1]}申请摘帽`, body: { pack: 'county_exit', subjectId: place.county, year }, narrator, clock });
  await kase.act(cast.county, '提交申请', 'submit', 'PREFECTURE_REVIEW', { evidence: [paper('application_report')] });
  await kase.act(cast.prefecture, `${place.names[0]}初审`, 'agree', 'REGION_CHECK', { opinion: '同意上报' });
  const report = { evidence: [paper('assessment_report')], opinion: '专项核查完成' };
  await kase.refuse(check, '没有第三方评估就想通过核查', { action: 'agree', code: 'case.rule-unproven', ...report }, ({ params }) => reasonsOf(params['explanation']));
  await assess(world, year);
  await kase.act(check, '自治区专项核查', 'agree', 'REGION_STUDY', report);
  await kase.act(study, '领导小组研究', 'agree', 'NOTICE', { evidence: [paper('meeting_minutes')], opinion: '同意' });
  await kase.publish(notice, '政府网站公示', '自治区政府网站');
  await kase.close(notice, '公示期满', 'ANNOUNCEMENT');
  await kase.act(announce, '自治区政府批准公告', 'announce', null, { evidence: [paper('approval_document')] });
  await narrator.step('worker', `${place.names[1]}：摘帽后的结论`, () =>
    until('the verdict of the county', async () => {
      const answer = await cast.county.send<AreaVerdict>('GET', `/counties/${place.county}/verdict?year=${year}`);
      return answer.status === 200 ? answer.body : null;
    }, (found) => found !== null && !found.freshness.pending && found.verdicts.some(({ verdict }) => verdict === 'met')),
  (found) => `贫困村 ${String(found?.facts['poor_villages_exited'])}/${String(found?.facts['poor_villages_total'])} 已出列，${String(found?.facts['villages_decided'])}/${String(found?.facts['villages_total'])} 个嘎查村已有结论`);
  return kase;
}

/** Missed rate, wrongly exited rate and approval rate, each with how many persons were asked. */
async function assess({ narrator, clock, cast: { prefecture }, place }: World, year: number): Promise<void> {
  const samples = [
    { kind: 'MISSED', zh: '漏评', sampled: 1_200, found: 4 }, { kind: 'WRONG_EXIT', zh: '错退', sampled: 800, found: 3 }, { kind: 'APPROVAL', zh: '群众认可', sampled: 1_500, found: 1_446 },
  ];
  for (const { kind, zh, sampled, found } of samples) {
    await narrator.step(prefecture, `登记专项评估：${zh}`, async () => {
      const body = { year, kind, sampled, found, assessedOn: await clock.today(), assessor: '演示第三方评估组', document: '演示评估报告' };
      const recorded = await prefecture.post<{ kind: string; sampled: number }[]>(`/counties/${place.county}/assessments`, body, 201);
      expect(recorded.some((row) => row.kind === kind && row.sampled === sampled), 'the assessment should be kept with its sample size');
    }, () => `抽查 ${sampled} 人，${found} 人（${((found * 100) / sampled).toFixed(2)}%）`);
  }
}
