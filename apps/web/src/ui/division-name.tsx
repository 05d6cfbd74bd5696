import { useQuery } from '@tanstack/react-query';
import { divisionQuery, useDivisionName } from './use-divisions.js';

/** A place by its names instead of its code. */
export function DivisionName({ code }: { code: string }) {
  return <>{useDivisionName(code)}</>;
}

/** Only its own name, where the places above it are clear. */
export function ShortDivisionName({ code }: { code: string }) {
  return <>{useQuery(divisionQuery(code)).data?.name ?? code}</>;
}
