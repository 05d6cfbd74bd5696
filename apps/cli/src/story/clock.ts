import { addDays, daysBetween } from '#domain';
import type { Client } from './client.js';
import type { Narrator } from './narrator.js';

interface ClockBody {
  readonly today: string;
  readonly offsetDays: number;
}

/** The trial clock: it only goes forward, and whoever looks sees by how much. */
export class StoryClock {
  constructor(
    private readonly sysadmin: Client,
    private readonly narrator: Narrator,
  ) {}

  async today(): Promise<string> {
    return (await this.sysadmin.get<ClockBody>('/clock')).today;
  }

  /** Moves forward to a day; nothing when it has come already. */
  async until(day: string, why: string): Promise<void> {
    const days = daysBetween(await this.today(), day);
    if (days > 0) await this.forward(days, why);
  }

  async forward(days: number, why: string): Promise<void> {
    await this.narrator.step(this.sysadmin, `时钟向前拨${days}天：${why}`, () => this.sysadmin.post<ClockBody>('/clock/forward', { days }), ({ today, offsetDays }) => `现在是 ${today}，比真实时间快 ${offsetDays} 天`);
  }

  /** Waits for the new year when it is less than `days` away: what is decided within them shall lie in one year. */
  async roomInYear(days: number): Promise<number> {
    const today = await this.today();
    const year = Number(today.slice(0, 4));
    if (addDays(today, days) < `${year + 1}-01-01`) return year;
    await this.until(`${year + 1}-01-01`, '跨过年末，使以下决定落在同一年度');
    return year + 1;
  }
}
