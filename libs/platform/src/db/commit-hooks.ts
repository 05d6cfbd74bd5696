import { Injectable, Logger } from '@nestjs/common';

export interface Committed {
  /** Counties with new audit rows. */
  readonly touched: string[];
  /** Counties with villages to recalculate. */
  readonly dirty: string[];
  readonly afterCommit: readonly (() => Promise<void> | void)[];
}

type CountyHook = (counties: string[]) => Promise<void> | void;

/** What happens once a transaction has committed. A hook that fails is logged; it can never undo or delay what is committed. */
@Injectable()
export class CommitHooks {
  private readonly log = new Logger(CommitHooks.name);
  private readonly onTouchedHooks: CountyHook[] = [];
  private readonly onDirtyHooks: CountyHook[] = [];

  onTouched(hook: CountyHook): void {
    this.onTouchedHooks.push(hook);
  }

  onDirty(hook: CountyHook): void {
    this.onDirtyHooks.push(hook);
  }

  async committed(event: Committed): Promise<void> {
    const work = [
      ...(event.touched.length > 0 ? this.onTouchedHooks.map((hook) => () => hook(event.touched)) : []),
      ...(event.dirty.length > 0 ? this.onDirtyHooks.map((hook) => () => hook(event.dirty)) : []),
      ...event.afterCommit,
    ];
    for (const task of work) {
      try {
        await task();
      } catch (error) {
        this.log.error({ error }, 'after-commit work failed');
      }
    }
  }
}
