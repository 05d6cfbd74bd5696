import type { LocalText } from '../facts/fact-definition.js';
import { stepIndex, stepOf } from './pack.js';
import type { Pack, PackStep } from './pack.js';

/** What the log of a case says of its moves, the oldest first. */
export interface LoggedMove {
  readonly step: string;
  readonly action: string;
  readonly toStep: string | null;
  readonly fields: readonly string[] | null;
  readonly actorId: string;
  readonly actorName: string;
  /** An objection that was upheld sent the case back without naming a step. */
  readonly sentBack: boolean;
}

/** A return that nobody has answered yet, and the way straight back to whoever made it. */
export interface DirectRoute {
  /** Step of the person who returned the case. */
  readonly to: PackStep;
  /** Steps that are not done again, in their order. */
  readonly over: readonly PackStep[];
  readonly returnedBy: string;
  readonly returnedByName: string;
  /** Why the case has to go step by step all the same; null when nothing in its log speaks against the direct way. */
  readonly refused: LocalText | null;
}

const passes: ReadonlySet<string> = new Set(['submit', 'agree', 'record_review', 'close_notice']);

/**
 * 直达退回人: the answer to the last return goes straight to whoever returned the case. Null when the case does not stand where a
 * return has just sent it. Whether facts and notices are still the same is asked when the answer is given, not here.
 */
export function directRoute(pack: Pack, current: string | null, log: readonly LoggedMove[]): DirectRoute | null {
  const last = log.filter((move) => move.toStep !== null || move.sentBack).at(-1);
  if (last?.action !== 'return' || last.toStep !== current) return null;
  const here = stepOf(pack, current);
  const to = stepOf(pack, last.step);
  if (!here || !to) return null;
  const over = pack.steps.slice(stepIndex(pack, here.code) + 1, stepIndex(pack, to.code));
  return { to, over, returnedBy: last.actorId, returnedByName: last.actorName, refused: objection(here, over, { fields: last.fields ?? [], log }) };
}

function objection(here: PackStep, over: readonly PackStep[], { fields, log }: { fields: readonly string[]; log: readonly LoggedMove[] }): LocalText | null {
  if (here.kind === 'review_meeting' || here.kind === 'notice') {
    return { zh: `“${here.name.zh}”重新进行后，其后的环节都须重新办理`, en: `after "${here.name.en}" is held again, everything that follows from it is done again` };
  }
  const skipped = over.find((step) => !log.some((move) => move.step === step.code && passes.has(move.action)));
  if (skipped) return { zh: `“${skipped.name.zh}”尚未办理过`, en: `"${skipped.name.en}" has not been done yet` };
  const asked = over.find((step) => fields.includes(`step:${step.code}`));
  return asked ? { zh: `退回要求更正“${asked.name.zh}”`, en: `the return asks to correct "${asked.name.en}"` } : null;
}
