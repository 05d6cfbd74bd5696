import pg from 'pg';
import { addDays, daysBetween, readResidentId, shanghaiDate, shanghaiMidnight } from '#domain';
import { currentContext, systemActor } from '#platform';
import { parseDay } from '../../libs/domain/src/layouts/parse-date.js';
import { excelDay } from '../../libs/households/src/import/files/excel-date.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { person, readHousehold, registerHousehold, syntheticId, villages } from '../support/households.js';

/** From the first day to the last on which China had summer time; a day read as an instant would slip into the one before. */
const SUMMER_TIME = { from: '1986-05-01', to: '1991-09-30' };
const summerDays = Array.from({ length: daysBetween(SUMMER_TIME.from, SUMMER_TIME.to) + 1 }, (_, i) => addDays(SUMMER_TIME.from, i));
const edges = ['1900-03-01', '1940-06-03', '1949-12-31', '1969-12-31', '1970-01-01', '1999-12-31', '2000-02-29', '2012-02-29', '2024-02-29', '2024-12-31', '2025-01-01'];

/** Runs below each time zone of the process in test/unit/time; here the zones of the database's sessions are turned over. */
describe(`J1 days and the clock (process in ${process.env['TZ'] ?? 'the zone of the machine'})`, () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());
  const asSystem = <T>(work: () => Promise<T>) => app.db.run({ actor: systemActor('15') }, work);

  it(`${summerDays.length} days of summer time and ${edges.length} edges come back from the database as they were written`, async () => {
    const days = [...summerDays, ...edges];
    const rows = await asSystem(async () => {
      await app.db.query('create temp table born (n int, birth_date date) on commit drop');
      await app.db.query('insert into born select n, d::date from unnest($1::text[]) with ordinality u(d, n)', [days]);
      return app.db.query<{ birth_date: string; text: string }>(`select birth_date, to_char(birth_date, 'YYYY-MM-DD') as text from born order by n`);
    });
    expect(rows.map((row) => row.birth_date)).toEqual(days);
    expect(rows.map((row) => row.text)).toEqual(days);
    console.log(`J1: ${days.length} birth dates kept`);
  });

  it('files and identity numbers give the same days', () => {
    for (const day of summerDays) {
      expect(excelDay(daysBetween('1899-12-30', day), false)).toBe(day);
      expect(parseDay(day.replaceAll('-', '/'))).toBe(day);
    }
    for (const day of ['1986-05-04', '1988-06-01', '1991-04-14', '1991-09-15', '2000-02-29']) expect(readResidentId(syntheticId(day))).toMatchObject({ ok: true, value: { birthDate: day } });
  });

  it.each(['1988-04-10', '1988-06-01', '1990-09-16', '2000-02-29', '2024-12-31'])('a person born on %s is shown as born on that day', async (day) => {
    const clerk = await app.as('village_clerk', villages.haizi);
    const created = await registerHousehold(clerk, villages.haizi, { members: [person('王小明', '01', { idNo: syntheticId('1960-01-01') }), person('王小红', '04', { idNo: syntheticId(day) })] });
    const child = (await readHousehold(clerk, created.id)).members.find(({ name }) => name === '王小红');
    expect(child?.values['birthDate']).toBe(day);
    expect(await adminQuery(app.database, `select to_char(birth_date, 'YYYY-MM-DD') as day from member where id = $1`, [child?.id.slice(7)])).toEqual([{ day }]);
  });

  it.each([
    ['2028-02-28T15:59:59Z', '2028-02-28'],
    ['2028-02-28T16:00:00Z', '2028-02-29'],
    ['2028-02-29T15:59:58Z', '2028-02-29'],
    ['2028-02-29T16:00:00Z', '2028-03-01'],
    ['2027-12-31T15:59:58Z', '2027-12-31'],
    ['2027-12-31T16:00:00Z', '2028-01-01'],
  ])('at %s it is %s, whatever the zone of the process, the server or the session', async (instant, today) => {
    await adminQuery(app.database, `update installation set clock_offset = $1::timestamptz - now()`, [instant]);
    const context = await asSystem(() => Promise.resolve({ today: currentContext().today, now: currentContext().now }));
    expect(context.today).toBe(today);
    expect(shanghaiDate(context.now)).toBe(today);
    expect(context.now >= shanghaiMidnight(today)).toBe(true);
    for (const zone of ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Auckland']) {
      const client = new pg.Client({ connectionString: app.database.appUrl, options: `-c timezone=${zone}` });
      await client.connect();
      const { rows } = await client.query<{ today: string }>('select app.today()::text as today');
      await client.end();
      expect([zone, rows[0]?.today]).toEqual([zone, today]);
    }
  });
});
