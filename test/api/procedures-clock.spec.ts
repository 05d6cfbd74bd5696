import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { act, did, householdWithYear, meeting, newCast, paper, read, start, type Cast } from '../support/procedures.js';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await startTestApp();
  cast = await newCast(app);
});
afterAll(() => app.close());

/** Sets the clock of the installation to an instant; it runs on from there. */
const setClock = (instant: string) => adminQuery(app.database, `update installation set clock_offset = $1::timestamptz - now()`, [instant]);

async function noticeToPublish(): Promise<string> {
  const household = await householdWithYear(cast.clerk, { income: 'poor' });
  const { id } = await start(cast.clerk, 'identification', household.id);
  await did(cast.clerk, id, 'submit', { evidence: [paper('application_form')] });
  await did(cast.member, id, 'agree', { evidence: [paper('survey_form')] });
  await did(cast.clerk2, id, 'record_review', { review: meeting, evidence: [paper('meeting_minutes')] });
  return id;
}

describe('the days of a notice (J1)', () => {
  it.each([
    ['over 29 February', '2028-02-22T10:00:00+08:00', '2028-02-29', '2028-02-29T23:59:00+08:00', '2028-03-01T00:00:30+08:00'],
    ['over the end of February of a common year', '2027-02-22T10:00:00+08:00', '2027-03-01', '2027-03-01T23:59:00+08:00', '2027-03-02T00:00:30+08:00'],
    ['over the end of the year', '2027-12-28T10:00:00+08:00', '2028-01-04', '2028-01-04T23:59:00+08:00', '2028-01-05T00:00:30+08:00'],
    ['published before midnight in Shanghai, which is still yesterday in UTC', '2027-06-01T00:30:00+08:00', '2027-06-08', '2027-06-08T23:59:00+08:00', '2027-06-09T00:00:30+08:00'],
    ['published in the last minute of the year', '2026-12-31T23:58:00+08:00', '2027-01-07', '2027-01-07T23:59:00+08:00', '2027-01-08T00:00:30+08:00'],
  ])('%s end at midnight in Shanghai', async (_, published, lastDay, tooEarly, inTime) => {
    await setClock(published);
    const id = await noticeToPublish();
    await did(cast.member2, id, 'publish_notice');
    expect((await read(cast.officer, id)).notices[0]).toMatchObject({ openedOn: published.slice(0, 10), lastDay });
    await setClock(tooEarly);
    expect(await act(cast.member2, id, 'close_notice')).toMatchObject({ status: 409, body: { code: 'notice.still-running' } });
    await setClock(inTime);
    await did(cast.member2, id, 'close_notice');
  });
});
