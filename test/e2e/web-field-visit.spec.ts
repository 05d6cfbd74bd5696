import type { Page } from 'playwright-core';
import { adminQuery } from '../support/admin.js';
import { sevenAnswers, visitDraft } from '../support/field-work.js';
import { person, registerHousehold, villages, type HouseholdBody } from '../support/households.js';
import { jpeg } from '../support/pictures.js';
import { householdWithYear, newCast, type Cast } from '../support/procedures.js';
import { videoOfCard } from '../support/video.js';
import { allSent, setUp, unlock } from './field-phone.js';
import { startWeb, type WebHarness, type WebPage } from './web-harness.js';

const LAST_YEAR = 2025;
const uuidOf = ({ id }: HouseholdBody): string => id.slice(7);

let web: WebHarness;
let cast: Cast;
let phone: WebPage;
let page: Page;
const houses: HouseholdBody[] = [];
const house = (index: number): HouseholdBody => houses[index] as HouseholdBody;

beforeAll(async () => {
  web = await startWeb();
  cast = await newCast(web.test);
  for (let i = 0; i < 7; i += 1) {
    const household = await householdWithYear(cast.clerk, { income: 'poor', year: LAST_YEAR });
    houses.push(household);
    const { id, ...draft } = visitDraft({ visitedAt: '2026-10-10T09:30:00+08:00', assurances: sevenAnswers(), personsMet: [household.members[0]?.id.slice(7) ?? ''] });
    expect((await cast.clerk.post('/visits', { body: { id, householdId: household.id, ...draft } })).status).toBe(201);
  }
  await registerHousehold(cast.clerk, villages.haizi, { members: [person('测试有码', '01')], values: { householdCode: 'HH-2026-7' } });
  phone = await web.phone();
  page = phone.page;
  await setUp(phone, cast.clerk);
}, 240_000);
afterAll(() => web.close(), 60_000);

/** Opens a household without counting. */
async function at(household: HouseholdBody): Promise<void> {
  await page.getByTestId('tab-households').click();
  await page.getByTestId(`household-${uuidOf(household)}`).click();
  await page.getByTestId('log-visit').waitFor();
  await phone.countAnew();
}
const tap = async (testid: string) => {
  const button = page.getByTestId(testid).first();
  await button.evaluate((element) => (element as unknown as { scrollIntoView(options: object): void }).scrollIntoView({ block: 'center' }));
  await button.click();
};
/** Writing counts as one tap, besides the taps that the page has seen. */
let written = 0;
const write = async (testid: string, text: string) => {
  written += 1;
  await page.getByTestId(testid).fill(text);
};
const taps = async (): Promise<number> => {
  const all = (await phone.clicks()) + written;
  written = 0;
  return all;
};
/** Taps and waits for the words; milliseconds between them. */
const timed = (testid: string): Promise<number> => page.evaluate<number>(`new Promise((resolve) => {
  const said = document.querySelector('[data-testid="said"]');
  const button = document.querySelector('[data-testid="${testid}"]');
  const before = said.textContent;
  const began = performance.now();
  const watch = new MutationObserver(() => { if (said.textContent !== '' && said.textContent !== before) { watch.disconnect(); resolve(performance.now() - began); } });
  watch.observe(said, { childList: true, subtree: true, characterData: true });
  button.click();
})`);
/** What was saved last is on the phone, then on the server. */
const savedAndSent = async () => {
  await page.getByTestId('log-visit').waitFor();
  await allSent(phone);
};
const visitsOf = async (household: HouseholdBody) => (await cast.clerk.get<{ items: { id: string; way: string; visitedOn: string }[] }>(`/visits?household=${household.id}`)).body.items;

