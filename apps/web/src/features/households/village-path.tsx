import { Link } from '@tanstack/react-router';
import type { Household } from './households.api.js';

/** County / township / village by name; each opens the list of that place. */
export function VillagePath({ village }: { village: Household['village'] }) {
  const steps = [
    { code: village.code.slice(0, 6), name: village.county },
    { code: village.code.slice(0, 9), name: village.township },
    { code: village.code, name: village.name ?? village.code },
  ];
  return (
    <>
      {steps.filter(({ name }) => name !== null).map(({ code, name }, index) => (
        <span key={code}>{index > 0 && ' / '}<Link to="/households" search={{ division: code }}>{name}</Link></span>
      ))}
    </>
  );
}
