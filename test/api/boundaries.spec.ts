import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { township, village } from '../support/procedures.js';

jest.setTimeout(120_000);

interface Refusal {
  code: string;
  params?: { faults?: { fault: string; at: string }[] };
}

describe('boundaries for maps', () => {
  let test: TestApp;
  let region: TestClient;
  const shape = { type: 'Polygon', coordinates: [[[110.5, 40.5], [110.6, 40.5], [110.6, 40.6], [110.5, 40.5]]] };
  const file = (...codes: string[]) => ({ type: 'FeatureCollection', features: codes.map((code) => ({ type: 'Feature', properties: { code }, geometry: shape })) });
  const put = (client: TestClient, county: string, body: object) => client.put<Refusal>(`/boundaries/${county}`, { body });

  beforeAll(async () => {
    test = await startTestApp();
    region = await test.as('region_officer', '15');
  });
  afterAll(() => test.close());

  it('are uploaded under their approval number, read in the county, and replaced by a newer file', async () => {
    const geojson = file(township);
    const stored = await put(region, '150221', { approvalNumber: '蒙S(2023)027号', geojson });
    expect(stored).toMatchObject({ status: 200, body: { county: '150221', approvalNumber: '蒙S(2023)027号', areas: 1 } });
    const clerk = await test.as('village_clerk', village);
    expect((await clerk.get('/boundaries/150221')).body).toMatchObject({ approvalNumber: '蒙S(2023)027号', geojson });
    expect((await put(region, '150221', { approvalNumber: 'GS(2024)0001号', geojson })).body).toMatchObject({ approvalNumber: 'GS(2024)0001号' });
    expect((await region.get<object[]>('/boundaries')).body).toHaveLength(1);
  });

  it('are refused without an approval number, with codes that do not exist, and from anybody else', async () => {
    expect((await put(region, '150221', { approvalNumber: '暂时没有审图号', geojson: file(township) })).body.code).toBe('boundary.approval-number');
    const unknown = await put(region, '150221', { approvalNumber: '蒙S(2023)027号', geojson: file('150221999') });
    expect(unknown).toMatchObject({ status: 422, body: { code: 'boundary.faulty', params: { faults: [{ fault: 'unknown-code', at: '150221999' }] } } });
    expect((await put(await test.as('county_officer', '150221'), '150221', { approvalNumber: '蒙S(2023)027号', geojson: file(township) })).status).toBe(403);
  });

  it('of another county do not exist for whoever works elsewhere, and are gone once they are taken away', async () => {
    const [elsewhere] = (await region.get<{ items: { code: string }[] }>('/divisions?parent=150222')).body.items;
    expect((await put(region, '150222', { approvalNumber: '蒙S(2023)028号', geojson: file(elsewhere?.code ?? '') })).status).toBe(200);
    expect((await (await test.as('county_officer', '150221')).get('/boundaries/150222')).status).toBe(404);
    expect((await region.delete('/boundaries/150222')).status).toBe(204);
    expect((await region.get('/boundaries/150222')).status).toBe(404);
  });
});
