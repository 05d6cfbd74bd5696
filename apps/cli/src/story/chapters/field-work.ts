import { assuranceItems, formatCaseId, parseCaseId, uuidV7 } from '#domain';
import { expect } from '../deviation.js';
import { Phone, type PackBody } from '../phone.js';
import { announce, sendChunks, sha256, takePhoto } from '../photo.js';
import { yuan, type HouseholdBody, type World, type YearBody } from '../world.js';

interface ContestedBody {
  readonly id: string;
  readonly field: string;
  readonly label: string;
  readonly status: string;
  readonly version: number;
}
interface TaskBody {
  readonly id: string;
  readonly status: string;
}

/** Seven answers, each looked at. `problem` names the one that is not well. */
const answers = (problem?: string) => assuranceItems.map((item) => ({ item, state: item === problem ? 'PROBLEM' : 'OK', carried: false }));

/** A week in the village from two phones without signal: visits, photographs, a problem that becomes a task, and one income on which they differ. */
export async function weekInTheVillage(world: World, household: HouseholdBody): Promise<void> {
  const { narrator, clock, cast, place } = world;
  const year = Number((await clock.today()).slice(0, 4));
  narrator.chapter('九、一周走访：两部手机离线');
  await sendTeam(world);
  const [first, second] = await narrator.step(cast.team, '两部手机登记', () => Promise.all([Phone.register(cast.team, '工作队手机'), Phone.register(cast.clerk, '嘎查村手机')]), () => '工作队、嘎查村各一部');
  const pack = await narrator.step(cast.team, '下载全村数据，随后断网', () => first.pack(place.village), ({ rows }) => `${rows['households']?.length ?? 0} 户、${rows['members']?.length ?? 0} 人，规则、参数、措施一并带走`);
  await second.pack(place.village);
  const taskId = await visitOffline(world, [first, second], pack, household);
  await bothCorrect(world, [first, second], household, year);
  await cameBack(world, [first, second]);
  await choose(world, household, year);
  await finishTask(world, second, household, taskId);
}

async function sendTeam({ narrator, clock, cast, place }: World): Promise<void> {
  const today = await clock.today();
  const member = (name: string, role: string) => ({ id: uuidV7(), name, role, unit: '自治区某厅' });
  await narrator.step(cast.county, '派出驻村工作队', () =>
    cast.county.post('/teams', {
      id: uuidV7(), villages: [place.village], name: `${place.names[3]}驻村工作队`, sendingUnit: '自治区某厅', sendingAffiliation: 'PROVINCE', termFrom: today, termTo: `${Number(today.slice(0, 4)) + 2}-12-31`,
      members: [member('白书记', 'FIRST_SECRETARY'), member('陈队员', 'MEMBER'), member('哈斯', 'MEMBER')],
    }, 201), () => '3人，第一书记1名，任期两年以上');
}

/** Seven days of visits on both phones, with two photographs and one house that leaks. Returns the id of the task. */
async function visitOffline({ narrator, clock, cast }: World, [first, second]: readonly [Phone, Phone], pack: PackBody, household: HouseholdBody): Promise<string> {
  const photos = [await takePhoto(household.id), await takePhoto(`${household.id}/2`)] as const;
  const taskId = uuidV7();
  const county = countyOf(household.id);
  const others = (pack.rows['households'] ?? []).map(({ id }) => formatCaseId(county, String(id))).filter((id) => id !== household.id);
  const today = await clock.today();
  const visit = (phone: Phone, householdId: string, hour: string, more: Record<string, unknown> = {}) => {
    const at = `${today}T${hour}:00+08:00`;
    phone.work({ kind: 'visit.record', entityId: formatCaseId(county, uuidV7()), payload: { householdId, way: 'HOME', types: ['SITUATION'], visitedAt: at, assurances: answers(), ...more } }, at);
  };
  visit(first, household.id, '09:10', {
    assurances: answers('HOUSING'), notes: '屋顶漏雨，需要维修', incomeChanges: [{ item: 'wageMigrantWork', changeFen: 50_000 }], needs: ['HOUSING'],
    attachmentIds: photos.map(({ id }) => id), problems: [{ id: taskId, kind: 'HOUSING', description: '屋顶漏雨', dueOn: `${Number(today.slice(0, 4)) + 1}-03-31` }],
  });
  for (const [index, id] of others.entries()) visit(index % 2 === 0 ? second : first, id, `1${index}:30`, { types: ['POLICY'] });
  visit(second, household.id, '16:00', { way: 'PHONE', types: ['FESTIVAL'] });
  await narrator.step(cast.team, '离线记录走访', async () => first.waiting().length + second.waiting().length, (count) => `${count} 次走访等待上传，一处住房问题转为任务`);
  for (const photo of photos) {
    const begun = await announce(cast.team, photo, household.id);
    const cut = await narrator.step(cast.team, '上传照片，信号中断', () => sendChunks(cast.team, photo, begun, 1), ({ receivedBytes }) => `已收 ${receivedBytes} / ${photo.content.length} 字节`);
    const whole = await narrator.step(cast.team, '恢复信号，从断点续传', async () => sendChunks(cast.team, photo, await announce(cast.team, photo, household.id)), ({ state }) => `照片 ${state}，sha256 ${sha256(photo.content).slice(0, 12)}…`);
    expect(cut.state === 'UPLOADING' && whole.state === 'READY', `the photograph should be kept, it is ${whole.state}`);
  }
  return taskId;
}

