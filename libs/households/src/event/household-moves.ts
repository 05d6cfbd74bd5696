import { Injectable } from '@nestjs/common';
import type { CaseId } from '#domain';

export interface HouseholdMove {
  readonly from: CaseId & { readonly villageCode: string };
  /** Same county and id after a move between villages; a new household after a move to another county. */
  readonly to: CaseId & { readonly villageCode: string };
}

type MoveHook = (move: HouseholdMove) => Promise<void>;

/**
 * Slices above keep rows of a household too (visits, cases): they register here and carry their rows along in the same
 * transaction, because nobody writes the tables of another slice.
 */
@Injectable()
export class HouseholdMoves {
  private readonly hooks: MoveHook[] = [];

  onMoved(hook: MoveHook): void {
    this.hooks.push(hook);
  }

  /** Runs the hooks one after another; one that throws undoes the move. */
  async moved(move: HouseholdMove): Promise<void> {
    for (const hook of this.hooks) await hook(move);
  }
}
