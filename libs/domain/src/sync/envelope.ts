import { parseCaseId } from '../values/case-id.js';
import { isUuid } from '../values/uuid-v7.js';
import { isOperationKind, MAX_OPERATION_CHARACTERS, type Operation } from './operation.js';

/** Fields that are wrong, or the operation. What identifies it is read as far as it can be, so that even a broken one is answered. */
export type EnvelopeCheck =
  | { readonly operation: Operation; readonly faults: null }
  | { readonly operation: null; readonly faults: readonly string[]; readonly identity: EnvelopeIdentity | null };

/** Enough to store a rejection under the operation's own number. */
export interface EnvelopeIdentity {
  readonly opId: string;
  readonly deviceId: string;
  readonly deviceSeq: number;
}

const isSeq = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1;
const isCaseId = (value: unknown): value is string => typeof value === 'string' && parseCaseId(value) !== undefined;
const isVersion7 = (value: unknown): value is string => typeof value === 'string' && isUuid(value) && value[14] === '7';
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const checks: Readonly<Record<string, (value: unknown) => boolean>> = {
  opId: isVersion7,
  deviceId: isCaseId,
  deviceSeq: isSeq,
  kind: isOperationKind,
  entityId: isCaseId,
  baseVersion: (value) => value === undefined || (Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31),
  occurredAt: (value) => typeof value === 'string' && value.length <= 40 && readTime(value) !== null,
  schemaVersion: (value) => Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31,
  codeListVersion: (value) => value === undefined || (typeof value === 'string' && value.length <= 40),
  payload: isObject,
};

/** Checks the frame of one operation; what the payload must hold is its kind's business. */
export function checkEnvelope(given: unknown): EnvelopeCheck {
  if (!isObject(given)) return { operation: null, faults: ['operation'], identity: null };
  const faults = [
    ...Object.entries(checks).filter(([key, fits]) => !fits(given[key])).map(([key]) => key),
    ...Object.keys(given).filter((key) => !Object.hasOwn(checks, key)),
  ];
  if (sizeOf(given) > MAX_OPERATION_CHARACTERS) faults.push('size');
  if (isVersion7(given['opId']) && hasForbiddenText(given)) faults.push('text');
  if (faults.length === 0) return { operation: given as unknown as Operation, faults: null };
  const { opId, deviceId, deviceSeq } = given;
  const identity = isVersion7(opId) && isCaseId(deviceId) && isSeq(deviceSeq) ? { opId, deviceId, deviceSeq } : null;
  return { operation: null, faults, identity };
}

/** Milliseconds since 1970 of an ISO time with a zone, whatever its year; null when it is none. */
export function readTime(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) || time < Date.UTC(1000, 0) || text.startsWith('0000') ? null : time;
}

function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}

/** Characters that no database column takes: NUL, and halves of a surrogate pair. */
function hasForbiddenText(value: unknown): boolean {
  return /\\u0000|\\ud[89a-f]/i.test(JSON.stringify(value).replaceAll('\\\\', ''));
}