describe('a visit', () => {
  it('on which nothing changed takes three taps without a network, stays after a reload, and arrives later', async () => {
    await web.line.cut();
    await at(house(0));
    await tap('log-visit');
    await page.getByTestId('same-as-last').waitFor();
    expect(await phone.picture('field-visit')).toEqual([]);
    expect(await phone.barriers()).toEqual([]);
    await tap('same-as-last');
    const milliseconds = await timed('save-visit');
    const count = await taps();
    console.log(`clean visit: ${count} taps, saved in ${Math.round(milliseconds)} ms`);
    expect(count).toBe(3);
    expect(await page.getByTestId('said').textContent()).toContain('已保存到本机，联网后自动上传（待上传 1 条）');
    await page.reload();
    await unlock(phone);
    expect(await page.getByTestId('sync-badge').first().getAttribute('data-waiting')).toBe('1');
    expect(await visitsOf(house(0))).toHaveLength(1);
    await web.line.mend();
    await allSent(phone);
    expect((await visitsOf(house(0))).map(({ way }) => way)).toEqual(['HOME', 'HOME']);
  }, 120_000);

  it('with income, a problem and a photo takes twelve taps, also on a slow phone', async () => {
    const slow = await phone.context.newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await at(house(1));
    await tap('log-visit');
    await tap('same-as-last');
    await tap('income-yes');
    await tap('item-businessLivestock');
    await write('amount-businessLivestock', '800');
    await page.getByTestId('per-head').filter({ hasText: '1,400.00' }).waitFor();
    await tap('problem-found');
    await tap('problem-ILLNESS');
    await write('describe-ILLNESS', '户主慢性病加重');
    await tap('take-photo');
    await page.locator('[data-testid="shutter"]:not([disabled])').waitFor();
    expect(await phone.picture('field-camera')).toEqual([]);
    expect(await phone.barriers()).toEqual([]);
    await tap('shutter');
    await page.getByTestId('photo').waitFor();
    expect(await phone.picture('field-visit-filled')).toEqual([]);
    expect(await phone.barriers()).toEqual([]);
    const milliseconds = await timed('save-visit');
    const count = await taps();
    console.log(`typical visit at a sixth of the speed: ${count} taps, saved in ${Math.round(milliseconds)} ms`);
    expect(count).toBeLessThanOrEqual(12);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await allSent(phone);
    const [latest] = await visitsOf(house(1));
    const { body: visit } = await cast.clerk.get<{ attachmentIds: string[]; incomeChanges: object[]; problems: object[]; personsMet: string[] }>(`/visits/${latest?.id}`);
    expect(visit).toMatchObject({ incomeChanges: [{ item: 'businessLivestock', changeFen: 80_000 }], problems: [{ kind: 'ILLNESS', description: '户主慢性病加重' }] });
    const [photo = ''] = visit.attachmentIds;
    const { status, raw } = await cast.clerk.get(`/attachments/150221-${photo}/content`);
    const bytes = Buffer.isBuffer(raw) ? raw : Buffer.from(String(raw), 'latin1');
    console.log(`photo: ${Math.round(bytes.length / 1000)} KB`);
    expect(status).toBe(200);
    expect(bytes.length).toBeLessThanOrEqual(200_000);
    expect(bytes.subarray(0, 2).toString('hex')).toBe('ffd8');
    expect(bytes.includes('Exif')).toBe(false);
  }, 180_000);

  it('to a locked door ends with the second tap', async () => {
    await at(house(2));
    await tap('log-visit');
    await page.getByTestId('way-NOT_HOME').waitFor();
    await phone.countAnew();
    await tap('way-NOT_HOME');
    expect(await phone.picture('field-not-home')).toEqual([]);
    expect(await phone.barriers()).toEqual([]);
    await tap('not-home-awayForWork');
    await page.getByTestId('log-visit').waitFor();
    expect(await taps()).toBe(2);
    await allSent(phone);
    expect((await visitsOf(house(2))).map(({ way }) => way)).toContain('NOT_HOME');
  }, 60_000);
});

