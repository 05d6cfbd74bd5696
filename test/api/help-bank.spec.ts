import fc from 'fast-check';
import { BatchWriter } from '../../libs/measures/src/bank/batch-writer.js';
import { adminQuery } from '../support/admin.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { approvedAssignment, fine, helpCast, newFund, poorHousehold, SettableJudge, type HelpCast, type HelpRefusal } from '../support/help.js';

interface BatchBody {
  id: string;
  state: string;
  rows: number;
  totalFen: number;
  paid: number;
  failed: number;
  unknown: number;
}
interface LineBody {
  line: number;
  reference: string;
  paymentId: string;
  accountNo: string;
  amountFen: number;
  state: string;
  failureReason: string | null;
}
interface ResultBody {
  id: string;
  rows: number;
  paid: number;
  failed: number;
  unknown: number;
  missing: number;
}

let app: TestApp;
let cast: HelpCast;
beforeAll(async () => {
  app = await startTestApp();
  cast = await helpCast(app);
  SettableJudge.into(app);
}, 60_000);
afterAll(() => app.close());

/** A fund of its own with so many payments that wait for the bank. */
async function payable(count: number, { account = true } = {}): Promise<{ fundId: string; payments: string[] }> {
  const { id: fundId } = await newFund(cast.officer);
  const payments: string[] = [];
  for (let i = 0; i < count; i++) {
    const assignmentId = await approvedAssignment(cast, await poorHousehold(app, cast.clerk, { account }));
    payments.push(fine(await cast.officer.post<{ id: string }>('/payments', { body: { assignmentId, amountFen: 10_000 + i, term: '2026', paidOn: '2026-11-22', fundId } })).id);
  }
  return { fundId, payments };
}
const batchOf = (fundId: string, more: Record<string, unknown> = {}) =>
  cast.officer.post<BatchBody & HelpRefusal>('/payment-batches', { body: { fundId, title: '十一月代发', format: 'csv', purpose: '发放产业补助', ...more } });
