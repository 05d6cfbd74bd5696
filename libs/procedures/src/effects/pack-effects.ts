import { Injectable } from '@nestjs/common';
import type { DossierFile, Pack, PackStep } from '#domain';
import type { Assessed, CaseSubject } from './subject-assessor.js';

/** What the slices that carry out decisions see of a case. */
export interface CaseInHand {
  readonly countyCode: string;
  readonly id: string;
  /** The version by which the case runs. */
  readonly pack: Pack;
  readonly subject: CaseSubject;
  readonly year: number;
  readonly reason: string | null;
}

/** What a procedure does to the world. All of it runs inside the transaction of the action, with the case locked. */
export interface PackEffects {
  /** After the case was opened. Throws a problem to refuse it. */
  onStart?(subject: CaseInHand): Promise<void>;
  /** Before any step is passed. Throws a problem to refuse. */
  guard?(subject: CaseInHand, step: PackStep): Promise<void>;
  /** The decision was made: change the state of the subject. `assessed` is what was just recomputed, if the pack has rules. */
  onDecided(subject: CaseInHand, assessed: Assessed | null): Promise<void>;
  /** Files on single rows of what was ticked off, for the seal. */
  checklist?(subject: CaseInHand): Promise<readonly DossierFile[]>;
  /** The case ended without a decision in its favour. */
  onEnded?(subject: CaseInHand, outcome: 'REFUSED' | 'WITHDRAWN'): Promise<void>;
}

/** The slices register here what their procedures do; a pack without effects cannot be started. */
@Injectable()
export class PackEffectsRegistry {
  private readonly effects = new Map<string, PackEffects>();

  /** @throws Error when a code is registered twice: a mistake of a developer. */
  registerPackEffects(packCode: string, effects: PackEffects): void {
    if (this.effects.has(packCode)) throw new Error(`effects of ${packCode} are registered twice`);
    this.effects.set(packCode, effects);
  }

  /** @throws Error for a pack whose effects nobody registered. */
  of(packCode: string): PackEffects {
    const found = this.effects.get(packCode);
    if (!found) throw new Error(`nobody registered the effects of ${packCode}`);
    return found;
  }

  has(packCode: string): boolean {
    return this.effects.has(packCode);
  }
}
