import { setTimeout as sleep } from 'node:timers/promises';
import { StoryDeviation } from './deviation.js';

/** The sweep comes each minute, so a lost wake-up is made good within this time. */
const PATIENCE_MS = 100_000;
const PAUSE_MS = 150;

/** Asks again until the answer is good; what came last is part of the deviation when it never is. */
export async function until<T>(what: string, ask: () => Promise<T>, good: (answer: T) => boolean): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (performance.now() > end) throw new StoryDeviation(`${what} did not happen within ${PATIENCE_MS / 1000} s; last seen: ${JSON.stringify(answer)}`);
    await sleep(PAUSE_MS);
  }
}