/** Both set out from the same record and write another income into the same cell. */
async function bothCorrect({ narrator, clock, cast }: World, phones: readonly [Phone, Phone], household: HouseholdBody, year: number): Promise<void> {
  const { version } = await cast.team.get<YearBody>(`/households/${household.id}/years/${year}`);
  const at = `${await clock.today()}T17:00:00+08:00`;
  const [high, low] = [230_000, 180_000];
  await narrator.step(cast.team, `两部手机各自更正${year}年务工收入`, async () => {
    for (const [phone, wage] of [[phones[0], high], [phones[1], low]] as const) {
      phone.work({ kind: 'year.correct', entityId: household.id, baseVersion: version, payload: { year, reason: '入户核对', values: { wageMigrantWork: wage }, base: { wageMigrantWork: 150_000 } } }, at);
    }
  }, () => `工作队记 ${yuan(high)}，嘎查村记 ${yuan(low)}`);
}

async function cameBack({ narrator, cast }: World, [first, second]: readonly [Phone, Phone]): Promise<void> {
  const sent = first.waiting();
  const told = (results: readonly { status: string }[]) => [...new Set(results.map(({ status }) => status))].map((status) => `${status} ${results.filter((result) => result.status === status).length}`).join('，');
  const one = await narrator.step(cast.team, '回到有信号的地方，第一部手机上传', () => first.send(), told);
  expect(one.every(({ status }) => status === 'applied'), `all of the first phone should be applied: ${JSON.stringify(one)}`);
  const again = await narrator.step(cast.team, '答复途中丢失，整批重发', () => first.send(sent), told);
  expect(again.every(({ status }) => status === 'duplicate'), 'nothing should be applied twice');
  const two = await narrator.step(cast.clerk, '第二部手机上传', () => second.send(), told);
  expect(two.filter(({ status }) => status === 'conflict').length === 1 && two.every(({ status }) => status === 'applied' || status === 'conflict'), `one field should be contested: ${JSON.stringify(two)}`);
}

/** The contested value is in neither record until a person has chosen. */
async function choose({ narrator, cast }: World, household: HouseholdBody, year: number): Promise<void> {
  const path = `/households/${household.id}/years/${year}`;
  const kept = await cast.township.get<YearBody & { values: Record<string, unknown> }>(path);
  expect(kept.values['wageMigrantWork'] === 230_000, 'the first value should stand while the second waits');
  const open = await narrator.step(cast.township, '查看有争议的数据', () => cast.township.get<{ items: ContestedBody[] }>(`/sync/contested?householdId=${household.id}&status=OPEN`), ({ items }) => items.map(({ label }) => label).join('、'));
  const [field] = open.items;
  expect(open.items.length === 1 && field?.field === 'wageMigrantWork', 'the income should wait for a choice');
  await narrator.step(cast.township, '入户核实后取第二个数', () => cast.township.post(`/sync/contested/${field.id}/choose`, { choice: 'proposed', version: field.version }));
  const chosen = await cast.township.get<YearBody & { values: Record<string, unknown> }>(path);
  expect(chosen.values['wageMigrantWork'] === 180_000, 'the chosen value should be recorded');
}

async function finishTask({ narrator, clock, cast }: World, phone: Phone, household: HouseholdBody, taskId: string): Promise<void> {
  const id = formatCaseId(countyOf(household.id), taskId);
  phone.work({ kind: 'task.act', entityId: id, payload: { action: 'DO', note: '屋顶已翻修' } }, `${await clock.today()}T18:00:00+08:00`);
  const [done] = await narrator.step(cast.clerk, '任务完成，随手机上传', () => phone.send(), ([result]) => result?.status ?? '?');
  expect(done?.status === 'applied', `the step of the task should be applied: ${JSON.stringify(done)}`);
  const verified = await narrator.step(cast.township, '苏木乡镇核实任务', () => cast.township.post<TaskBody>(`/tasks/${id}/verify`, { note: '现场查看属实' }), ({ status }) => status);
  expect(verified.status === 'VERIFIED', 'the task should be verified');
  const visits = await cast.township.get<{ items: unknown[] }>(`/visits?household=${household.id}`);
  expect(visits.items.length === 2, `the household should have two visits, it has ${visits.items.length}`);
}

function countyOf(id: string): string {
  const parsed = parseCaseId(id);
  expect(parsed !== undefined && parsed !== null, `${id} should be the id of a case row`);
  return parsed.countyCode;
}
