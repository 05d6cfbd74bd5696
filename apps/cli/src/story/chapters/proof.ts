import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verifyDossier } from '#domain';
import type { StoryCase } from '../cases.js';
import type { Client } from '../client.js';
import { expect } from '../deviation.js';
import type { World } from '../world.js';

interface AuditReport {
  readonly counties: number;
  readonly rows: number;
  readonly faults: readonly unknown[];
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Dossiers are verified from the file alone, one with a changed digit is found out, and the audit chain holds. */
export async function prove({ narrator, cast, region, auditor }: World, cases: { exit: StoryCase; county: StoryCase; reEntry: StoryCase }): Promise<void> {
  narrator.chapter('十、卷宗与审计');
  const folder = await mkdtemp(path.join(tmpdir(), 'bangfu-story-'));
  try {
    const downloads: [string, Client, StoryCase][] = [['退出', cast.approver, cases.exit], ['摘帽', region[0], cases.county], ['返贫', cast.approver, cases.reEntry]];
    for (const [name, who, kase] of downloads) await verify({ narrator }, who, { name, kase, file: path.join(folder, `${kase.id}.json`) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await narrator.step(cast.clerk, '越权查看操作记录', () => cast.clerk.refused('GET', '/audit', { code: 'forbidden' }), ({ code, title }) => `被拒绝 ${code}：${title}`);
  const report = await narrator.step(auditor, '核验全部操作记录的封存链', () => auditor.post<AuditReport>('/audit/verifications', {}), ({ counties, rows, faults }) => `${counties} 条链、${rows} 条记录，异常 ${faults.length}`);
  expect(report.faults.length === 0, `the audit chains have faults: ${JSON.stringify(report.faults.slice(0, 5))}`);
}

async function verify({ narrator }: Pick<World, 'narrator'>, who: Client, { name, kase, file }: { name: string; kase: StoryCase; file: string }): Promise<void> {
  const decision = (await kase.read(who)).decision;
  const text = await narrator.step(who, `下载${name}卷宗，脱离系统核验`, async () => {
    await writeFile(file, await who.text(`/cases/${kase.id}/dossier`));
    const saved = await readFile(file, 'utf8');
    const report = verifyDossier(saved, sha256);
    expect(report.valid, `the dossier does not verify: ${report.faults.map(({ message }) => message.en).join('; ')}`);
    expect(report.sha256 === decision?.sha256, 'the seal should be the one recorded with the decision');
    return saved;
  }, (saved) => `完整，SHA-256 ${verifyDossier(saved, sha256).sha256?.slice(0, 16) ?? ''}…`);
  const digit = text.search(/[0-8]/);
  const forged = `${text.slice(0, digit)}9${text.slice(digit + 1)}`;
  expect(!verifyDossier(forged, sha256).valid, 'a changed digit should be found out');
}
