import { ApiProblem } from '../../api/problem.js';
import { connection, type Connection } from '../store/hooks.js';

/** Why a run ends that only a person can help; kept for the screens. */
export class Stopped extends Error {
  constructor(readonly reason: Exclude<Connection['stopped'], null>) {
    super(reason);
    this.name = 'Stopped';
  }
}

/** Turns refusals that concern the phone as a whole into the end of the run. */
export function stopFor(error: unknown): unknown {
  if (!(error instanceof ApiProblem)) return error;
  if (error.code === 'sync.client-too-old') return new Stopped('update');
  if (error.code === 'sync.device-revoked') return new Stopped('revoked');
  if (error.status === 401 || error.code === 'sync.other-grant') return new Stopped('sign-in');
  return error;
}

export const isUnreachable = (error: unknown): boolean => error instanceof ApiProblem && error.code === 'unreachable';

/** Server time of an answer: how far the clock of this phone is off. Halves the way there and back. */
export function heardTime(serverTime: string | undefined, sentAt: number): void {
  if (serverTime === undefined) return;
  const offset = Date.parse(serverTime) - (sentAt + Date.now()) / 2;
  connection.change((state) => ({ ...state, serverTimeOffset: Math.round(offset) }));
}
