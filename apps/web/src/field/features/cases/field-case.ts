import { allowedActions, phaseOf, stepOf, type CaseAction, type CasePhase, type CaseState, type Pack, type PackStep } from '#domain';
import type { Me, PackHousehold, PendingEdit, Procedure } from '../../store/types.js';
import { packCase, packNotice, type CaseEvent, type PackCase, type PackNotice } from './pack-case.js';

/** A case as this phone knows it: as fetched, with what was done here since. */
export interface FieldCase {
  /** Plain UUID. */
  readonly id: string;
  readonly householdId: string;
  readonly pack: Pack;
  readonly noticeDays: Readonly<Record<string, number>>;
  /** Null: started on this phone and not fetched yet. */
  readonly row: PackCase | null;
  readonly step: PackStep | null;
  readonly state: CaseState;
  readonly phase: CasePhase;
  /** The notice of the current step that hangs; null before posting. */
  readonly notice: PackNotice | null;
  /** Why it came back, when it did and nobody has sent it on since. */
  readonly returned: CaseEvent | null;
  /** What was done on it here and the pack does not show yet, oldest first. */
  readonly work: readonly PendingEdit[];
}

export interface Setting {
  readonly me: Pick<Me, 'userId'>;
  readonly procedures: readonly Procedure[];
  /** Day of the server, as far as this phone knows it. */
  readonly today: string;
}

/** Done too late to be done as it was meant, and kept. */
export const isKept = (edit: PendingEdit): boolean => edit.state === 'sent' && edit.reason !== null;
const packOf = ({ payload }: PendingEdit): unknown => payload['pack'] ?? (payload['of'] as { pack?: string } | undefined)?.pack;
const plain = (id: string): string => id.slice(-36);
const isOn = (id: string) => (edit: PendingEdit): boolean => plain(edit.entityId) === id && /^(case|evidence|objection)\./.test(edit.kind);

/** All cases of a household, those that run first. */
export function casesOf(household: PackHousehold, setting: Setting): FieldCase[] {
  const rows = household.rows.cases.map(packCase);
  const fetched = rows.map((row) => fetchedCase(household, row, setting));
  const started = household.edits.filter((edit) => edit.kind === 'case.start' && !isKept(edit) && !rows.some(({ id }) => id === plain(edit.entityId)));
  return [...started.map((edit) => startedCase(household, edit, setting)), ...fetched].filter((kase) => kase !== null);
}

function fetchedCase(household: PackHousehold, row: PackCase, { procedures, today }: Setting): FieldCase | null {
  const procedure = procedures.find(({ id }) => id === row.packId);
  if (!procedure) return null;
  const { pack } = procedure;
  const step = stepOf(pack, row.step ?? null) ?? null;
  // What was sent for a case of our own making lies with the one that somebody else had started.
  const own = (edit: PendingEdit): boolean => isOn(row.id)(edit) || (isKept(edit) && packOf(edit) === row.pack);
  const notices = household.rows.notices.map(packNotice).filter(({ caseId }) => caseId === row.id);
  const notice = notices.find((one) => one.step === row.step && (one.state === 'RUNNING' || one.state === 'PAUSED')) ?? null;
  const state: CaseState = {
    pack, status: row.status, step: step?.code ?? null, division: household.village, startedBy: row.startedById, assignedTo: row.assignedToId ?? null, duties: row.duties ?? [],
    openObjections: row.openObjections, notice: notice && { complete: isComplete(notice, today) }, everNoticed: notices.some((one) => one.state !== 'VOID'),
  };
  return { id: row.id, householdId: household.id, pack, noticeDays: procedure.noticeDays, row, step, state, phase: phaseOf(state), notice, returned: returnOf(row), work: household.edits.filter(own) };
}

function startedCase(household: PackHousehold, edit: PendingEdit, { procedures, me, today }: Setting): FieldCase | null {
  const procedure = procedureOf(procedures, String(edit.payload['pack']), today);
  const step = procedure?.pack.steps[0];
  if (!procedure || !step) return null;
  const { pack } = procedure;
  const state: CaseState = {
    pack, status: 'OPEN', step: step.code, division: household.village, startedBy: me.userId, assignedTo: null, duties: [{ userId: me.userId, step: step.code }], openObjections: 0, notice: null, everNoticed: false,
  };
  const id = plain(edit.entityId);
  return { id, householdId: household.id, pack, noticeDays: procedure.noticeDays, row: null, step, state, phase: phaseOf(state), notice: null, returned: null, work: household.edits.filter(isOn(id)) };
}

/** The version of a procedure that is in force on a day. */
export function procedureOf(procedures: readonly Procedure[], code: string, on: string): Procedure | undefined {
  return procedures.filter(({ pack }) => pack.code === code && pack.validFrom <= on && (pack.validTo === null || on < pack.validTo)).sort((left, right) => right.pack.version - left.pack.version)[0];
}

/** Over on the day after the last one; while an objection is open there is no last one. */
export function isComplete({ state, closesOn }: Pick<PackNotice, 'state' | 'closesOn'>, today: string): boolean {
  return state === 'RUNNING' && closesOn !== undefined && today > closesOn;
}

function returnOf(row: PackCase): CaseEvent | null {
  const last = (row.events ?? []).filter(({ action }) => action !== 'transfer' && action !== 'object').at(-1);
  return row.status === 'OPEN' && last?.action === 'return' && last.toStep === row.step ? last : null;
}

const order: readonly CaseAction[] = ['record_review', 'publish_notice', 'close_notice', 'submit', 'agree', 'announce'];

/** What this person can do at the current step; null when it is somebody else's turn or work on it is still on its way. */
export function nextAction({ state, work }: FieldCase, me: Pick<Me, 'userId' | 'role' | 'division'>): CaseAction | null {
  if (work.some((edit) => edit.kind === 'case.act' && edit.state !== 'returned' && !isKept(edit))) return null;
  const allowed = new Set(allowedActions(state, me).filter(({ refusal }) => refusal === null).map(({ action }) => action));
  return order.find((action) => allowed.has(action)) ?? null;
}
