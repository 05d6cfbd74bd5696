import { holm } from './adjust.js';

/** TOO_FEW: too little to judge by, which is neither good nor bad. */
export const screenVerdicts = ['FLAGGED', 'NOT_FLAGGED', 'TOO_FEW'] as const;
export type ScreenVerdict = (typeof screenVerdicts)[number];
export const screenVerdictLabels: Readonly<Record<ScreenVerdict, string>> = { FLAGGED: '需核实', NOT_FLAGGED: '未见异常', TOO_FEW: '样本不足，不作判断' };

export type Figures = Readonly<Record<string, number | null>>;

/** One thing that a group is tested for. */
export interface ScreenTest {
  readonly name: string;
  /** Chance of at least as much when nothing is unusual; null for what is counted and not tested. */
  readonly p: number | null;
  /** Whether it is large enough to matter, however unlikely; for what is counted, whether it is there. */
  readonly matters: boolean;
  /** How much more than expected, in the unit of the share. */
  readonly effect: number | null;
}

export interface TestedGroup {
  readonly key: string;
  readonly divisionCode: string;
  readonly n: number;
  readonly figures: Figures;
  readonly tests: readonly ScreenTest[];
}

export interface JudgedTest extends ScreenTest {
  readonly adjustedP: number | null;
  readonly flagged: boolean;
}

export interface JudgedGroup extends TestedGroup {
  readonly verdict: ScreenVerdict;
  readonly tests: readonly JudgedTest[];
}

/**
 * Judges the groups together: those with fewer than the minimum are not judged, the p-values of the others are adjusted over all of
 * them at once. In the order of the place and then of the key, whatever was found.
 */
export function judgeGroups(groups: readonly TestedGroup[], { minN, alpha }: { readonly minN: number; readonly alpha: number }): JudgedGroup[] {
  const enough = groups.filter(({ n }) => n >= minN);
  const tested = enough.flatMap(({ tests }) => tests).filter(({ p }) => p !== null);
  const adjusted = new Map(holm(tested.map(({ p }) => p ?? 1)).map((value, i) => [tested[i], value]));
  return groups
    .map((group): JudgedGroup => {
      const judged = group.n >= minN;
      const tests = group.tests.map((test): JudgedTest => {
        const adjustedP = (judged ? adjusted.get(test) : undefined) ?? null;
        return { ...test, adjustedP, flagged: judged && test.matters && (test.p === null || (adjustedP !== null && adjustedP <= alpha)) };
      });
      return { ...group, tests, verdict: judged ? (tests.some(({ flagged }) => flagged) ? 'FLAGGED' : 'NOT_FLAGGED') : 'TOO_FEW' };
    })
    .sort((a, b) => compare(a.divisionCode, b.divisionCode) || compare(a.key, b.key));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
