import { problem, type CaseId, type Operation, type OperationKind, type Problem } from '#domain';

/** What one kind of operation did. */
export interface Outcome {
  /** Version of the row after it. */
  readonly version?: number;
  /** Fields that wait for a choice; with any of them the operation is a `conflict`. */
  readonly contested?: readonly string[];
  /** What became of work that came too late to be done as it was meant; it was kept, and the person reads this. */
  readonly kept?: Problem | null;
  /** Household under which the record is found. */
  readonly householdId?: string;
}

/** The operation with its payload in today's shape. */
export interface Incoming {
  readonly operation: Operation;
  readonly entity: CaseId;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Work that was refused for good, as it came in. */
export interface RefusedWork {
  readonly operation: Operation;
  /** Owner of the device. */
  readonly author: { readonly userId: string; readonly name: string };
  readonly refusal: Problem;
}

/**
 * One kind of operation. `apply` works inside the operation's own transaction through the same services as HTTP and throws their
 * problems; whatever it wrote goes with the refusal.
 */
export interface OperationHandler {
  readonly kind: OperationKind;
  apply(incoming: Incoming): Promise<Outcome>;
  /** What else is to be kept of refused work of this kind, in the transaction that keeps it; it must not throw because of what the work says. */
  refused?(work: RefusedWork): Promise<void>;
}

/** `validation` problem of one field of the payload. */
export function payloadFault(field: string, fault: string) {
  return problem('validation', { fields: [{ field: `payload.${field}`, faults: [fault] }] });
}
