import { Injectable, type OnModuleInit } from '@nestjs/common';
import { problem, type CaseId } from '#domain';
import { EpisodeService } from '#households';
import { PackEffectsRegistry, type CaseInHand } from '#procedures';

/** What the procedures of registration do: a candidate becomes registered, a wrongly registered household is cleared out. */
@Injectable()
export class RegistrationEffects implements OnModuleInit {
  constructor(
    private readonly registry: PackEffectsRegistry,
    private readonly episodes: EpisodeService,
  ) {}

  onModuleInit(): void {
    this.registry.registerPackEffects('identification', { onDecided: (kase) => this.register(kase) });
    this.registry.registerPackEffects('clear_out', { onDecided: (kase) => this.clearOut(kase) });
  }

  /** CANDIDATE → REGISTERED, with the first episode. */
  private async register(kase: CaseInHand): Promise<void> {
    await this.episodes.open(householdOf(kase), { kind: 'IDENTIFIED', caseId: kase.id });
  }

  /** → CLEARED_OUT. Wrongly registered is another end than exited: it counts as no exit. */
  private async clearOut(kase: CaseInHand): Promise<void> {
    if (kase.reason === null) throw problem('reason-required');
    await this.episodes.clearOut(householdOf(kase), { caseId: kase.id, reason: kase.reason });
  }
}

function householdOf({ subject }: CaseInHand): CaseId {
  if (subject.householdId === null) throw problem('case.wrong-subject', { kind: 'household' });
  return { countyCode: subject.countyCode, id: subject.householdId };
}