describe('facts', () => {
  it('an income item takes six taps at most', async () => {
    await at(house(4));
    await page.getByRole('tab', { name: '收入' }).click();
    await tap('income-edit');
    await tap('income-wageMigrantWork');
    await write('amount', '2800');
    expect(await phone.picture('field-income-item')).toEqual([]);
    await tap('amount-done');
    expect(await phone.picture('field-income')).toEqual([]);
    expect(await phone.barriers()).toEqual([]);
    await tap('save-income');
    const count = await taps();
    console.log(`income item: ${count} taps`);
    expect(count).toBeLessThanOrEqual(6);
    await savedAndSent();
    const { body } = await cast.clerk.get<{ years?: unknown }>(`/households/${house(4).id}/years/${LAST_YEAR}`);
    expect(JSON.stringify(body)).toContain('280000');
  }, 90_000);

  it('a birth takes six taps at most and is on record once', async () => {
    await at(house(5));
    await page.getByRole('tab', { name: '成员' }).click();
    await tap('member-change');
    await tap('change-birth');
    await write('name', '测试新生儿');
    await tap('relation-03');
    expect(await phone.picture('field-member-change')).toEqual([]);
    expect(await phone.barriers()).toEqual([]);
    await tap('save-change');
    const count = await taps();
    console.log(`birth: ${count} taps`);
    expect(count).toBeLessThanOrEqual(6);
    await savedAndSent();
    const { body } = await cast.clerk.get<HouseholdBody>(`/households/${house(5).id}`);
    expect(body.members.filter(({ name }) => name === '测试新生儿')).toMatchObject([{ values: { gender: '1', relationToHead: '03' } }]);
  }, 90_000);

  it('a clue takes seven taps at most; the next of its kind is offered to be added', async () => {
    await at(house(6));
    await tap('tab-add');
    await tap('new-clue');
    await tap('kind-WATER');
    await write('clue-description', '水井干枯');
    expect(await phone.picture('field-clue')).toEqual([]);
    expect(await phone.barriers()).toEqual([]);
    await tap('save-clue');
    const count = await taps();
    console.log(`clue: ${count} taps`);
    expect(count).toBeLessThanOrEqual(7);
    await page.getByTestId('log-visit').waitFor();
    await tap('tab-add');
    await tap('new-clue');
    await tap('kind-WATER');
    await tap('append');
    await write('clue-description', '已送水');
    await tap('save-clue');
    await page.getByTestId('log-visit').waitFor();
    await allSent(phone);
    const { body } = await cast.clerk.get<{ items: { description: string }[] }>(`/clues?household=${house(6).id}`);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]?.description).toMatch(/水井干枯\n.*已送水/);
    written = 0;
  }, 90_000);
});

describe('what was recorded wrongly', () => {
  it('of a person is corrected on the phone, offline, and shows at once', async () => {
    await web.line.cut();
    await at(house(5));
    await page.getByRole('tab', { name: '成员' }).click();
    const [, spouse] = house(5).members;
    await tap(`member-${spouse?.id.slice(7)}`);
    await tap('member-edit');
    await write('edit-name', '测试更名');
    // A number that cannot be is refused here, not later on the server.
    await page.getByTestId('edit-id').fill('150221198207080021');
    expect(await page.getByTestId('save-member').isDisabled()).toBe(true);
    await page.getByTestId('edit-id').fill('');
    expect(await phone.picture('field-member-edit')).toEqual([]);
    expect(await phone.barriers()).toEqual([]);
    await tap('save-member');
    await page.getByRole('tab', { name: '成员' }).click();
    await page.getByTestId(`member-${spouse?.id.slice(7)}`).filter({ hasText: '测试更名' }).waitFor();
    written = 0;
    await web.line.mend();
    await allSent(phone);
    const { body } = await cast.clerk.get<HouseholdBody>(`/households/${house(5).id}`);
    expect(body.members.find(({ id }) => id === spouse?.id)).toMatchObject({ name: '测试更名' });
  }, 90_000);

  it('of a visit is corrected with a reason; the list shows the correction and the server keeps both', async () => {
    await web.line.cut();
    await at(house(4));
    await page.getByRole('tab', { name: '走访' }).click();
    await tap('correct-visit');
    await page.getByTestId('notes').fill('饮水问题记错');
    await tap('save-visit');
    expect(await page.getByTestId('visit-faults').innerText()).toContain('更正');
    await page.getByTestId('correction-reason').fill('记录有误');
    expect(await phone.picture('field-visit-correction')).toEqual([]);
    expect(await phone.barriers()).toEqual([]);
    await tap('save-visit');
    await page.getByRole('tab', { name: '走访' }).click();
    await page.getByText('饮水问题记错').waitFor();
    expect(await page.getByTestId('correct-visit').count()).toBe(1);
    expect(await phone.picture('field-visits')).toEqual([]);
    await web.line.mend();
    await allSent(phone);
    const all = await adminQuery<{ correction_no: number; correction_reason: string | null }>(web.test.database, 'select correction_no, correction_reason from visit where household_id = $1 order by correction_no', [uuidOf(house(4))]);
    expect(all).toEqual([{ correction_no: 0, correction_reason: null }, { correction_no: 1, correction_reason: '记录有误' }]);
  }, 90_000);
});

