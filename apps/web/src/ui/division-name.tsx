import { useDivisionName } from './use-divisions.js';

/** A place by its names instead of its code. */
export function DivisionName({ code }: { code: string }) {
  return <>{useDivisionName(code)}</>;
}
