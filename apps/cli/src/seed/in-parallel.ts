const LANES = 4;

/** Runs work in a few lanes at once; ends when all is done, throws what the first failure threw. */
export async function inParallel(work: readonly (() => Promise<void>)[]): Promise<void> {
  const queue = [...work];
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await next();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