describe('a phone', () => {
  it('whose camera is refused takes photos with the camera of the system', async () => {
    await page.evaluate(`navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('denied', 'NotAllowedError'))`);
    await at(house(6));
    await tap('log-visit');
    await tap('same-as-last');
    await tap('take-photo');
    await page.getByTestId('camera-system').waitFor();
    expect(await page.getByTestId('camera-file').getAttribute('capture')).toBe('environment');
    expect(await phone.picture('field-camera-refused')).toEqual([]);
    expect(await phone.barriers()).toEqual([]);
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tap('camera-system')]);
    await chooser.setFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await jpeg({ width: 4000, height: 3000, grain: 8 }) });
    await page.getByTestId('photo').waitFor();
    await tap('save-visit');
    await savedAndSent();
    const photos = await adminQuery<{ state: string; bytes: string }>(web.test.database, `select state, bytes from attachment where household_id = $1`, [uuidOf(house(6))]);
    expect(photos).toMatchObject([{ state: 'READY' }]);
    expect(Number(photos[0]?.bytes)).toBeLessThanOrEqual(200_000);
  }, 90_000);

  it('whose browser reads codes finds a household by the code on its help card', async () => {
    await page.reload();
    await page.evaluate(`globalThis.BarcodeDetector = class { static async getSupportedFormats() { return ['qr_code']; } async detect() { return [{ rawValue: 'HH-2026-7' }]; } }`);
    await unlock(phone);
    await page.getByTestId('tab-households').click();
    expect(await phone.picture('field-households-scan')).toEqual([]);
    expect(await phone.barriers()).toEqual([]);
    await tap('scan');
    await page.getByTestId('household-head').filter({ hasText: 'HH-2026-7' }).waitFor();
  }, 60_000);

  it('whose browser reads none reads the card itself: camera, picture, code, household', async () => {
    const camera = videoOfCard('HH-2026-7');
    const own = await web.phone({ camera: camera.file });
    await setUp(own, cast.clerk);
    await own.page.getByTestId('tab-households').click();
    expect(await own.page.evaluate<boolean>("'BarcodeDetector' in globalThis")).toBe(false);
    await web.line.cut();
    await own.page.getByTestId('scan').click();
    await own.page.getByTestId('household-head').filter({ hasText: 'HH-2026-7' }).waitFor();
    await web.line.mend();
    expect(own.faults).toEqual([]);
    camera.remove();
  }, 90_000);

  it('of somebody with several villages takes one more later', async () => {
    const officer = await web.phone();
    await setUp(officer, cast.township, { villages: [villages.haizi] });
    await officer.page.getByTestId('tab-me').click();
    await officer.page.getByTestId('add-village').click();
    await officer.page.getByTestId(`add-${villages.baimiaozi}`).waitFor();
    expect(await officer.picture('field-add-village')).toEqual([]);
    expect(await officer.barriers()).toEqual([]);
    expect(await officer.page.getByTestId(`add-${villages.haizi}`).count()).toBe(0);
    await officer.page.getByTestId(`add-${villages.baimiaozi}`).click();
    await officer.page.getByTestId(`pack-${villages.baimiaozi}`).waitFor();
    expect(officer.faults).toEqual([]);
  }, 60_000);
});

describe('a form', () => {
  it('is in its form again when the phone threw the page away while the camera was open', async () => {
    await at(house(3));
    await tap('log-visit');
    await tap('seven-WATER-PROBLEM');
    await tap('water-水量不足');
    await tap('take-photo');
    await page.getByTestId('camera-close').waitFor();
    await page.waitForTimeout(500);
    const { context } = phone;
    await page.close({ runBeforeUnload: false });
    page = await context.newPage();
    phone = { ...phone, page };
    await page.goto('/m/');
    await unlock(phone);
    await page.getByTestId('photo-awaited').waitFor();
    expect(await page.getByTestId('note-WATER').inputValue()).toBe('水量不足');
    expect(await page.getByTestId('seven-WATER-PROBLEM').getAttribute('aria-pressed')).toBe('true');
  }, 60_000);
});
