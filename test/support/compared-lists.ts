import { ComparisonRunner } from '#inspection';
import type { TestApp } from './app.js';
import type { TestClient } from './client.js';

export interface ListUpload {
  readonly register: string;
  readonly division: string;
  /** Heading row and lines. */
  readonly rows: readonly (readonly string[])[];
  readonly listOn?: string;
  readonly fileName?: string;
}

/** Uploads rows as a CSV file and has them matched in this process; answers the comparison as it is read afterwards. */
export async function compareRows<Body extends { id: string }>(app: TestApp, client: TestClient, { register, division, rows, listOn = '2026-10-31', fileName = 'list.csv' }: ListUpload): Promise<Body> {
  const made = await client.upload<Body>('/comparisons', {
    register, division, department: '测试部门', purposeCode: 'DATA_COMPARISON', purpose: '测试用的比对', listOn, file: { name: fileName, content: rows.map((row) => row.join(',')).join('\n') },
  });
  if (made.status !== 201) throw new Error(`upload answered ${made.status}: ${JSON.stringify(made.body)}`);
  const asked = await client.post(`/comparisons/${made.body.id}/match`);
  if (asked.status !== 202) throw new Error(`match answered ${asked.status}: ${JSON.stringify(asked.body)}`);
  const [countyCode = '', ...id] = made.body.id.split('-');
  await app.app.get(ComparisonRunner).match({ countyCode, id: id.join('-') });
  return (await client.get<Body>(`/comparisons/${made.body.id}`)).body;
}
