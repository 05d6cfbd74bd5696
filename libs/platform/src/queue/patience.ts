/** The queue kept us waiting for too long. What was asked for may still happen. */
export class QueueLate extends Error {}

/** Waits for `work`, but not longer than `ms`. Throws {@link QueueLate} when it is late; what it comes to then, nobody hears. */
export async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QueueLate('the queue did not answer in time')), ms);
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * How long callers wait for something that may be away: the full time at first; for a while after it was late only a moment,
 * so that one request waits and not all of them.
 */
export class Patience {
  private hurriedUntil = 0;

  constructor(
    private readonly full: number,
    private readonly moment: number,
    private readonly whileMs: number,
  ) {}

  async wait<T>(work: Promise<T>): Promise<T> {
    try {
      const result = await within(work, performance.now() < this.hurriedUntil ? this.moment : this.full);
      this.hurriedUntil = 0;
      return result;
    } catch (error) {
      if (error instanceof QueueLate) this.hurriedUntil = performance.now() + this.whileMs;
      throw error;
    }
  }
}
