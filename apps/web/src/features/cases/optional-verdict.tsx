import { VERDICTS } from '#domain';
import { VerdictTag } from '../../ui/verdict-tag.js';

/** A verdict, or a dash where nothing has been checked yet. */
export function OptionalVerdict({ verdict }: { verdict: string | null }) {
  const known = VERDICTS.find((word) => word === verdict);
  return known ? <VerdictTag verdict={known} /> : <>—</>;
}
