import { hypergeometricLowerTail, hypergeometricUpperTail } from './exact-tests.js';
import type { TestedGroup } from './screen-group.js';

export interface ApproverCounts {
  /** Pseudonymous number of a post. */
  readonly key: string;
  readonly divisionCode: string;
  /** Posts of one role are compared with one another. */
  readonly role: string;
  readonly decisions: number;
  /** Returned or refused. */
  readonly negative: number;
  readonly largestBatch: number;
  readonly inBatches: number;
  readonly fast: number;
  readonly medianSeconds: number | null;
}

/**
 * Three things about the decisions of a post: fewer returns and refusals than the posts of the same role together, more decisions
 * within seconds of their arrival than they, and runs of decisions at a few seconds' distance, which are only counted.
 */
export function testApprovers(posts: readonly ApproverCounts[], { batchMin }: { readonly batchMin: number }): TestedGroup[] {
  const totals = new Map<string, { decisions: number; negative: number; fast: number }>();
  for (const { role, decisions, negative, fast } of posts) {
    const sum = totals.get(role) ?? { decisions: 0, negative: 0, fast: 0 };
    totals.set(role, { decisions: sum.decisions + decisions, negative: sum.negative + negative, fast: sum.fast + fast });
  }
  return posts.map((post) => {
    const { key, divisionCode, decisions, negative, fast, largestBatch, inBatches, medianSeconds } = post;
    const all = totals.get(post.role) ?? { decisions, negative, fast };
    const others = all.decisions - decisions;
    const rate = (own: number, total: number): number | null => (others === 0 ? null : (total - own) / others);
    const [pooled, fastElsewhere] = [rate(negative, all.negative), rate(fast, all.fast)];
    return {
      key, divisionCode, n: decisions, figures: { decisions, negative, pooled, largestBatch, inBatches, fast, medianSeconds },
      tests: [
        {
          name: 'never_negative', p: pooled === null ? null : hypergeometricLowerTail(negative, decisions, all.negative, all.decisions), matters: pooled !== null && negative / decisions < pooled,
          effect: pooled === null ? null : negative / decisions - pooled,
        },
        {
          name: 'fast', p: fastElsewhere === null ? null : hypergeometricUpperTail(fast, decisions, all.fast, all.decisions), matters: fastElsewhere !== null && fast / decisions > fastElsewhere,
          effect: fastElsewhere === null ? null : fast / decisions - fastElsewhere,
        },
        { name: 'batch', p: null, matters: largestBatch >= batchMin, effect: inBatches / Math.max(1, decisions) },
      ],
    };
  });
}
