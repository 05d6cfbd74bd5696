import { auditAct } from './browser/audit.act.js';
import type { Desks } from './browser/desks.js';
import { fieldAct } from './browser/field.act.js';
import { Casting, demoPerson, signInDemo } from './cast.js';
import { exitCounty, exitVillage } from './chapters/areas.js';
import { exitHousehold, recordYears } from './chapters/exit.js';
import { weekInTheVillage } from './chapters/field-work.js';
import { helpHousehold } from './chapters/help.js';
import { identify } from './chapters/identification.js';
import { importVillage } from './chapters/import.js';
import { freshPlace } from './chapters/place.js';
import { prove } from './chapters/proof.js';
import { reEnter } from './chapters/re-entry.js';
import { StoryClock } from './clock.js';
import { Narrator, type StoryStep, type Tell } from './narrator.js';
import type { World } from './world.js';

/** Runs of this long ago may come again: numbers of persons are made of the second in which a run begins. */
const SERIES = 16_800_000;

export interface StoryReport {
  readonly url: string;
  readonly steps: readonly StoryStep[];
  readonly ms: number;
}

/**
 * The main job from end to end, over HTTP alone, as the demo users: from a village's file to exit, removal from the list, return
 * and audit. Every run takes a county of its own, so it can be repeated on the same instance.
 * With `desks`, the visit without network, the county's decision and the inspector's question are done on the pages of the three desks.
 * @throws StoryDeviation as soon as anything goes otherwise than told
 */
export async function runStory(url: string, tell: Tell, desks: Desks | null = null): Promise<StoryReport> {
  const started = performance.now();
  const narrator = new Narrator(tell);
  narrator.chapter('序、人员到位');
  const [sysadmin, secadmin, auditor, region, region2, region3, region4] = await narrator.step('narrator', '演示人员登录', () =>
    Promise.all(['sysadmin', 'secadmin', 'auditadmin', 'region', 'region2', 'region3', 'region4'].map((name) => signInDemo(url, name))),
  (people) => people.map(({ me }) => me.name).join('、')) as [World['auditor'], World['auditor'], World['auditor'], ...World['region']];
  const place = await narrator.step(region, '选一个尚无数据的贫困旗县', () => freshPlace(region), ({ names, village }) => `${names.join(' ')}（${village}）`);
  const casting = new Casting(url, sysadmin, secadmin);
  try {
    const cast = await narrator.step(secadmin, '安全管理员授予本地岗位', () => casting.cast(place), (people) => `${Object.keys(people).length} 人`);
    const clock = new StoryClock(sysadmin, narrator);
    const world: World = { narrator, clock, place, cast, region: [region, region2, region3, region4], auditor, desks, run: Math.floor(Date.now() / 1_000) % SERIES };
    await tellIt(world);
  } catch (error) {
    // What went wrong first is what is told.
    await casting.release().catch(() => 0);
    throw error;
  }
  if (desks) {
    await fieldAct(desks, narrator, await demoPerson(url, 'team'));
    await auditAct(desks, narrator, await signInDemo(url, 'inspector'));
  }
  await narrator.step(secadmin, '收回本地岗位', () => casting.release(), (count) => `${count} 项授权`);
  return { url, steps: narrator.steps, ms: Math.round(performance.now() - started) };
}

async function tellIt(world: World): Promise<void> {
  const household = await importVillage(world);
  await identify(world, household);
  const year = await recordYears(world, household);
  const exit = await exitHousehold(world, household, year);
  await exitVillage(world, year);
  const county = await exitCounty(world, year);
  const reEntry = await reEnter(world, household);
  await helpHousehold(world, household);
  await weekInTheVillage(world, household);
  await prove(world, { exit, county, reEntry });
}
