const EVERY_MS = 20;

/** Highest resident memory of this process while something runs, in MB, and what it held before. */
export class MemoryWatch {
  private peak = process.memoryUsage.rss();
  readonly beforeMb = this.peak / 1_048_576;
  private readonly timer = setInterval(() => this.look(), EVERY_MS);

  private look(): void {
    this.peak = Math.max(this.peak, process.memoryUsage.rss());
  }

  /** The highest value seen. */
  stop(): number {
    this.look();
    clearInterval(this.timer);
    return this.peak / 1_048_576;
  }
}
