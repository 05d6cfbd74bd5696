/** A bar on the terminal for long work; silent when nobody watches. */
export function progressBar(total: number, unit: string): { to: (done: number) => void; end: () => void } {
  if (!process.stderr.isTTY) return { to: () => undefined, end: () => undefined };
  const started = performance.now();
  return {
    to(done) {
      const share = Math.min(1, done / Math.max(1, total));
      const left = share > 0 ? Math.round(((performance.now() - started) / share / 1000) * (1 - share)) : 0;
      process.stderr.write(`\r[${'#'.repeat(Math.round(share * 30)).padEnd(30)}] ${done}/${total} ${unit}, ${left} s left   `);
    },
    end: () => void process.stderr.write('\r\u001b[K'),
  };
}
