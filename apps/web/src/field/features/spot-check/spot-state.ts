import { isGivenUp, type FailureReason } from '#domain';
import type { OwnAnswer, SpotCheck } from '../../store/spot-checks.js';

/**
 * `open`: nobody went. `tried`: nobody was there once. `givenUp`: its replacement may be asked for. `asked`: it was. `kept`: answered or corrected, on this phone only.
 * `sent`: the server has it, the differences are on their way. `returned`: the server refused it. `compared`: the differences are here.
 */
export type SpotState = 'open' | 'tried' | 'givenUp' | 'asked' | 'replaced' | 'kept' | 'sent' | 'returned' | 'compared';

/** Attempts as the server and this phone know them, the oldest first; refused ones count for nothing. */
export function attemptsOf({ task, attempts }: Pick<SpotCheck, 'task' | 'attempts'>): { triedOn: string; reason: FailureReason }[] {
  return [
    ...task.attempts.map(({ triedOn, reason }) => ({ triedOn, reason })),
    ...attempts.filter(({ state }) => state !== 'returned').map(({ triedOn, reasonCode }) => ({ triedOn, reason: reasonCode })),
  ];
}

/** Answers that take the place of sent ones. */
const isCorrection = ({ payload }: OwnAnswer): boolean => typeof payload['reason'] === 'string';

export function spotState(check: SpotCheck): SpotState {
  const { task, answer } = check;
  const pending = answer && answer.state !== 'returned' && (task.outcome === null || isCorrection(answer)) ? answer : null;
  if (pending) return pending.state === 'sent' ? 'sent' : 'kept';
  if (task.outcome !== null) return 'compared';
  if (task.state === 'REPLACED') return 'replaced';
  if (answer) return 'returned';
  const attempts = attemptsOf(check);
  if (isGivenUp(attempts)) return check.asked && check.asked.state !== 'returned' ? 'asked' : 'givenUp';
  return attempts.length > 0 ? 'tried' : 'open';
}

/** States in which the household is still to be asked. */
export const isToAsk = (state: SpotState): boolean => state === 'open' || state === 'tried' || state === 'returned';

/** The next one to go to, in the order of the list: nobody chooses. After the last one it begins again with what was left. */
export function nextToAsk(checks: readonly SpotCheck[], after: string): SpotCheck | undefined {
  const at = checks.findIndex(({ task }) => task.id === after);
  return [...checks.slice(at + 1), ...checks.slice(0, Math.max(at, 0))].find((check) => isToAsk(spotState(check)));
}
