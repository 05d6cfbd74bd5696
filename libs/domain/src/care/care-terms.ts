import { disabled, registeredStatuses, schoolAge, workingAge } from '../eligibility/fact-terms.js';

/** Codes and ages that care facts are made of, for the specification and for the statement alike. */
export const careTerms = {
  /** Codes of `workArea` outside the own township; at work within it, people sleep at home. */
  awayAreas: ['02', '03', '04'] as readonly string[],
  disabled,
  healthy: '1',
  /** Changes after which a parent is lost. */
  lostReasons: ['DEATH', 'MISSING'] as readonly string[],
  /** Only registered households have their people on a register. */
  registeredStatuses,
  schoolAge,
  workingAge,
} as const;
