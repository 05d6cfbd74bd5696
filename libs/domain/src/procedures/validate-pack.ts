import { codeLengths } from '../divisions/division-code.js';
import type { DivisionLevel } from '../divisions/division-code.js';
import { policyParameter } from '../parameters/parameter-definitions.js';
import { Permission } from '../permissions/permissions.js';
import { holds, mayBeGrantedAt } from '../permissions/roles.js';
import { SETTLEMENT_STEP } from './actions.js';
import type { Pack, PackStep, StepHand, StepKind, SubjectKind } from './pack.js';
import { packFault } from './read-json.js';
import type { PackFault } from './read-json.js';

/** The verb that a step of this kind is done with, at a level. A pack may not give work to a role that lacks the verb. */
export function permissionFor(kind: StepKind, level: DivisionLevel): Permission {
  if (kind === 'decision') return Permission.CaseDecide;
  if (kind === 'notice' || kind === 'announcement') return Permission.NoticePublish;
  if (kind === 'application' || kind === 'survey') return Permission.CaseSubmit;
  return `case.review.${level}` as Permission;
}

const subjectLevel: Readonly<Record<SubjectKind, DivisionLevel>> = { household: 'village', village: 'village', county: 'county' };

/** Laws that every pack obeys, whatever policy says. Empty: the pack can be run from start to seal. */
export function packFaults(pack: Pack): PackFault[] {
  return [...orderFaults(pack), ...pack.steps.flatMap((step, index) => [...stepFaults(pack, step, index), ...parameterFaults(step, index)]), ...factFaults(pack)];
}

function orderFaults({ steps, validFrom, validTo, subject, start }: Pack): PackFault[] {
  const faults: PackFault[] = [];
  const say = (path: string, zh: string, en: string): void => void faults.push(packFault(path, zh, en));
  if (steps.length < 2) say('$.steps', '至少要有两个环节', 'at least two steps are needed');
  const codes = steps.map(({ code }) => code);
  if (new Set(codes).size !== codes.length || codes.includes(SETTLEMENT_STEP)) say('$.steps', '环节代码重复或被占用', 'a step code is repeated or reserved');
  if (validTo !== null && validTo <= validFrom) say('$.validTo', '失效日期须晚于生效日期', 'the end must be after the start');
  if (subject !== 'household' && (start.statuses.length > 0 || start.markPreExit)) say('$.start', '只有农户才有登记状态', 'only households have a status');
  if (subject === 'household' && start.statuses.length === 0) say('$.start.statuses', '须写明可办理的状态', 'state which statuses may enter');
  const deciding = steps.filter((step) => step.decides);
  if (deciding.length !== 1) say('$.steps', '须有且只有一个决定环节', 'exactly one step decides');
  const at = steps.findIndex((step) => step.decides);
  if (at === 0) say('$.steps[0]', '第一个环节不能是决定环节', 'the first step cannot decide');
  steps.forEach((step, index) => {
    if (at >= 0 && index > at && step.kind !== 'announcement') say(`$.steps[${index}]`, '决定之后只能公告', 'only announcements follow the decision');
    if (index < at && step.kind === 'announcement') say(`$.steps[${index}]`, '决定之前不能公告', 'no announcement before the decision');
  });
  return faults;
}

function stepFaults(pack: Pack, step: PackStep, index: number): PackFault[] {
  const path = `$.steps[${index}]`;
  const faults: PackFault[] = [];
  const say = (at: string, zh: string, en: string): void => void faults.push(packFault(`${path}${at}`, zh, en));
  if (step.decides && step.kind !== 'decision' && step.kind !== 'announcement') say('.kind', '决定环节须为审定或批准公告', 'the deciding step is a decision or an announcement');
  if (!step.decides && step.kind === 'decision') say('.decides', '审定环节须标明作出决定', 'a decision must decide');
  if ((step.kind === 'notice') !== (step.notice !== null)) say('.notice', '公示要求只能且必须写在公示环节', 'a notice belongs to a notice step and to no other');
  if ((step.kind === 'review_meeting') !== (step.review !== null)) say('.review', '评议要求只能且必须写在评议环节', 'a review belongs to a review meeting and to no other');
  if (step.review && (step.review.attendance || step.review.approval) && !step.review.source) say('.review.source', '比例须注明依据文件', 'a share names its document');
  const earlier = pack.steps.slice(0, index).map(({ code }) => code);
  if (step.returnTo.some((code) => !earlier.includes(code))) say('.returnTo', '只能退回到前面的环节', 'a return goes to an earlier step');
  if (index > 0 && !afterDecision(pack, index) && step.returnTo.length === 0) say('.returnTo', '须写明退回到哪个环节', 'say where a return goes');
  faults.push(...handFaults(pack, step, path), ...evidenceFaults(step, path), ...copyFaults(pack, step, path));
  return faults;
}

