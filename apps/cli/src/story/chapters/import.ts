import { expect } from '../deviation.js';
import { until } from '../poll.js';
import { villageFile } from '../village-file.js';
import { LINE_YEAR, type HouseholdBody, type World } from '../world.js';

interface Batch {
  readonly id: string;
  readonly state: string;
  readonly layout: string | null;
  readonly rows: { readonly in: number; readonly created: number; readonly updated: number; readonly unchanged: number; readonly rejected: number } | null;
  readonly householdsCreated: number | null;
  readonly failure: { readonly zh: string } | null;
}
interface RowPage {
  readonly items: readonly { readonly n: number; readonly state: string; readonly cells: readonly string[]; readonly faults: readonly { readonly column: number | null; readonly zh: string }[] }[];
}

const settled = ['validated', 'needs_mapping', 'committed', 'failed', 'cancelled', 'undone'];

/** A village file with bad rows is checked, put right in the page, and written. Returns the household that the story follows. */
export async function importVillage({ narrator, cast: { clerk }, place, run }: World): Promise<HouseholdBody> {
  narrator.chapter('一、导入村级名单');
  const file = villageFile(place, run);
  const read = (id: string) => clerk.get<Batch>(`/imports/${id}`);
  const batch = await narrator.step(clerk, `上传“${file.name}”，${file.rows}行`, async () => {
    const { id } = await clerk.upload<Batch>('/imports', { name: file.name, content: file.content }, { year: String(LINE_YEAR) });
    return until('the check of the file', () => read(id), ({ state }) => settled.includes(state));
  }, ({ layout, rows }) => `识别为格式 ${layout ?? '?'}：可导入 ${(rows?.in ?? 0) - (rows?.rejected ?? 0)} 行，有误 ${rows?.rejected ?? 0} 行`);
  expect(batch.state === 'validated' && (batch.rows?.rejected ?? 0) > 0, `the file should be checked with bad rows, it is ${batch.state} ${batch.failure?.zh ?? ''}`);

  const bad = await narrator.step(clerk, '查看有误的行', () => clerk.get<RowPage>(`/imports/${batch.id}/rows?state=rejected&limit=50`), ({ items }) =>
    items.flatMap(({ n, faults }) => faults.filter(({ column }) => column !== null).map(({ zh }) => `第${n}行 ${zh}`)).join('；'));
  for (const { row, column } of file.corrections) {
    expect(bad.items.some(({ n, faults }) => n === row && faults.some((fault) => fault.column === column)), `row ${row}, column ${column} should be marked`);
  }
  await narrator.step(clerk, '要求全部导入', () => clerk.refused('POST', `/imports/${batch.id}/commit`, { code: 'import.has-rejected', body: { mode: 'all' } }), ({ code, title }) => `被拒绝 ${code}：${title}`);
  for (const { row, column, wrong, right } of file.corrections) {
    await narrator.step(clerk, `在页面上更正第${row}行`, () => clerk.patch(`/imports/${batch.id}/rows/${row}`, { cells: { [column]: right } }), () => `“${wrong}”改为“${right}”`);
  }
  const done = await narrator.step(clerk, '全部导入', async () => {
    await clerk.post(`/imports/${batch.id}/commit`, { mode: 'all' }, 202);
    return until('the import', () => read(batch.id), ({ state }) => settled.includes(state) && state !== 'validated');
  }, ({ householdsCreated, rows }) => `新建 ${householdsCreated ?? 0} 户；${rows?.in ?? 0} = 新建${rows?.created ?? 0} + 更新${rows?.updated ?? 0} + 不变${rows?.unchanged ?? 0} + 拒绝${rows?.rejected ?? 0}`);
  expect(done.state === 'committed' && done.householdsCreated === file.households && done.rows?.rejected === 0, `the file should be written whole, it is ${done.state}: ${done.failure?.zh ?? ''}`);

  const { items } = await clerk.get<{ items: { id: string }[] }>(`/households?q=${file.followed}`);
  const [found] = items;
  expect(items.length === 1 && found !== undefined, `household ${file.followed} should be found by its number`);
  const household = await clerk.get<HouseholdBody>(`/households/${found.id}`);
  expect(household.status === 'CANDIDATE', `an imported household begins as a candidate, it is ${household.status}`);
  return household;
}
