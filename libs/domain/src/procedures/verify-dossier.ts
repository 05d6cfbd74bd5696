import { canonicalJson } from '../values/canonical-json.js';
import type { LocalText } from '../facts/fact-definition.js';
import { DOSSIER_FORMAT, optionalSections, sectionHashes, sectionNames } from './dossier.js';
import type { DossierContent, Sha256 } from './dossier.js';
import { dossierContradictions } from './dossier-contradictions.js';

export interface DossierFault {
  readonly code: 'unreadable' | 'format' | 'not-canonical' | 'altered' | 'seal' | 'contradiction';
  readonly message: LocalText;
}
export interface DossierReport {
  readonly valid: boolean;
  /** The seal that the file claims. Compare it with the one printed or recorded at the decision. */
  readonly sha256: string | null;
  readonly faults: readonly DossierFault[];
}

/**
 * Verifies a dossier file without any database: bytes, part hashes, seal, and whether what it tells holds together (four
 * eyes, notices, objections, papers, facts). One newline at the end of the file is forgiven, nothing else is.
 */
export function verifyDossier(text: string, sha256: Sha256): DossierReport {
  const file = parse(text);
  if (!file) return report(null, [fault('unreadable', '文件不是可读的卷宗', 'the file is not a readable dossier')]);
  const { content, sections, sha256: seal } = file;
  const faults: DossierFault[] = [];
  if (content['format'] !== DOSSIER_FORMAT) faults.push(fault('format', `格式应为 ${DOSSIER_FORMAT}`, `the format should be ${DOSSIER_FORMAT}`));
  if (!isCanonical(file.whole, text)) faults.push(fault('not-canonical', '文件字节被改写（空白、顺序、重复或多余内容）', 'bytes were rewritten (white space, order, repeated or additional content)'));
  try {
    faults.push(...alteredSections(content, sections, sha256));
    if (sha256(canonicalJson({ content, sections })) !== seal) faults.push(fault('seal', '封存校验值不符', 'the seal does not match the content'));
  } catch {
    faults.push(fault('not-canonical', '文件含有卷宗不允许的数值或字符', 'the file holds numbers or characters that a dossier cannot hold'));
  }
  faults.push(...contradictions(content));
  return report(typeof seal === 'string' ? seal : null, faults);
}

interface ParsedDossier {
  whole: unknown;
  content: Record<string, unknown>;
  sections: Record<string, unknown>;
  sha256: unknown;
}

function parse(text: string): ParsedDossier | null {
  try {
    const whole = JSON.parse(text) as Record<string, unknown> | null;
    const { content, sections, sha256 } = whole ?? {};
    return isObject(content) && isObject(sections) ? { whole, content, sections, sha256 } : null;
  } catch {
    return null;
  }
}

function isCanonical(whole: unknown, text: string): boolean {
  try {
    const bytes = canonicalJson(whole);
    const keys = Object.keys(whole as object).sort().join();
    return keys === 'content,sections,sha256' && (text === bytes || text === `${bytes}\n`);
  } catch {
    return false;
  }
}

function alteredSections(content: Record<string, unknown>, sections: Record<string, unknown>, sha256: Sha256): DossierFault[] {
  const actual = sectionHashes(content, sha256);
  const names = [...new Set([...Object.keys(actual), ...Object.keys(sections), ...Object.keys(sectionNames)])];
  return names.filter((name) => actual[name] !== sections[name] || (actual[name] === undefined && !optionalSections.has(name))).map((name) => {
    const label = sectionNames[name] ?? { zh: name.slice(0, 40), en: name.slice(0, 40) };
    return fault('altered', `“${label.zh}”部分被改动、增加或缺失`, `the part "${label.en}" was altered, added or is missing`);
  });
}

function contradictions(content: Record<string, unknown>): DossierFault[] {
  try {
    return dossierContradictions(content as unknown as DossierContent).map(({ zh, en }) => fault('contradiction', zh, en));
  } catch {
    return [fault('contradiction', '卷宗内容残缺，无法核对前后一致', 'parts are missing or malformed, so the content cannot be cross-checked')];
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fault(code: DossierFault['code'], zh: string, en: string): DossierFault {
  return { code, message: { zh, en } };
}

function report(sha256: string | null, faults: readonly DossierFault[]): DossierReport {
  return { valid: faults.length === 0, sha256, faults };
}
