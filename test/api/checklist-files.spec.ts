import { verifyDossier } from '#domain';
import { sha256 } from '#procedures';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { TestClient } from '../support/client.js';
import { villages } from '../support/households.js';
import { jpeg } from '../support/pictures.js';
import { act, days, did, householdWithYear, newCast, paper, setStatus, start, village, YEAR, type Cast, type Refusal } from '../support/procedures.js';
import { announce, upload } from '../support/uploads.js';

interface FileBody {
  id: string;
  item: string;
  attachmentId: string;
  fileName: string | null;
  mime: string;
  sha256: string;
  addedBy: string;
}

const services = { hardenedRoad: true, productionPower: true, safeWaterCovered: true, clinic: true, villageDoctor: true, cultureRoom: true, broadcasting: true, broadband: true, cooperative: true, collectiveIncomeFen: 5_000_000 };

describe('files on the rows of a village’s exit checklist', () => {
  let app: TestApp;
  let cast: Cast;
  let road: string;
  beforeAll(async () => {
    app = await startTestApp();
    cast = await newCast(app);
    road = await photo(cast.township, '硬化路.jpg');
  });
  afterAll(() => app.close());

  let shade = 0;
  async function photo(client: TestClient, fileName: string, divisionCode: string = village): Promise<string> {
    shade += 1;
    const answer = await upload(client, await jpeg({ seed: shade, grain: 8 }), { divisionCode, fileName });
    expect(answer).toMatchObject({ body: { state: 'READY' } });
    return answer.body.id;
  }
  const path = `/villages/${village}/checklist-files`;
  const add = (client: TestClient, item: string, attachmentId: string, at = path) => client.post<FileBody[] & Refusal>(at, { body: { year: YEAR, item, attachmentId } });
  const list = async (client: TestClient, year = YEAR) => (await client.get<FileBody[]>(`${path}?year=${year}`)).body;

  it('stand beside their row, each once, of the year they belong to, and are recorded', async () => {
    expect((await add(cast.township, 'hardened_road', road)).status).toBe(201);
    expect((await add(cast.township, 'hardened_road', road)).status).toBe(201);
    expect((await add(cast.clerk, 'clinic', await photo(cast.clerk, '卫生室.jpg'))).status).toBe(201);
    expect(await list(cast.approver)).toEqual([
      expect.objectContaining({ item: 'clinic', fileName: '卫生室.jpg', mime: 'image/jpeg' }),
      expect.objectContaining({ item: 'hardened_road', fileName: '硬化路.jpg', attachmentId: road, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }),
    ]);
    expect(await list(cast.approver, YEAR - 1)).toEqual([]);
    expect((await cast.approver.get(`/attachments/${road}/content`)).status).toBe(200);
    expect(await adminQuery(app.database, `select op from audit_log where table_name = 'checklist_file'`)).toHaveLength(2);
    expect(await cast.township.delete(`/attachments/${road}`)).toMatchObject({ status: 409, body: { code: 'attachment.in-use' } });
  });

  it('are put there by whoever records the year of the village, in their own territory, and are of that village', async () => {
    expect((await add(cast.approver, 'clinic', road)).status).toBe(403);
    expect((await add(cast.member, 'clinic', road)).status).toBe(403);
    const neighbour = await app.as('village_clerk', villages.baimiaozi);
    expect((await add(neighbour, 'clinic', road)).status).toBe(404);
    expect((await neighbour.get(`${path}?year=${YEAR}`)).status).toBe(404);
    expect(await add(cast.township, 'clinic', await photo(neighbour, '邻村.jpg', villages.baimiaozi))).toMatchObject({ status: 422, body: { code: 'attachment.other-subject' } });
    expect((await add(cast.township, 'swimming_pool', road)).status).toBe(422);
    const begun = await announce(cast.township, await jpeg({ seed: 200, grain: 8 }), { divisionCode: village });
    expect(await add(cast.township, 'clinic', begun.body.id)).toMatchObject({ status: 409, body: { code: 'attachment.not-ready' } });
    expect(await list(cast.township)).toHaveLength(2);
  });

  it('are named in the seal of the decision, after which none is added', async () => {
    const poor = await householdWithYear(cast.clerk, { income: 'poor' });
    await setStatus(app, poor, 'REGISTERED');
    await cast.township.put(`/village-years/${village}/${YEAR}`, { body: { ruralResidentPopulation: 500, ...services } });
    const { id } = await start(cast.clerk, 'village_exit', village);
    await did(cast.clerk, id, 'submit', { evidence: [paper('application_form')] });
    await did(cast.township, id, 'agree');
    await did(cast.officer, id, 'agree', { evidence: [paper('verification_report')] });
    await did(cast.township2, id, 'publish_notice');
    await days(app, 8);
    await did(cast.township2, id, 'close_notice');
    const late = await photo(cast.township, '补充.jpg');
    expect((await add(cast.township, 'broadband', late)).status).toBe(201);
    const files = await list(cast.officer);
    const printed = (await cast.officer.get(`/villages/${village}/file?format=html`)).raw.toString('utf8');
    expect(printed.match(/（附件1份）/g)).toHaveLength(3);
    expect(await act(cast.approver, id, 'agree', { opinion: '同意出列' })).toMatchObject({ status: 200 });

    const sealed = (await cast.officer.get(`/cases/${id}/dossier`)).raw.toString('utf8');
    expect(verifyDossier(sealed, sha256)).toMatchObject({ valid: true });
    const { content } = JSON.parse(sealed) as { content: { checklist: { item: string; fileHash: string; fileName: string }[] } };
    expect(content.checklist.map(({ item, fileHash, fileName }) => [item, fileHash, fileName])).toEqual(files.map((file) => [file.item, file.sha256, file.fileName]));
    expect(content.checklist).toHaveLength(3);
    expect(verifyDossier(sealed.replace('补充.jpg', '别的.jpg'), sha256).valid).toBe(false);
    expect(await add(cast.township, 'culture_room', await photo(cast.township, '太晚.jpg'))).toMatchObject({ status: 409, body: { code: 'exit.already-exited' } });
    expect(await list(cast.officer)).toHaveLength(3);
  });
});