const write = ({ id }: BatchBody) => app.app.get(BatchWriter, { strict: false }).run({ countyCode: id.slice(0, 6), batchId: id.slice(7) });
const lines = async ({ id }: BatchBody) => fine(await cast.officer.get<{ items: LineBody[] }>(`/payment-batches/${id}/rows?limit=200`)).items;
const read = async ({ id }: BatchBody) => fine(await cast.officer.get<BatchBody>(`/payment-batches/${id}`));
const send = ({ id }: BatchBody, content: string, name = '结果.csv') => cast.officer.upload<ResultBody & HelpRefusal>(`/payment-batches/${id}/results`, { file: { name, content, type: 'text/csv' } });
const file = (rows: readonly (readonly string[])[]): string => `\ufeff${[['流水号', '金额（元）', '处理结果', '失败原因'], ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;
const written = async (count: number): Promise<{ batch: BatchBody; fundId: string; payments: string[] }> => {
  const { fundId, payments } = await payable(count);
  const batch = fine(await batchOf(fundId));
  await write(batch);
  return { batch, fundId, payments };
};
const payment = async (id: string) => fine(await cast.officer.get<{ settlement: string; failureReason: string | null }>(`/payments/${id}`));

describe('a batch for the bank', () => {
  it('takes what is payable, shows accounts masked, and the file has them in clear for whoever stated the purpose', async () => {
    const { batch, payments } = await written(2);
    expect(await read(batch)).toMatchObject({ state: 'EXPORTED', rows: 2, totalFen: 20_001, paid: 0, failed: 0, unknown: 2 });
    const shown = await lines(batch);
    expect(shown.every((line) => /\*{4}/.test(line.accountNo) && line.state === 'SENT')).toBe(true);
    const download = await cast.officer.get(`/payment-batches/${batch.id}/file`);
    const text = download.raw.toString('utf8');
    expect(text.split('\r\n')[0]).toBe('\ufeff序号,流水号,户名,账号,开户银行,金额（元）,备注');
    expect(text.match(/62[0-9]{17}/g)).toHaveLength(2);
    expect(text).toContain(`${shown[0]?.reference},赵测试,`);
    expect(text).toContain(',100.01,');
    expect((await payment(payments[0] ?? '')).settlement).toBe('SENT');
    const log = await adminQuery<{ op: string }>(app.database, 'select op from audit_log where row_id = $1 and op in ($2, $3) order by id', [batch.id.slice(7), 'UNMASK', 'DOWNLOAD']);
    expect(log.map((row) => row.op)).toEqual(['UNMASK', 'DOWNLOAD']);
    const stored = await adminQuery<{ t: string }>(app.database, 'select row_to_json(r)::text as t from payment_batch_row r');
    expect(stored.some((row) => /62[0-9]{17}/.test(row.t))).toBe(false);
  });

  it('needs a purpose, something payable, and an account for every household unless those without are left out', async () => {
    const { fundId } = await payable(1);
    expect(await batchOf(fundId, { purpose: '发钱' })).toMatchObject({ status: 422, body: { code: 'purpose-required' } });
    const without = await payable(1, { account: false });
    expect(await batchOf(without.fundId)).toMatchObject({ status: 409, body: { code: 'batch.account-missing', params: { count: 1 } } });
    expect(await batchOf(without.fundId, { skipWithoutAccount: true })).toMatchObject({ status: 409, body: { code: 'batch.nothing-payable' } });
    expect((await batchOf(fundId)).status).toBe(202);
    expect(await batchOf(fundId)).toMatchObject({ status: 409, body: { code: 'batch.nothing-payable' } });
  });

  it('two at once never send the same payment twice', async () => {
    const { fundId } = await payable(3);
    const answers = await Promise.all([batchOf(fundId), batchOf(fundId)]);
    expect(answers.filter((answer) => answer.status !== 202).map((answer) => answer.body.code).filter((code) => code !== 'batch.nothing-payable')).toEqual([]);
    expect(answers.reduce((sum, answer) => sum + (answer.status === 202 ? answer.body.rows : 0), 0)).toBe(3);
  });

  it('shows its file to nobody else, not before it is there, and another county finds nothing', async () => {
    const { fundId } = await payable(1);
    const batch = fine(await batchOf(fundId));
    expect(await cast.officer.get<HelpRefusal>(`/payment-batches/${batch.id}/file`)).toMatchObject({ status: 409, body: { code: 'batch.not-ready' } });
    await write(batch);
    expect(await cast.officer2.get<HelpRefusal>(`/payment-batches/${batch.id}/file`)).toMatchObject({ status: 403 });
    for (const path of ['', '/rows', '/file', '/results']) expect((await cast.stranger.get(`/payment-batches/${batch.id}${path}`)).status).toBe(404);
    expect((await cast.stranger.upload(`/payment-batches/${batch.id}/results`, { file: { name: 'x.csv', content: file([]) } })).status).toBe(404);
    expect((await cast.township.get(`/payment-batches/${batch.id}`)).status).toBe(404);
  });

  it('holds a payment until the bank has answered: no reversal meanwhile', async () => {
    const { payments } = await written(1);
    expect(await cast.officer.post<HelpRefusal>(`/payments/${payments[0]}/reversal`, { body: { reason: '取消' } })).toMatchObject({ status: 409, body: { code: 'payment.at-bank' } });
  });

  it('is written as a workbook too', async () => {
    const { fundId } = await payable(1);
    const batch = fine(await batchOf(fundId, { format: 'xlsx' }));
    await write(batch);
    expect((await cast.officer.get(`/payment-batches/${batch.id}/file`)).raw.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('the bank’s result', () => {
  it('pays what succeeded, makes what failed payable again with its reason, and leaves the rest unknown', async () => {
    const { batch, fundId, payments } = await written(4);
    const [a, b, c, d] = (await lines(batch)).map((line) => line.reference);
    const result = fine(await send(batch, file([[a ?? '', '100.00', '成功', ''], [b ?? '', '100.01', '失败', '账户已销户'], [c ?? '', '999.00', '成功', ''], ['P-不存在', '1', '成功', '']])));
    expect(result).toMatchObject({ rows: 4, paid: 1, failed: 1, unknown: 2, missing: 2 });
    expect(await read(batch)).toMatchObject({ state: 'EXPORTED', paid: 1, failed: 1, unknown: 2 });
    const states = await Promise.all((await lines(batch)).map((line) => payment(line.paymentId)));
    expect(states.map((row) => [row.settlement, row.failureReason])).toEqual([['PAID', null], ['PAYABLE', '账户已销户'], ['SENT', null], ['SENT', null]]);
    const rows = fine(await cast.officer.get<{ items: { outcome: string; reason: string | null }[] }>(`/payment-batches/${batch.id}/results/${result.id}/rows`)).items;
    expect(rows.map((row) => [row.outcome, row.reason])).toEqual([['PAID', null], ['FAILED', '账户已销户'], ['UNKNOWN', '金额与发送的不一致'], ['UNKNOWN', '本批次没有该流水号']]);
    const again = fine(await batchOf(fundId));
    expect(again.rows).toBe(1);
    fine(await send(batch, file([[c ?? '', '', '成功', ''], [d ?? '', '', '成功', '']])));
    expect(await read(batch)).toMatchObject({ state: 'SETTLED', paid: 3, failed: 1, unknown: 0 });
    expect(payments).toHaveLength(4);
  });

  it('taken in twice changes nothing the second time, also when both come at once', async () => {
    const { batch } = await written(2);
    const [a, b] = (await lines(batch)).map((line) => line.reference);
    const content = file([[a ?? '', '', '成功', ''], [b ?? '', '', '失败', '户名不符']]);
    const answers = await Promise.all([send(batch, content), send(batch, content, '同一文件.csv')]);
    expect(new Set(answers.map((answer) => fine(answer).id)).size).toBe(1);
    const before = await adminQuery(app.database, 'select count(*)::int as n from audit_log');
    fine(await send(batch, content));
    expect(await adminQuery(app.database, 'select count(*)::int as n from audit_log')).toEqual(before);
    expect(fine(await cast.officer.get<ResultBody[]>(`/payment-batches/${batch.id}/results`))).toHaveLength(1);
  });

  it('without the columns it needs is refused and changes nothing', async () => {
    const { batch } = await written(1);
    expect(await send(batch, '户名,结论\r\n赵,成功\r\n')).toMatchObject({ status: 422, body: { code: 'batch.result-columns' } });
    expect(await read(batch)).toMatchObject({ paid: 0, failed: 0, unknown: 1 });
  });

  it('rows in = paid + failed + unknown for random result files, and what is settled stays settled', async () => {
    const { batch } = await written(12);
    const sent = await lines(batch);
    const row = fc.tuple(fc.oneof(fc.constantFrom(...sent.map((line) => line.reference)), fc.constantFrom('P0', '')), fc.constantFrom('', '', '', '', '100.00', '乱'), fc.constantFrom('成功', '成功', '失败', '失败', '处理中', ''), fc.constantFrom('', '余额不足'));
    const files = fc.sample(fc.array(row, { minLength: 1, maxLength: 6 }), { numRuns: 15, seed: 20261122 });
    const settled = new Map<string, string>();
    for (const rows of files) {
      const result = fine(await send(batch, file(rows)));
      expect(result.paid + result.failed + result.unknown).toBe(result.rows);
      const now = await read(batch);
      expect(now.paid + now.failed + now.unknown).toBe(now.rows);
      for (const line of await lines(batch)) {
        if (settled.has(line.reference)) expect([line.reference, line.state]).toEqual([line.reference, settled.get(line.reference)]);
        if (line.state !== 'SENT') settled.set(line.reference, line.state);
        expect((await payment(line.paymentId)).settlement).toBe({ SENT: 'SENT', PAID: 'PAID', FAILED: 'PAYABLE' }[line.state]);
      }
    }
    expect(settled.size).toBeGreaterThan(3);
  }, 120_000);
});

// Last: a second application in this process takes over the way sessions are read, which is the process's own.
describe('the file of a batch, with a worker at hand', () => {
  it('is written by the worker without anybody asking for it', async () => {
    const worker = await startTestApp({ database: app.database, worker: true });
    try {
      const { fundId } = await payable(1);
      const batch = fine(await batchOf(fundId));
      for (let i = 0; i < 150 && (await read(batch)).state === 'QUEUED'; i++) await new Promise((resolve) => setTimeout(resolve, 100));
      expect((await read(batch)).state).toBe('EXPORTED');
    } finally {
      await worker.close();
    }
  }, 60_000);
});
