import { startTestApp, type TestApp } from '../support/app.js';
import { TEST_PASSWORD } from '../support/users.js';

describe('the test application', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  it('is ready', async () => {
    expect((await test.anonymous().get('/ready')).status).toBe(200);
  });

  it('signs a user in under one grant', async () => {
    const client = await test.as('county_officer', '150221');
    const me = await client.get<{ role: string; division: string }>('/me');
    expect(me).toMatchObject({ status: 200, body: { role: 'county_officer', division: '150221' } });
  });

  it('gives its users a password that the sign-in page accepts', async () => {
    const { user } = await test.as('inspector', '15');
    const response = await test.anonymous().post('/sessions', { body: { username: user?.username, password: TEST_PASSWORD } });
    expect(response).toMatchObject({ status: 201, body: { role: 'inspector' } });
  });

  it('refuses a stranger', async () => {
    expect((await test.anonymous().get('/me')).status).toBe(401);
  });
});
