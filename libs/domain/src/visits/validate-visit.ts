import { codeItem, type CodeListName } from '../codes/index.js';
import { incomeItems } from '../income/index.js';
import { isCalendarDate } from '../time/index.js';
import { isUuid } from '../values/index.js';
import { assuranceItems, assuranceStates } from './assurances.js';
import { visitWays, type VisitDraft } from './visit-draft.js';

export interface VisitFault {
  readonly field: string;
  readonly fault: string;
  readonly zh: string;
  readonly en: string;
}

export const visitLimits = { notes: 2_000, shortText: 200, problems: 10, attachments: 20, incomeChanges: 60, personsMet: 30, changeFen: 100_000_000_000 } as const;

const items = new Set(incomeItems.map((item) => item.key));

/** Checks a visit by itself, without the household. Every fault has a field; an empty list means it may be sent. */
export function validateVisit(draft: VisitDraft): VisitFault[] {
  const faults: VisitFault[] = [];
  const add = (field: string, fault: string, zh: string, en: string): void => void faults.push({ field, fault, zh, en });
  const text = (field: string, value: string | undefined, max: number): void => {
    if (value !== undefined && [...value].length > max) add(field, 'too-long', `最多${max}个字`, `At most ${max} characters`);
    if (value?.includes('\0')) add(field, 'character', '含有不能保存的字符', 'Holds a character that cannot be stored');
  };
  const code = (field: string, list: CodeListName, value: string): void => {
    if (!codeItem(list, value)) add(field, 'code', `没有代码“${value}”`, `There is no code "${value}"`);
  };
  const uuids = (field: string, values: readonly string[] | undefined, max: number): void => {
    if ((values?.length ?? 0) > max) add(field, 'too-many', `最多${max}项`, `At most ${max}`);
    if (values?.some((value) => !isUuid(value))) add(field, 'uuid', '编号格式有误', 'Not an id');
    if (new Set(values).size < (values?.length ?? 0)) add(field, 'repeated', '有重复', 'Repeated');
  };

  if (!isUuid(draft.id)) add('id', 'uuid', '编号格式有误', 'Not an id');
  if (!visitWays.includes(draft.way)) add('way', 'code', '请选择走访方式', 'Choose the way');
  if (!isInstant(draft.visitedAt)) add('visitedAt', 'time', '走访时间有误', 'Not a time');
  for (const type of draft.types ?? []) code('types', 'visitType', type);
  for (const need of draft.needs ?? []) code('needs', 'visitNeed', need);
  uuids('personsMet', draft.personsMet, visitLimits.personsMet);
  uuids('attachmentIds', draft.attachmentIds, visitLimits.attachments);
  text('notes', draft.notes, visitLimits.notes);
  for (const field of ['notHomeReason', 'othersMet', 'needsNote', 'deviceId'] as const) text(field, draft[field], visitLimits.shortText);
  if (draft.baseVisitId !== undefined && !isUuid(draft.baseVisitId)) add('baseVisitId', 'uuid', '编号格式有误', 'Not an id');
  checkPresence(draft, add);
  checkAssurances(draft, add, text);
  checkIncome(draft, add, text);
  checkProblems(draft, add, text, code);
  checkPosition(draft, add);
  return faults;
}

type Add = (field: string, fault: string, zh: string, en: string) => void;
type Text = (field: string, value: string | undefined, max: number) => void;

/** Whether somebody was met decides what belongs into the record. */
function checkPresence(draft: VisitDraft, add: Add): void {
  if (draft.way !== 'NOT_HOME') {
    if (draft.notHomeReason !== undefined) add('notHomeReason', 'not-away', '只有不在家时填写', 'Only when nobody was home');
    return;
  }
  if (!draft.notHomeReason?.trim()) add('notHomeReason', 'required', '请填写不在家的原因', 'Say why nobody was home');
  if ((draft.personsMet?.length ?? 0) > 0) add('personsMet', 'not-home', '不在家时不能有见到的人', 'Nobody was met');
  if ((draft.assurances?.length ?? 0) > 0) add('assurances', 'not-home', '不在家时不能填写七项对照', 'Nothing could be looked at');
}