function afterDecision(pack: Pack, index: number): boolean {
  return index > pack.steps.findIndex((step) => step.decides);
}

function handFaults(pack: Pack, step: PackStep, path: string): PackFault[] {
  const none = step.hands.length === 0 || (step.notice?.settledBy.length ?? 1) === 0;
  const unable = (hands: readonly StepHand[], verb: (hand: StepHand) => Permission): StepHand[] =>
    hands.filter((hand) => {
      const above = codeLengths[hand.level] <= codeLengths[subjectLevel[pack.subject]];
      return !above || !mayBeGrantedAt(hand.role, hand.level) || !holds(hand.role, verb(hand)) || !holds(hand.role, Permission.CaseSubmit);
    });
  const faulty = [
    ...unable(step.hands, ({ level }) => permissionFor(step.kind, level)),
    ...unable(step.notice?.settledBy ?? [], () => Permission.ObjectionSettle),
  ];
  return [
    ...(none ? [packFault(`${path}.hands`, '须写明由谁办理', 'say who does it')] : []),
    ...faulty.map(({ role, level }) => packFault(`${path}.hands`, `${level}级的${role}不能办理该环节`, `${role} at ${level} cannot do this`)),
  ];
}

/** Whether an office of this role and level can be sent copies of cases about such a subject: only whoever may read them anyway. */
export function mayBeCopied(subject: SubjectKind, { role, level }: StepHand): boolean {
  return codeLengths[level] <= codeLengths[subjectLevel[subject]] && mayBeGrantedAt(role, level) && holds(role, Permission.CaseRead);
}

function copyFaults({ subject }: Pack, { copies = [] }: PackStep, path: string): PackFault[] {
  const blind = copies.filter((hand) => !mayBeCopied(subject, hand));
  const offices = copies.map(({ role, level }) => `${role} ${level}`);
  return [
    ...(new Set(offices).size === offices.length ? [] : [packFault(`${path}.copies`, '抄送单位重复', 'an office is repeated among the copies')]),
    ...blind.map(({ role, level }) => packFault(`${path}.copies`, `${level}级的${role}不能查看该事项，不能抄送`, `${role} at ${level} may not read the case and gets no copy`)),
  ];
}

/** Photographs and positions of cadres may not be demanded without naming the document that demands them. */
const TRACES = /photo|position|video|track/;

function evidenceFaults(step: PackStep, path: string): PackFault[] {
  const kinds = step.evidence.map(({ kind }) => kind);
  const unsourced = step.evidence.filter((need) => need.required && TRACES.test(need.kind) && need.source === null);
  return [
    ...(new Set(kinds).size === kinds.length ? [] : [packFault(`${path}.evidence`, '材料类型重复', 'a kind of evidence is repeated')]),
    ...unsourced.map(({ kind }) => packFault(`${path}.evidence`, `必须上传“${kind}”须注明依据文号`, `compulsory "${kind}" needs the number of the document`)),
  ];
}

/** A number of days is a parameter that exists and counts days; its value may still be "not set". */
function parameterFaults(step: PackStep, index: number): PackFault[] {
  const names = [step.notice?.daysParameter.name, step.deadline?.name].filter((name) => name !== undefined);
  return names.filter((name) => policyParameter(name)?.type !== 'days')
    .map((name) => packFault(`$.steps[${index}]`, `没有以天计的参数“${name}”`, `there is no parameter "${name}" that counts days`));
}

function factFaults({ rules, steps }: Pack): PackFault[] {
  const pin = steps.findIndex((step) => step.facts === 'pin');
  const at = steps.findIndex((step) => step.decides);
  const faults: PackFault[] = [];
  if (steps.some((step, index) => step.facts === 'pin' && index >= at)) faults.push(packFault('$.steps', '决定环节不能重新固定情况', 'the decision cannot pin the facts anew'));
  if (steps.some((step, index) => step.facts === 'check' && (pin < 0 || index < pin))) faults.push(packFault('$.steps', '先固定情况才能核对', 'facts are pinned before they are checked'));
  if (rules.length > 0 && (pin < 0 || steps[at]?.facts !== 'check')) faults.push(packFault('$.rules', '有规则的程序须固定情况，并在决定时核对', 'a pack with rules pins facts and checks them at the decision'));
  return faults;
}
