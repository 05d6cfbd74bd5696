import type { LocalText } from '../facts/fact-definition.js';
import { canonicalJson } from '../values/canonical-json.js';
import type { CaseAction } from './actions.js';
import type { Pack } from './pack.js';

export const DOSSIER_FORMAT = 'bangfu.dossier/1';

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal; supplied by the caller, for this library has no crypto. */
export type Sha256 = (text: string) => string;

/** Everything on which a decision rests, as it was when it was sealed. Times are ISO instants, days are calendar days. */
export interface DossierContent {
  readonly format: typeof DOSSIER_FORMAT;
  /** 1 at the decision or final refusal; 2 once the announcement has closed the case. */
  readonly sequence: number;
  /** SHA-256 of the seal before this one; null for the first. */
  readonly previous: string | null;
  readonly sealedAt: string;
  readonly case: DossierCase;
  /** The procedure by which the case ran, whole. */
  readonly pack: Pack & { readonly id: string };
  readonly facts: DossierFacts | null;
  readonly rules: readonly DossierRule[];
  readonly evidence: readonly DossierEvidence[];
  readonly meetings: readonly DossierMeeting[];
  readonly notices: readonly DossierNotice[];
  readonly objections: readonly DossierObjection[];
  readonly events: readonly DossierEvent[];
  readonly decision: DossierDecision;
  /** Files on single rows of what was ticked off; absent where the procedure ticks nothing off, and in seals of earlier releases. */
  readonly checklist?: readonly DossierFile[];
}

export interface DossierFile {
  /** Name of the fact that the row is about. */
  readonly item: string;
  readonly fileName: string | null;
  /** SHA-256 of what is kept. */
  readonly fileHash: string;
  readonly addedBy: string;
  readonly addedAt: string;
}

export interface DossierCase {
  readonly id: string;
  readonly subject: { readonly kind: string; readonly id: string; readonly division: string; readonly name: string };
  readonly year: number;
  readonly reason: string | null;
  readonly startedAt: string;
}
export interface DossierFacts {
  readonly pinnedAt: string;
  readonly pinnedAtStep: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Hash over the facts and what they were counted from, as computed when they were pinned and again at the decision. */
  readonly hash: string;
}
export interface DossierRule {
  readonly rule: string;
  readonly versionId: string | null;
  readonly verdict: string;
  readonly explanation: unknown;
}
export interface DossierEvidence {
  readonly id: string;
  readonly step: string;
  readonly kind: string;
  readonly title: string;
  readonly fileHash: string | null;
  readonly reference: string | null;
  readonly text: string | null;
  readonly addedBy: string;
  readonly addedAt: string;
}
export interface DossierMeeting {
  readonly step: string;
  readonly heldOn: string;
  readonly place: string;
  readonly entitled: number;
  readonly present: number;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  readonly passed: boolean;
  readonly void: boolean;
}
export interface DossierNotice {
  readonly id: string;
  readonly step: string;
  readonly place: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly minDays: number;
  readonly unit: string;
  readonly startDayCounts: boolean;
  readonly pausedDays: number;
  /** Exceptions to the weekend rule between the two days, as they stood then. */
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
  readonly state: string;
}
export interface DossierObjection {
  readonly notice: string;
  readonly statement: string;
  readonly filedOn: string;
  readonly settledOn: string | null;
  readonly settledBy: string | null;
  readonly result: string | null;
  readonly finding: string | null;
}
export interface DossierEvent {
  readonly seq: number;
  readonly step: string;
  readonly action: CaseAction | 'start';
  readonly actor: string;
  readonly name: string;
  readonly role: string;
  readonly unit: string;
  readonly opinion: string | null;
  readonly factsHash: string | null;
  readonly at: string;
}
export interface DossierDecision {
  readonly outcome: 'APPROVED' | 'REFUSED';
  readonly by: string;
  readonly name: string;
  readonly role: string;
  readonly unit: string;
  readonly opinion: string | null;
  readonly factsHash: string | null;
  readonly at: string;
}

export interface SealedDossier {
  /** The file, byte by byte: canonical JSON of `{content, sections, sha256}`. */
  readonly text: string;
  readonly sha256: string;
}

/**
 * Seals a dossier. Each part has its own hash, so that a verifier can name the part that was altered; the seal is the hash
 * over content and part hashes together.
 * @throws TypeError when the content holds a fraction, which canonical JSON cannot carry.
 */
export function sealDossier(content: DossierContent, sha256: Sha256): SealedDossier {
  const sections = sectionHashes(content, sha256);
  const seal = sha256(canonicalJson({ content, sections }));
  return { text: canonicalJson({ content, sections, sha256: seal }), sha256: seal };
}

/** Hash of every top-level part of a content. */
export function sectionHashes(content: object, sha256: Sha256): Record<string, string> {
  return Object.fromEntries(Object.entries(content).filter(([, part]) => part !== undefined).map(([name, part]) => [name, sha256(canonicalJson(part))]));
}

export const sectionNames: Readonly<Record<string, LocalText>> = {
  format: { zh: '格式', en: 'format' },
  sequence: { zh: '封存次序', en: 'sequence' },
  previous: { zh: '上一次封存', en: 'seal before' },
  sealedAt: { zh: '封存时间', en: 'time of sealing' },
  case: { zh: '事项', en: 'case' },
  pack: { zh: '程序包', en: 'procedure pack' },
  facts: { zh: '核实时的情况', en: 'facts' },
  rules: { zh: '规则与结论', en: 'rules and verdicts' },
  evidence: { zh: '材料', en: 'evidence' },
  meetings: { zh: '评议', en: 'review meetings' },
  notices: { zh: '公示', en: 'notices' },
  objections: { zh: '异议', en: 'objections' },
  events: { zh: '办理过程', en: 'events' },
  decision: { zh: '决定', en: 'decision' },
  checklist: { zh: '逐项附件', en: 'files on the checklist' },
};

/** Parts that a dossier may do without: seals of earlier releases have none. What was sealed with one cannot lose it, for the seal covers the hashes of all parts. */
export const optionalSections: ReadonlySet<string> = new Set(['checklist']);