function checkAssurances(draft: VisitDraft, add: Add, text: Text): void {
  const given = draft.assurances ?? [];
  for (const answer of given) {
    if (!assuranceItems.includes(answer.item) || !assuranceStates.includes(answer.state)) add('assurances', 'code', '七项对照有误', 'Not an answer');
    text(`assurances.${answer.item}.note`, answer.note, visitLimits.shortText);
  }
  if (new Set(given.map(({ item }) => item)).size < given.length) add('assurances', 'repeated', '七项对照有重复', 'Repeated');
  if (draft.way === 'NOT_HOME') return;
  for (const item of assuranceItems.filter((entry) => !given.some((answer) => answer.item === entry))) {
    add(`assurances.${item}`, 'required', '请确认该项', 'Confirm this item');
  }
}

function checkIncome(draft: VisitDraft, add: Add, text: Text): void {
  const changes = draft.incomeChanges ?? [];
  if (changes.length > visitLimits.incomeChanges) add('incomeChanges', 'too-many', '项目过多', 'Too many');
  if (new Set(changes.map(({ item }) => item)).size < changes.length) add('incomeChanges', 'repeated', '同一收入项目重复', 'An item is repeated');
  for (const { item, changeFen, note } of changes) {
    if (!items.has(item)) add('incomeChanges', 'code', `没有收入项目“${item}”`, `There is no income item "${item}"`);
    if (!Number.isSafeInteger(changeFen) || changeFen === 0 || Math.abs(changeFen) > visitLimits.changeFen) add(`incomeChanges.${item}`, 'amount', '变化金额有误（单位：分）', 'Not an amount in fen');
    text(`incomeChanges.${item}.note`, note, visitLimits.shortText);
  }
}

function checkProblems(draft: VisitDraft, add: Add, text: Text, code: (field: string, list: CodeListName, value: string) => void): void {
  const problems = draft.problems ?? [];
  if (problems.length > visitLimits.problems) add('problems', 'too-many', `最多${visitLimits.problems}个问题`, 'Too many');
  if (new Set(problems.map(({ id }) => id)).size < problems.length) add('problems', 'repeated', '有重复', 'Repeated');
  for (const found of problems) {
    if (!isUuid(found.id)) add('problems.id', 'uuid', '编号格式有误', 'Not an id');
    code('problems.kind', 'monitoringRisk', found.kind);
    if (!found.description.trim()) add('problems.description', 'required', '请说明问题', 'Describe the problem');
    text('problems.description', found.description, visitLimits.notes);
    text('problems.ownerName', found.ownerName, visitLimits.shortText);
    if (!isCalendarDate(found.dueOn)) add('problems.dueOn', 'date', '请填写期限', 'A deadline is required');
    if (found.ownerId !== undefined && !isUuid(found.ownerId)) add('problems.ownerId', 'uuid', '编号格式有误', 'Not an id');
  }
}

function checkPosition(draft: VisitDraft, add: Add): void {
  const { position, clockOffsetSeconds } = draft;
  const within = (value: number, max: number) => Number.isSafeInteger(value) && Math.abs(value) <= max;
  if (position && !(within(position.latitudeE6, 90_000_000) && within(position.longitudeE6, 180_000_000) && within(position.accuracyM, 1_000_000) && position.accuracyM >= 0)) {
    add('position', 'range', '位置有误', 'Not a position');
  }
  if (clockOffsetSeconds !== undefined && !within(clockOffsetSeconds, 2_000_000_000)) add('clockOffsetSeconds', 'range', '时差有误', 'Not a difference of clocks');
}

/** Four-digit years only: what a broken clock sends beyond them is no time. */
function isInstant(text: string): boolean {
  return /^[12][0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})$/.test(text) && !Number.isNaN(Date.parse(text));
}
