import type { Page } from 'playwright-core';
import { adminQuery } from '../support/admin.js';
import { sevenAnswers, visitDraft } from '../support/field-work.js';
import type { HouseholdBody } from '../support/households.js';
import { householdWithYear, newCast, type Cast } from '../support/procedures.js';
import { allSent, setUp, unlock } from './field-phone.js';
import { startWeb, type WebHarness, type WebPage } from './web-harness.js';

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
  for (let i = 0; i < 4; i += 1) {
    const household = await householdWithYear(cast.clerk, { income: 'poor', year: 2025 });
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
const tap = (testid: string) => page.getByTestId(testid).first().click();
const taps = () => phone.clicks();

describe('where a house stands', () => {
  const positionOf = async (household: HouseholdBody) => (await cast.clerk.get<HouseholdBody>(`/households/${household.id}`)).body.values['housePosition'];
  const stand = (latitude: number, accuracy: number) => phone.context.setGeolocation({ latitude, longitude: 111.75, accuracy });
  const look = async (name: string) => {
    expect({ name, pale: await phone.picture(`field-${name}`) }).toEqual({ name, pale: [] });
    expect({ name, barriers: await phone.barriers() }).toEqual({ name, barriers: [] });
  };

  it('is offered once after a visit at home, and kept with one tap', async () => {
    await at(house(0));
    await page.getByTestId('house-place').getByText('未填').waitFor();
    await tap('log-visit');
    await tap('same-as-last');
    await page.getByText('位置已记，误差约 12 米').waitFor();
    await tap('save-visit');
    await page.getByTestId('house-offer').getByText('误差约 12 米').waitFor();
    await look('house-offer');
    await at(house(1));
    await at(house(0));
    expect(await page.getByTestId('house-offer').count()).toBe(0);
    await at(house(2));
    await tap('log-visit');
    await tap('same-as-last');
    await page.getByText('位置已记，误差约 12 米').waitFor();
    await tap('save-visit');
    await page.getByTestId('house-offer').waitFor();
    await phone.countAnew();
    await tap('house-from-visit');
    await page.getByTestId('navigate').waitFor();
    expect(await taps()).toBe(1);
    await allSent(phone);
    expect(await positionOf(house(0))).toBeUndefined();
    expect(await positionOf(house(2))).toMatch(/^geo:40\.840000,111\.750000;u=12;on=20\d\d-\d\d-\d\d;by=visit$/);
  }, 120_000);

  it('is noted at the house with two taps without a network, doubted outside the region, and leads there by the map of the phone', async () => {
    await web.line.cut();
    await at(house(3));
    await stand(31.2, 8);
    await tap('house-note');
    await page.getByTestId('house-outside').waitFor();
    await page.getByTestId('sheet-close').click();
    await stand(40.8503, 8);
    await phone.countAnew();
    await tap('house-note');
    await page.getByTestId('house-found').getByText('误差约 8 米').waitFor();
    expect(await page.getByTestId('house-outside').count()).toBe(0);
    await look('house-note');
    await tap('house-keep');
    await page.getByTestId('navigate').waitFor();
    expect(await taps()).toBe(2);
    expect(await page.getByTestId('navigate').getAttribute('href')).toBe('geo:40.850300,111.750000?q=40.850300,111.750000');
    expect(await page.getByTestId('house-place').getByTestId('edited-here').count()).toBe(1);
    await look('house-noted');
    await tap('house-change');
    expect(await page.getByTestId('house-sheet').innerText()).toMatch(/40\.850300, 111\.750000\s+误差约 8 米 · 20\d\d-\d\d-\d\d · 手机定位/);
    await look('house-sheet');
    await page.getByTestId('sheet-close').click();
    await web.line.mend();
    await page.evaluate("dispatchEvent(new Event('online'))");
    await allSent(phone);
    expect(await positionOf(house(3))).toMatch(/^geo:40\.850300,111\.750000;u=8;on=20\d\d-\d\d-\d\d;by=phone$/);
  }, 120_000);

  it('is said to be so far away where the phone may know it, asked for only by a tap otherwise, and puts the nearest first when wished', async () => {
    await stand(40.85, 20);
    await phone.context.clearPermissions();
    await page.getByTestId('tab-today').click();
    await page.reload();
    await unlock(phone);
    const near = page.getByTestId('order-near');
    await near.getByText('按距离').waitFor();
    expect(await page.getByText(/约 .*米|约 .*公里/).count()).toBe(0);
    await phone.context.grantPermissions(['camera', 'geolocation']);
    await near.click();
    await near.getByText('近的在前').waitFor();
    expect(await near.getAttribute('aria-pressed')).toBe('true');
    await page.getByTestId(`today-${uuidOf(house(3))}`).getByText('约 30 米').waitFor();
    await page.getByTestId(`today-${uuidOf(house(2))}`).getByText('约 1.1 公里').waitFor();
    const order = async () => (await page.locator('[data-testid^="today-"].today-card').evaluateAll((cards) => cards.map((card) => (card as unknown as { dataset: { testid: string } }).dataset.testid))).filter((id) => [house(2), house(3)].some((known) => id.endsWith(uuidOf(known))));
    expect(await order()).toEqual([house(3), house(2)].map((known) => `today-${uuidOf(known)}`));
    await look('today-near');
    await page.getByTestId('tab-households').click();
    await page.getByTestId(`household-${uuidOf(house(3))}`).getByText('约 30 米').waitFor();
    await at(house(3));
    await page.getByTestId('house-place').getByText('约 30 米').waitFor();
    await tap('house-change');
    await tap('house-remove');
    await page.getByTestId('house-place').getByText('未填').waitFor();
    await allSent(phone);
    expect(await positionOf(house(3))).toBeUndefined();
    const stored = await adminQuery<{ text: string }>(web.test.database, "select coalesce(string_agg(payload::text, ' '), '') as text from audit_log where op = 'SYNC'");
    expect(stored[0]?.text).not.toContain('40.85,');
  }, 120_000);
});
