import { VERDICTS } from '#domain';
import type { VerdictMeaning } from '../../ui/verdict-meaning.js';
import { VerdictTag } from '../../ui/verdict-tag.js';

/** A verdict, or a dash where nothing has been checked yet. */
export function OptionalVerdict({ verdict, meaning }: { verdict: string | null; meaning?: VerdictMeaning }) {
  const known = VERDICTS.find((word) => word === verdict);
  return known ? <VerdictTag verdict={known} meaning={meaning} /> : <>—</>;
}
