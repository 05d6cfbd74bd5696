import { accountsProblems } from './accounts.problems.js';
import { attachmentsProblems } from './attachments.problems.js';
import { careProblems } from './care.problems.js';
import { comparisonProblems } from './comparisons.problems.js';
import { checksProblems } from './checks.problems.js';
import type { ProblemDefinition } from './define-problems.js';
import { divisionsProblems } from './divisions.problems.js';
import { eligibilityProblems } from './eligibility.problems.js';
import { findingsProblems } from './findings.problems.js';
import { helpProblems } from './help.problems.js';
import { historyProblems } from './history.problems.js';
import { householdsProblems } from './households.problems.js';
import { importsProblems } from './imports.problems.js';
import { measuresProblems } from './measures.problems.js';
import { printsProblems } from './prints.problems.js';
import { proceduresProblems } from './procedures.problems.js';
import { samplesProblems } from './samples.problems.js';
import { questionProblems } from './questions.problems.js';
import { sharedProblems } from './shared.problems.js';
import { teamsProblems } from './teams.problems.js';
import { formatFen } from '../values/money.js';
import { syncProblems } from './sync.problems.js';

/** All problems of the product. A slice adds its own file and one line here. */
export const problemCatalogue = {
  ...sharedProblems,
  ...accountsProblems,
  ...careProblems,
  ...checksProblems,
  ...divisionsProblems,
  ...eligibilityProblems,
  ...helpProblems,
  ...historyProblems,
  ...householdsProblems,
  ...importsProblems,
  ...measuresProblems,
  ...printsProblems,
  ...proceduresProblems,
  ...samplesProblems,
  ...questionProblems,
  ...teamsProblems,
  ...syncProblems,
  ...attachmentsProblems,
  ...findingsProblems,
  ...comparisonProblems,
} as const satisfies Record<string, ProblemDefinition>;

export type ProblemCode = keyof typeof problemCatalogue;
export type ProblemParams = Readonly<Record<string, unknown>>;

/** An expected refusal. Becomes application/problem+json at the edge; never carries personal data of another territory. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  readonly zh: string;
  readonly en: string;
  readonly params: ProblemParams;
  /** Free text beside the title, in words a person understands. */
  readonly detail: string | undefined;

  constructor(code: ProblemCode, params: ProblemParams = {}, detail?: string) {
    const definition: ProblemDefinition = problemCatalogue[code];
    super(`${code}: ${fill(definition.en, params)}`);
    this.name = 'Problem';
    this.code = code;
    this.status = definition.status;
    this.zh = fill(definition.zh, params);
    this.en = fill(definition.en, params);
    this.params = params;
    this.detail = detail;
  }
}

/** Builds a refusal from the catalogue: `throw problem('stale-version', { current })`. */
export function problem(code: ProblemCode, params: ProblemParams = {}, detail?: string): Problem {
  return new Problem(code, params, detail);
}

/** True for a refusal of the catalogue, also when it crossed a module boundary. */
export function isProblem(error: unknown): error is Problem {
  return error instanceof Problem || (error instanceof Error && error.name === 'Problem' && 'code' in error && 'status' in error);
}

function fill(title: string, params: ProblemParams): string {
  return title.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined || value === null) return whole;
    // Amounts are fen in parameters and yuan in words.
    if (name.endsWith('Fen') && typeof value === 'number') return formatFen(value);
    return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
  });
}
