import { startTestApp, type TestApp } from '../support/app.js';
import { adminQuery } from '../support/admin.js';

const password = 'Caoyuan-2026-test';

describe('sign-in and sessions', () => {
  let t: TestApp;
  let userId: string;
  beforeAll(async () => {
    t = await startTestApp();
    const admin = await t.as('system_admin', '15');
    const created = await admin.post('/accounts', { body: { username: 'zhang.san', displayName: '张三', password } });
    expect(created.status).toBe(201);
    userId = (created.body as { id: string }).id;
    const security = await t.as('security_admin', '15');
    expect((await security.post(`/accounts/${userId}/grants`, { body: { role: 'county_officer', divisionCode: '150125' } })).status).toBe(201);
  });
  afterAll(() => t.close());

  const signIn = (body: Record<string, unknown>, headers: Record<string, string> = {}) =>
    t.app.inject({ method: 'POST', url: '/api/v1/sessions', payload: body, headers });
  const cookieOf = (response: { headers: Record<string, unknown> }) => String(response.headers['set-cookie']).split(';')[0] ?? '';

  it('signs in, tells who I am and what I may do, and signs out for good', async () => {
    const response = await signIn({ username: 'zhang.san', password });
    expect(response.statusCode).toBe(201);
    const cookie = cookieOf(response);
    const me = await t.app.inject({ url: '/api/v1/me', headers: { cookie } });
    expect(me.json()).toMatchObject({ role: 'county_officer', division: '150125', name: '张三' });
    const { csrfToken } = me.json<{ csrfToken: string }>();
    const out = await t.app.inject({ method: 'DELETE', url: '/api/v1/sessions/current', headers: { cookie, 'x-csrf-token': csrfToken } });
    expect(out.statusCode).toBe(204);
    expect((await t.app.inject({ url: '/api/v1/me', headers: { cookie } })).statusCode).toBe(401);
  });

  it('B2 answers a wrong password and an unknown name in the same way', async () => {
    const [wrong, unknown] = [await signIn({ username: 'zhang.san', password: 'x' }), await signIn({ username: 'nobody.at.all', password: 'x' })];
    const strip = (body: string) => body.replace(/"requestId":"[^"]+"/, '');
    expect([wrong.statusCode, strip(wrong.body)]).toEqual([unknown.statusCode, strip(unknown.body)]);
    expect(wrong.statusCode).toBe(401);
  });

  it('B1 evaluates at most five of fifty parallel wrong passwords, then refuses the right one too', async () => {
    await adminQuery(t.database, 'delete from login_attempt');
    const answers = await Promise.all(Array.from({ length: 50 }, () => signIn({ username: 'zhang.san', password: 'wrong' })));
    const evaluated = answers.filter((answer) => answer.statusCode === 401).length;
    console.log(`B1: 50 parallel wrong passwords, ${evaluated} evaluated`);
    expect(evaluated).toBeLessThanOrEqual(5);
    expect((await signIn({ username: 'zhang.san', password })).statusCode).toBe(423);
    await adminQuery(t.database, "update login_attempt set window_started_at = window_started_at - interval '16 minutes'");
    expect((await signIn({ username: 'zhang.san', password })).statusCode).toBe(201);
  });

  it('B1 evaluates at most fifty of a spray of 300 tries over 100 names from one address', async () => {
    await adminQuery(t.database, 'delete from login_attempt');
    let evaluated = 0;
    for (let i = 0; i < 300; i++) if ((await signIn({ username: `user.${i % 100}`, password: 'wrong' })).statusCode === 401) evaluated++;
    console.log(`B1: spray of 300, ${evaluated} evaluated`);
    expect(evaluated).toBeLessThanOrEqual(50);
    await adminQuery(t.database, 'delete from login_attempt');
  });

  it('B5 keeps no usable session in the database', async () => {
    const cookie = cookieOf(await signIn({ username: 'zhang.san', password }));
    const token = cookie.split('=')[1] ?? '';
    const rows = await adminQuery<{ text: string }>(t.database, 'select s::text as text from user_session s union all select a::text from audit_log a union all select u::text from app_user u');
    expect(token.length).toBe(43);
    expect(rows.filter((row) => row.text.includes(token)).length).toBe(0);
    expect(rows.some((row) => row.text.includes('$argon2id$'))).toBe(true);
  });

  it('B5 ends an idle session and one past its absolute end', async () => {
    for (const change of ["last_seen_at = now() - interval '31 minutes'", 'expires_at = now()']) {
      const cookie = cookieOf(await signIn({ username: 'zhang.san', password }));
      expect((await t.app.inject({ url: '/api/v1/me', headers: { cookie } })).statusCode).toBe(200);
      await adminQuery(t.database, `update user_session set ${change}`);
      expect((await t.app.inject({ url: '/api/v1/me', headers: { cookie } })).statusCode).toBe(401);
    }
  });

  it('B6 refuses a foreign origin everywhere, sign-in included', async () => {
    const response = await signIn({ username: 'zhang.san', password }, { origin: 'https://evil.example' });
    expect(response.statusCode).toBe(403);
  });

  it('refuses weak passwords, levels that do not fit and posts that must stay apart', async () => {
    const [admin, security] = [await t.as('system_admin', '15'), await t.as('security_admin', '15')];
    const weak = await admin.post('/accounts', { body: { username: 'li.si', displayName: '李四', password: 'bangfu-123456' } });
    expect([weak.status, weak.body]).toEqual([422, expect.objectContaining({ code: 'account.weak-password' })]);
    const level = await security.post(`/accounts/${userId}/grants`, { body: { role: 'county_officer', divisionCode: '15' } });
    expect(level.body).toMatchObject({ code: 'account.wrong-level' });
    const second = await security.post(`/accounts/${userId}/grants`, { body: { role: 'audit_admin', divisionCode: '15' } });
    expect([second.status, second.body]).toEqual([409, expect.objectContaining({ code: 'account.separated-roles' })]);
  });

  it('keeps verbs apart: the system administrator grants nothing, the security administrator makes nobody', async () => {
    const [admin, security] = [await t.as('system_admin', '15'), await t.as('security_admin', '15')];
    expect((await admin.post(`/accounts/${userId}/grants`, { body: { role: 'inspector', divisionCode: '15' } })).status).toBe(403);
    expect((await security.post('/accounts', { body: { username: 'wang.wu', displayName: '王五', password } })).status).toBe(403);
  });

  it('A6 makes a revoked grant and a disabled account bite on the next request', async () => {
    const cookie = cookieOf(await signIn({ username: 'zhang.san', password }));
    const { grants } = (await t.app.inject({ url: '/api/v1/me', headers: { cookie } })).json<{ grants: { id: string }[] }>();
    const security = await t.as('security_admin', '15');
    expect((await security.delete(`/grants/${grants[0]?.id}`)).status).toBe(204);
    expect((await t.app.inject({ url: '/api/v1/me', headers: { cookie } })).statusCode).toBe(401);
    expect((await signIn({ username: 'zhang.san', password })).statusCode).toBe(403);
  });
});
