import { householdStatuses } from '../codes/household-status.js';
import { divisionLevels } from '../divisions/division-code.js';
import { roles } from '../permissions/roles.js';
import { VERDICTS } from '../rules/truth.js';
import { isCalendarDate } from '../time/calendar-date.js';
import { noticePlaces, stepKinds, subjectKinds } from './pack.js';
import type { EvidenceNeed, NoticeNeed, Pack, PackStep, ParameterName, ReviewNeed, RuleNeed, Share, StepHand } from './pack.js';
import { JsonReader, packFault } from './read-json.js';
import type { PackFault } from './read-json.js';
import { packFaults } from './validate-pack.js';

const CODE = /^[A-Z][A-Z0-9_]{1,40}$/;
const WORD = /^[a-z][a-z0-9_]{1,40}$/;

/** Reads a pack from JSON and holds it against the laws of packs. Never throws; all faults at once. */
export function parsePack(value: unknown): { pack: Pack; faults: PackFault[] } {
  const read = new JsonReader();
  const pack = readPack(read, value);
  return { pack, faults: read.faults.length > 0 ? read.faults : packFaults(pack) };
}

function readPack(read: JsonReader, value: unknown): Pack {
  const o = read.object(value, '$', ['code', 'version', 'name', 'subject', 'source', 'validFrom', 'validTo', 'start', 'rules', 'steps']);
  const start = read.object(o['start'], '$.start', ['statuses', 'reasonRequired', 'markPreExit']);
  return {
    code: read.text(o['code'], '$.code', WORD),
    version: read.positive(o['version'], '$.version'),
    name: read.localText(o['name'], '$.name'),
    subject: read.word(o['subject'], '$.subject', subjectKinds),
    source: read.text(o['source'], '$.source'),
    validFrom: date(read, o['validFrom'], '$.validFrom'),
    validTo: read.optional(o['validTo'], (day) => date(read, day, '$.validTo')),
    start: {
      statuses: read.list(start['statuses'], '$.start.statuses', (item, path) => read.word(item, path, householdStatuses)),
      reasonRequired: read.boolean(start['reasonRequired'], '$.start.reasonRequired'),
      markPreExit: read.boolean(start['markPreExit'], '$.start.markPreExit'),
    },
    rules: read.list(o['rules'], '$.rules', (item, path) => rule(read, item, path)),
    steps: read.list(o['steps'], '$.steps', (item, path) => step(read, item, path)),
  };
}

function rule(read: JsonReader, value: unknown, path: string): RuleNeed {
  const o = read.object(value, path, ['rule', 'refuseWhen']);
  return {
    rule: read.text(o['rule'], `${path}.rule`, /^[a-z][a-z0-9_.]{1,60}$/),
    refuseWhen: read.list(o['refuseWhen'], `${path}.refuseWhen`, (item, at) => read.word(item, at, VERDICTS)),
  };
}

function step(read: JsonReader, value: unknown, path: string): PackStep {
  const o = read.object(value, path, ['code', 'name', 'kind', 'hands', 'evidence', 'facts', 'returnTo', 'notice', 'review', 'deadline', 'decides', 'copies']);
  return {
    code: read.text(o['code'], `${path}.code`, CODE),
    name: read.localText(o['name'], `${path}.name`),
    kind: read.word(o['kind'], `${path}.kind`, stepKinds),
    hands: hands(read, o['hands'], `${path}.hands`),
    evidence: read.list(o['evidence'] ?? [], `${path}.evidence`, (item, at) => evidence(read, item, at)),
    facts: read.optional(o['facts'], (facts) => read.word(facts, `${path}.facts`, ['pin', 'check'] as const)),
    returnTo: read.list(o['returnTo'] ?? [], `${path}.returnTo`, (item, at) => read.text(item, at, CODE)),
    notice: read.optional(o['notice'], (notice) => noticeNeed(read, notice, `${path}.notice`)),
    review: read.optional(o['review'], (review) => reviewNeed(read, review, `${path}.review`)),
    deadline: read.optional(o['deadline'], (name) => parameter(read, name, `${path}.deadline`)),
    decides: o['decides'] === undefined ? false : read.boolean(o['decides'], `${path}.decides`),
    ...(o['copies'] === undefined ? {} : { copies: hands(read, o['copies'], `${path}.copies`) }),
  };
}

function hands(read: JsonReader, value: unknown, path: string): StepHand[] {
  return read.list(value, path, (item, at) => {
    const o = read.object(item, at, ['role', 'level']);
    return { role: read.word(o['role'], `${at}.role`, roles), level: read.word(o['level'], `${at}.level`, divisionLevels) };
  });
}

function evidence(read: JsonReader, value: unknown, path: string): EvidenceNeed {
  const o = read.object(value, path, ['kind', 'name', 'required', 'source']);
  return {
    kind: read.text(o['kind'], `${path}.kind`, WORD),
    name: read.localText(o['name'], `${path}.name`),
    required: read.boolean(o['required'], `${path}.required`),
    source: read.optional(o['source'], (source) => read.text(source, `${path}.source`)),
  };
}

function noticeNeed(read: JsonReader, value: unknown, path: string): NoticeNeed {
  const o = read.object(value, path, ['place', 'daysParameter', 'unit', 'startDayCounts', 'settledBy']);
  return {
    place: read.word(o['place'], `${path}.place`, noticePlaces),
    daysParameter: parameter(read, o['daysParameter'], `${path}.daysParameter`),
    unit: read.word(o['unit'], `${path}.unit`, ['calendar', 'working'] as const),
    startDayCounts: read.boolean(o['startDayCounts'], `${path}.startDayCounts`),
    settledBy: hands(read, o['settledBy'], `${path}.settledBy`),
  };
}

function reviewNeed(read: JsonReader, value: unknown, path: string): ReviewNeed {
  const o = read.object(value, path, ['attendance', 'approval', 'source']);
  return {
    attendance: read.optional(o['attendance'], (share) => shareOf(read, share, `${path}.attendance`)),
    approval: read.optional(o['approval'], (share) => shareOf(read, share, `${path}.approval`)),
    source: read.optional(o['source'], (source) => read.text(source, `${path}.source`)),
  };
}

function shareOf(read: JsonReader, value: unknown, path: string): Share {
  const o = read.object(value, path, ['numerator', 'denominator']);
  const share = { numerator: read.positive(o['numerator'], `${path}.numerator`), denominator: read.positive(o['denominator'], `${path}.denominator`) };
  if (share.numerator > share.denominator) read.faults.push(packFault(path, '比例不能大于1', 'the share is more than the whole'));
  return share;
}

function parameter(read: JsonReader, value: unknown, path: string): ParameterName {
  const o = read.object(value, path, ['name', 'subject']);
  return {
    name: read.text(o['name'], `${path}.name`, WORD),
    subject: read.optional(o['subject'], (subject) => read.text(subject, `${path}.subject`, WORD)),
  };
}

function date(read: JsonReader, value: unknown, path: string): string {
  const day = read.text(value, path);
  if (day !== '' && !isCalendarDate(day)) read.faults.push(packFault(path, '应为日期', 'a calendar day is expected'));
  return day;
}
