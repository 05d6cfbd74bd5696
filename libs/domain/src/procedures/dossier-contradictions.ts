import type { LocalText } from '../facts/fact-definition.js';
import { noticeClock } from '../time/notice-clock.js';
import { SETTLEMENT_STEP } from './actions.js';
import type { DossierContent, DossierEvent, DossierNotice } from './dossier.js';
import { pausesOf } from './requirements.js';

/**
 * What a dossier says against itself. A sealed file that was made by the engine has none of these; they catch a file that
 * was put together, or a case that was decided around the engine.
 */
export function dossierContradictions(content: DossierContent): LocalText[] {
  const always = [...eventFaults(content), ...fourEyesFaults(content), ...deciderFaults(content)];
  // A refusal may come at any step, before notices, papers and facts are complete.
  if (content.decision.outcome === 'REFUSED') return always;
  return [...always, ...noticeFaults(content), ...approvalFaults(content), ...evidenceFaults(content)];
}

function eventFaults({ events }: DossierContent): LocalText[] {
  const faults: LocalText[] = [];
  if (events.length === 0) faults.push({ zh: '没有办理过程', en: 'there are no events' });
  if (events.some((event, index) => event.seq !== index + 1)) faults.push({ zh: '办理过程的序号不连续', en: 'events are missing or out of order' });
  if (events.some((event, index) => index > 0 && event.at < (events[index - 1]?.at ?? ''))) faults.push({ zh: '办理过程的时间倒流', en: 'events run backwards in time' });
  return faults;
}

const fills = new Set(['start', 'submit', 'agree', 'return', 'refuse', 'announce', 'record_review', 'publish_notice', 'close_notice', 'settle_objection']);

function fourEyesFaults({ events }: DossierContent): LocalText[] {
  const steps = new Map<string, Set<string>>();
  for (const event of events.filter(({ action }) => fills.has(action))) {
    const step = event.action === 'settle_objection' ? SETTLEMENT_STEP : event.step;
    steps.set(event.actor, (steps.get(event.actor) ?? new Set()).add(step));
  }
  const twice = [...steps].filter(([, filled]) => filled.size > 1);
  return twice.map(([actor]) => ({ zh: `同一人办理了两个环节（${actor}）`, en: `one person filled two steps (${actor})` }));
}

function noticeFaults({ pack, notices, objections }: DossierContent): LocalText[] {
  const faults: LocalText[] = [];
  const at = pack.steps.findIndex((step) => step.decides);
  for (const step of pack.steps.slice(0, at).filter(({ kind }) => kind === 'notice')) {
    if (!notices.some((notice) => notice.step === step.code && notice.state === 'CLOSED')) faults.push({ zh: `“${step.name.zh}”没有完成`, en: `"${step.name.en}" was not completed` });
  }
  for (const notice of notices.filter(({ state }) => state === 'CLOSED')) {
    const own = objections.filter((objection) => objection.notice === notice.id);
    if (!ranItsTime(notice, own)) faults.push({ zh: `${notice.openedOn}的公示未满规定天数`, en: `the notice of ${notice.openedOn} was closed too early` });
  }
  if (objections.some(({ settledOn }) => settledOn === null)) faults.push({ zh: '有异议没有处理', en: 'an objection was not settled' });
  return faults;
}

function ranItsTime(notice: DossierNotice, objections: DossierContent['objections']): boolean {
  if (notice.closedOn === null) return false;
  const rule = { minDays: notice.minDays, unit: notice.unit === 'working' ? ('working' as const) : ('calendar' as const), startDayCounts: notice.startDayCounts };
  const calendar = { holidays: new Set(notice.holidays), workdays: new Set(notice.workdays) };
  const inTime = objections.filter(({ filedOn }) => filedOn <= (notice.closedOn ?? ''));
  return noticeClock(notice.openedOn, notice.closedOn, { rule, pauses: pausesOf(inTime), calendar }).complete;
}

function deciderFaults({ pack, events, decision }: DossierContent): LocalText[] {
  const deciding = pack.steps.find((step) => step.decides);
  const approves = ({ step, action }: DossierEvent): boolean => step === deciding?.code && (action === 'agree' || action === 'announce');
  const refuses = ({ action }: DossierEvent): boolean => action === 'refuse' || action === 'record_review' || action === 'settle_objection';
  const event = events.find((entry) => entry.at === decision.at && (decision.outcome === 'APPROVED' ? approves(entry) : refuses(entry)));
  if (!event) return [{ zh: '没有作出决定的记录', en: 'no event makes the decision' }];
  return event.actor === decision.by && event.role === decision.role ? [] : [{ zh: '决定与办理过程不符', en: 'the decision differs from the event that made it' }];
}

function approvalFaults({ pack, decision, facts }: DossierContent): LocalText[] {
  const faults: LocalText[] = [];
  const deciding = pack.steps.find((step) => step.decides);
  if (deciding && !deciding.hands.some(({ role }) => role === decision.role)) faults.push({ zh: '作出决定的角色不符合程序', en: 'the decision was made by another role' });
  if (deciding?.facts === 'check' && (facts === null || facts.hash !== decision.factsHash)) faults.push({ zh: '决定所依据的情况与核实时不同', en: 'the decision rests on other facts than those verified' });
  return faults;
}

function evidenceFaults({ pack, evidence, events }: DossierContent): LocalText[] {
  const done = new Set(events.filter(({ action }) => fills.has(action)).map(({ step }) => step));
  return pack.steps.filter(({ code }) => done.has(code)).flatMap((step) =>
    step.evidence.filter((need) => need.required && !evidence.some(({ kind, step: at }) => kind === need.kind && at === step.code))
      .map((need) => ({ zh: `“${step.name.zh}”缺少“${need.name.zh}”`, en: `"${step.name.en}" lacks "${need.name.en}"` })));
}
