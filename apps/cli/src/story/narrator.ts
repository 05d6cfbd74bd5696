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

  /** Does something as somebody. What `work` returns as `detail` is printed with it. */
  async step<T>(who: Client | null, what: string, work: () => Promise<T>, detail?: (result: T) => string): Promise<T> {
    const started = performance.now();
    const result = await work();
    const step: StoryStep = {
      n: this.steps.length + 1, chapter: this.title, who: who?.me.name ?? '系统', role: who?.me.roleName ?? '后台任务', what, detail: detail?.(result) ?? null,
      ms: Math.round(performance.now() - started),
    };
    this.steps.push(step);
    this.tell(step);
    return result;
  }
}
