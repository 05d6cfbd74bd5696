import { newCast, village, type Cast } from '../support/procedures.js';
import { allSent, setUp, unlock } from './field-phone.js';
import { startWeb, type WebHarness } from './web-harness.js';

let web: WebHarness;
let cast: Cast;
beforeAll(async () => {
  web = await startWeb();
  cast = await newCast(web.test);
}, 180_000);
afterAll(() => web.close(), 60_000);

describe('the store of a phone', () => {
  it('is ready after the first run, and opens again without a network', async () => {
    const phone = await web.phone();
    await phone.page.goto('/m/setup');
    await phone.page.getByTestId('check-next').waitFor();
    expect(await phone.picture('field-setup-check')).toEqual([]);
    expect(await phone.barriers()).toEqual([]);
    await setUp(phone, cast.clerk);
    expect(await phone.picture('field-first-run')).toEqual([]);
    expect(phone.faults).toEqual([]);
  }, 120_000);
});
