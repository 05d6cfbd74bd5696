import { Injectable, type OnModuleInit } from '@nestjs/common';
import { problem, type CaseId } from '#domain';
import { EpisodeService, HouseholdReader } from '#households';
import { PackEffectsRegistry, type CaseInHand } from '#procedures';

/**
 * Exit, end of entitlement and re-entry of households. That the conditions are met on unchanged facts is the engine's
 * check, by the rules that the pack names; here the state changes.
 */
@Injectable()
export class HouseholdExits implements OnModuleInit {
  constructor(
    private readonly registry: PackEffectsRegistry,
    private readonly episodes: EpisodeService,
    private readonly households: HouseholdReader,
  ) {}

  onModuleInit(): void {
    this.registry.registerPackEffects('household_exit', {
      onStart: (kase) => this.markPreExit(kase),
      onDecided: (kase) => this.exit(kase),
      onEnded: (kase) => this.takeBack(kase),
    });
    this.registry.registerPackEffects('end_entitlement', { onDecided: (kase) => this.endEntitlement(kase) });
    this.registry.registerPackEffects('re_entry', { onDecided: (kase) => this.reEnter(kase) });
  }

  /** 预脱贫: visible on the household while the exit is examined, if the pack says so. */
  private async markPreExit(kase: CaseInHand): Promise<void> {
    const { status } = await this.households.card(householdOf(kase));
    if (kase.pack.start.markPreExit && status !== 'PRE_EXIT') await this.episodes.preExit(householdOf(kase), { caseId: kase.id });
  }

  /** → EXITED_ENTITLED: policies continue until decided otherwise (四个不摘). */
  private async exit(kase: CaseInHand): Promise<void> {
    await this.episodes.exit(householdOf(kase), { caseId: kase.id });
  }

  private async takeBack(kase: CaseInHand): Promise<void> {
    const { status } = await this.households.card(householdOf(kase));
    if (status === 'PRE_EXIT') await this.episodes.returnToRegistered(householdOf(kase), { caseId: kase.id });
  }

  /** → EXITED_NOT_ENTITLED. */
  private async endEntitlement(kase: CaseInHand): Promise<void> {
    await this.episodes.endEntitlement(householdOf(kase), { caseId: kase.id, reason: reasonOf(kase) });
  }

  /** A new episode, linked to the one before, with its reason. */
  private async reEnter(kase: CaseInHand): Promise<void> {
    await this.episodes.open(householdOf(kase), { kind: 'RE_ENTRY', caseId: kase.id, reason: reasonOf(kase) });
  }
}

function householdOf({ subject }: CaseInHand): CaseId {
  if (subject.householdId === null) throw problem('case.wrong-subject', { kind: 'household' });
  return { countyCode: subject.countyCode, id: subject.householdId };
}

function reasonOf({ reason }: CaseInHand): string {
  if (reason === null) throw problem('reason-required');
  return reason;
}
