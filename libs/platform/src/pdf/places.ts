import { problem } from '#domain';

/** A few places, and a queue before them that does not grow without end. */
export class Places {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(places: number, private readonly longestQueue: number) {
    this.free = places;
  }

  /** Runs when a place is free. @throws `print.busy` */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.free === 0) {
      if (this.waiting.length >= this.longestQueue) throw problem('print.busy');
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.free -= 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
