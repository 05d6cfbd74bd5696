import { HolidayReader } from '#divisions';
import { systemActor } from '#platform';
import { NoticeClocks } from '../../libs/procedures/src/notice/notice-clocks.js';
import type { NoticeRow } from '../../libs/procedures/src/case/case-rows.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';

interface Year { year: number; set: boolean; items: { day: string; kind: string; name: string | null }[] }

describe('the holiday calendar', () => {
  let test: TestApp;
  let region: TestClient;
  let clerk: TestClient;
  beforeAll(async () => {
    test = await startTestApp();
    region = await test.as('region_officer', '15');
    clerk = await test.as('village_clerk', '150221100201');
  });
  afterAll(() => test.close());

  const source = '测试放假通知〔2027〕1号';
  const put = (client: TestClient, day: string, body: Record<string, unknown>) => client.put<{ code?: string }>(`/holidays/${day}`, { body: { source, ...body } });
  const listed = async () => (await clerk.get<Year>('/holidays?year=2027')).body;
  /** A notice of five working days from Thursday, 30 September 2027. */
  const clock = (today: string) => {
    const notice = { id: 'n', opened_on: '2027-09-30', min_days: 5, unit: 'working', start_day_counts: false } as NoticeRow;
    return test.db.run({ actor: systemActor('15'), readOnly: true }, () => new NoticeClocks(test.app.get(HolidayReader, { strict: false })).clock(notice, [], today));
  };

  it('is not set until somebody enters it, and then only Saturdays and Sundays are free', async () => {
    expect(await listed()).toEqual({ year: 2027, set: false, items: [] });
    expect(await clock('2027-10-08')).toMatchObject({ lastDay: '2027-10-07' });
  });

  it('is entered by the region, and notices of working days run by it', async () => {
    for (const day of ['2027-10-01', '2027-10-04', '2027-10-05', '2027-10-06', '2027-10-07']) expect((await put(region, day, { kind: 'HOLIDAY', name: '国庆节' })).status).toBe(200);
    expect((await put(region, '2027-10-09', { kind: 'WORKDAY' })).status).toBe(200);
    expect((await listed()).items).toHaveLength(6);
    // Friday 8, Saturday 9 (worked), Monday 11, Tuesday 12, Wednesday 13.
    expect(await clock('2027-10-08')).toMatchObject({ lastDay: '2027-10-13' });
  });

  it('is corrected and taken back, and the audit log keeps both', async () => {
    expect((await put(region, '2027-10-09', { kind: 'HOLIDAY', name: '更正' })).status).toBe(200);
    expect((await region.delete('/holidays/2027-10-09')).status).toBe(204);
    expect((await region.delete('/holidays/2027-10-09')).status).toBe(404);
    expect((await listed()).items.map(({ day }) => day)).not.toContain('2027-10-09');
    expect(await clock('2027-10-08')).toMatchObject({ lastDay: '2027-10-14' });
    const log = await adminQuery<{ op: string }>(test.database, "select op from audit_log where table_name = 'holiday' and row_id = '2027-10-09' order by at, id");
    expect(log.map(({ op }) => op)).toEqual(['INSERT', 'UPDATE', 'DELETE']);
  });

  it('refuses what is no day, a worked weekday, a day without its announcement, and everybody else', async () => {
    expect((await put(region, '2027-02-30', { kind: 'HOLIDAY' })).status).toBe(422);
    expect((await put(region, '2027-10-11', { kind: 'WORKDAY' })).body.code).toBe('holiday.worked-anyway');
    expect((await put(region, '2027-10-02', { kind: 'HOLIDAY', source: '' })).status).toBe(422);
    expect((await put(clerk, '2027-10-02', { kind: 'HOLIDAY' })).status).toBe(403);
    expect((await clerk.delete('/holidays/2027-10-01')).status).toBe(403);
  });
});
