import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DOSSIER_FORMAT, sealDossier, type DossierContent } from '#domain';
import { CommandFault } from '../../apps/cli/src/command.js';
import { dossierCommands } from '../../apps/cli/src/commands/dossier.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const at = '2026-06-20T02:00:00.000Z';
const content: DossierContent = {
  format: DOSSIER_FORMAT, sequence: 1, previous: null, sealedAt: at,
  case: { id: '150221-01900000-0000-7000-8000-000000000001', year: 2026, reason: null, startedAt: at, subject: { kind: 'household', id: 'h', division: '150221100201', name: '测试户' } },
  pack: {
    id: 'p', code: 'sample', version: 1, name: { zh: '测试', en: 'test' }, subject: 'household', source: '测试文件', validFrom: '2026-01-01', validTo: null,
    start: { statuses: ['CANDIDATE'], reasonRequired: false, markPreExit: false }, rules: [], steps: [],
  },
  facts: null, rules: [], evidence: [], meetings: [], notices: [], objections: [],
  events: [{ seq: 1, step: 'REVIEW', action: 'refuse', actor: 'a', name: '经办人', role: 'township_officer', unit: '150221100', opinion: '不符合', factsHash: null, at }],
  decision: { outcome: 'REFUSED', by: 'a', name: '经办人', role: 'township_officer', unit: '150221100', opinion: '不符合', factsHash: null, at },
};
const folder = mkdtempSync(path.join(tmpdir(), 'dossier-'));
const verify = dossierCommands[0];
const written = (text: string): string => {
  const file = path.join(folder, 'dossier.json');
  writeFileSync(file, text);
  return file;
};
afterEach(() => { process.exitCode = 0; });
afterAll(() => rmSync(folder, { recursive: true }));

describe('bangfu dossier verify', () => {
  it('finds a sealed file intact, without any database', async () => {
    const sealed = sealDossier(content, sha256);
    expect(await verify?.run({ values: {}, args: [written(sealed.text)] })).toMatchObject({ valid: true, sha256: sealed.sha256, faults: [] });
    expect(process.exitCode ?? 0).toBe(0);
  });

  it('says which part of an altered file was altered, and fails', async () => {
    const report = await verify?.run({ values: {}, args: [written(sealDossier(content, sha256).text.replace('测试户', '其他户'))] });
    expect(report).toMatchObject({ valid: false });
    expect(JSON.stringify(report)).toContain('“事项”部分被改动');
    expect(process.exitCode).toBe(1);
  });

  it('says in one line that a file is not there, or is a folder', async () => {
    const missing = path.join(folder, 'nothing');
    await expect(verify?.run({ values: {}, args: [missing] })).rejects.toThrow(new CommandFault(`${missing}: 文件不存在 no such file`));
    await expect(verify?.run({ values: {}, args: [folder] })).rejects.toThrow(new CommandFault(`${folder}: 是文件夹 is a folder`));
  });
});
