import { Inject, Injectable } from '@nestjs/common';
import { hash, verify, type Options } from '@node-rs/argon2';
import { ENV, type Env } from '#platform';

/** argon2id, 64 MiB and three passes; the test mode spends as little as the library allows. */
const cost: Options = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
const testCost: Options = { memoryCost: 1_024, timeCost: 1, parallelism: 1 };
/** More at once would let a flood of sign-ins take the machine. */
const AT_ONCE = 2;

/** Hashes and checks passwords in a bounded queue. */
@Injectable()
export class Passwords {
  private readonly options: Options;
  private readonly dummy: Promise<string>;
  private free = AT_ONCE;
  private readonly queue: (() => void)[] = [];

  constructor(@Inject(ENV) env: Env) {
    this.options = env.mode === 'test' ? testCost : cost;
    this.dummy = hash('nobody has this password', this.options);
  }

  hash(password: string): Promise<string> {
    return this.bounded(() => hash(password, this.options));
  }

  /** False for an unknown user too, after the same work: the time does not tell whether the name exists. */
  async matches(stored: string | null, password: string): Promise<boolean> {
    const against = stored ?? (await this.dummy);
    const equal = await this.bounded(() => verify(against, password));
    return equal && stored !== null;
  }

  private async bounded<T>(work: () => Promise<T>): Promise<T> {
    if (this.free === 0) await new Promise<void>((resolve) => this.queue.push(resolve));
    else this.free--;
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.free++;
    }
  }
}
