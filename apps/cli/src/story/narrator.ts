import type { Client } from './client.js';

export interface StoryStep {
  readonly n: number;
  readonly chapter: string;
  readonly who: string;
  readonly role: string;
  readonly what: string;
  readonly detail: string | null;
  readonly ms: number;
}

export type Tell = (step: StoryStep) => void;

/** Numbers the steps, times them and hands each on as soon as it is done. */
export class Narrator {
  readonly steps: StoryStep[] = [];
  private title = '';

  constructor(private readonly tell: Tell) {}

  chapter(title: string): void {
    this.title = title;
  }

  /** Does something as somebody, or watches what happens by itself. `detail` is printed with it. */
  async step<T>(who: Client | 'narrator' | 'worker', what: string, work: () => Promise<T>, detail?: (result: T) => string): Promise<T> {
    const started = performance.now();
    const result = await work();
    const step: StoryStep = {
      n: this.steps.length + 1, chapter: this.title, ...personOf(who), what, detail: detail?.(result) ?? null, ms: Math.round(performance.now() - started),
    };
    this.steps.push(step);
    this.tell(step);
    return result;
  }
}

function personOf(who: Client | 'narrator' | 'worker'): { who: string; role: string } {
  if (who === 'narrator') return { role: '讲述', who: '' };
  return who === 'worker' ? { role: '后台任务', who: '' } : { role: who.me.roleName, who: who.me.name };
}
