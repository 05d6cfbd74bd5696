import type { Page } from 'playwright-core';
import { sevenAnswers, visitDraft } from '../support/field-work.js';
import type { HouseholdBody } from '../support/households.js';
import { householdWithYear, newCast, type Cast } from '../support/procedures.js';
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
    await allSent(phone);
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
    await allSent(phone);
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
