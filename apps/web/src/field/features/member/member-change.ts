import { HEAD, validateFields, type FieldFault, type LifeEventKind, type PackRow } from '#domain';

export const changeTypes = ['birth', 'death', 'marriage', 'move', 'school', 'health', 'work'] as const;
export type ChangeType = (typeof changeTypes)[number];
export type Direction = 'in' | 'out';

export interface MemberChangeForm {
  readonly type: ChangeType | null;
  /** Marriage and move: who comes or who goes. */
  readonly direction: Direction | null;
  readonly memberId: string | null;
  readonly occurredOn: string;
  readonly name: string;
  readonly gender: string | null;
  readonly relation: string | null;
  readonly idNo: string;
  /** Who becomes the head when the head leaves. */
  readonly successor: string | null;
  readonly schoolStatus: string | null;
  readonly dropoutReason: string;
  readonly health: readonly string[] | null;
  readonly workArea: string | null;
  readonly workMonths: number | null;
}

export const emptyChange = (occurredOn: string, memberId: string | null): MemberChangeForm => ({
  type: null, direction: null, memberId, occurredOn, name: '', gender: null, relation: null, idNo: '', successor: null, schoolStatus: null, dropoutReason: '', health: null, workArea: null, workMonths: null,
});

const events: Readonly<Record<string, LifeEventKind>> = { birth: 'birth', death: 'death', 'marriage.in': 'marriage_in', 'marriage.out': 'marriage_out', 'move.in': 'move_in', 'move.out': 'move_out' };
const yearly: readonly ChangeType[] = ['school', 'health', 'work'];
/** Sex that a relation says: son, daughter, son's wife … */
const genderOf: Readonly<Record<string, string>> = { '03': '1', '04': '2', '05': '2', '06': '1', '07': '1', '08': '2', '09': '1', '10': '2', '11': '1', '12': '2' };

export const needsDirection = (type: ChangeType | null): boolean => type === 'marriage' || type === 'move';
export const isYearly = (type: ChangeType | null): boolean => type !== null && yearly.includes(type);
export const eventOf = ({ type, direction }: MemberChangeForm): LifeEventKind | null => events[needsDirection(type) ? `${type}.${direction}` : String(type)] ?? null;
export const joins = (form: MemberChangeForm): boolean => form.type === 'birth' || (needsDirection(form.type) && form.direction === 'in');
export const leaves = (form: MemberChangeForm): boolean => form.type === 'death' || (needsDirection(form.type) && form.direction === 'out');

export function related(form: MemberChangeForm, relation: string): MemberChangeForm {
  return { ...form, relation, gender: genderOf[relation] ?? form.gender };
}

/** Fields of who joins, as the service takes them. */
export function newcomer({ name, gender, relation, idNo }: MemberChangeForm): Record<string, unknown> {
  return { name: name.trim(), relationToHead: relation, ...(gender ? { gender } : {}), ...(idNo.trim() ? { idNo: idNo.trim() } : {}) };
}

const BY_SYSTEM = ['memberStatus', 'memberChangeReason', 'joinedOn', 'leftOn'];

/** What is wrong with who joins: the rules of the field catalogue and of identity numbers, asked here. */
export function newcomerFaults(form: MemberChangeForm): FieldFault[] {
  const { birthDate: _, ...values } = newcomer(form) as Record<string, unknown> & { birthDate?: unknown };
  const current = form.type === 'birth' ? { birthDate: form.occurredOn } : {};
  return validateFields('member', values, { except: BY_SYSTEM, current }).faults;
}

/** Fields that are still missing; the button says so. */
export function missing(form: MemberChangeForm, { head, others }: { head: string | null; others: number }): ('type' | 'direction' | 'member' | 'name' | 'relation' | 'successor' | 'value')[] {
  if (form.type === null) return ['type'];
  if (needsDirection(form.type) && form.direction === null) return ['direction'];
  if (joins(form)) return [...(form.name.trim() ? [] : (['name'] as const)), ...(form.relation ? [] : (['relation'] as const))];
  if (form.memberId === null) return ['member'];
  if (leaves(form)) return form.memberId === head && others > 0 && form.successor === null ? ['successor'] : [];
  return Object.keys(yearValues(form)).length === 0 ? ['value'] : [];
}

/** `household.event` without the household: joins carry the fields of the person, a head who leaves names the next one. */
export function eventPayload(form: MemberChangeForm, { head, caseId }: { head: string | null; caseId: (memberId: string) => string }): object {
  const relations = leaves(form) && form.memberId === head && form.successor ? { relations: [{ memberId: caseId(form.successor), relationToHead: HEAD }] } : {};
  return { kind: eventOf(form), occurredOn: form.occurredOn, ...(joins(form) ? { values: newcomer(form) } : relations) };
}

/** Fields of the person's year that this change says. */
export function yearValues({ type, schoolStatus, dropoutReason, health, workArea, workMonths }: MemberChangeForm): Record<string, unknown> {
  if (type === 'school') return { ...(schoolStatus ? { schoolStatus } : {}), ...(dropoutReason.trim() ? { dropoutReason: dropoutReason.trim() } : {}) };
  if (type === 'health') return health === null || health.length === 0 ? {} : { health };
  if (type === 'work') return { ...(workArea ? { workArea } : {}), ...(workMonths === null ? {} : { workMonths }) };
  return {};
}

/** `year.correct` of one person; each field with what stood there. */
export function yearPayload(form: MemberChangeForm, { year, reason, row, memberCaseId }: { year: number; reason: string; row: PackRow | null; memberCaseId: string }): object {
  const values = yearValues(form);
  const base = Object.fromEntries(Object.keys(values).map((key) => [key, row?.[key] ?? null]));
  const version = row?.['version'];
  return { year, reason, values: {}, base: {}, members: [{ memberId: memberCaseId, values, base, ...(typeof version === 'number' ? { baseVersion: version } : {}) }] };
}
