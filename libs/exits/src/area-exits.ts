import { Injectable, type OnModuleInit } from '@nestjs/common';
import { problem, yearOf } from '#domain';
import { DivisionReader } from '#divisions';
import { AreaRecords } from '#eligibility';
import { currentContext, Db } from '#platform';
import { PackEffectsRegistry, type CaseInHand } from '#procedures';
import * as sql from './area-exits.queries.js';
import { ChecklistFiles } from './checklist-files.js';

/**
 * Exit of villages (出列) and counties (摘帽). Rates, indicators and the recorded assessments with their sample sizes are the
 * business of the rules that the packs name; the decision is recorded here and judged facts follow from it.
 */
@Injectable()
export class AreaExits implements OnModuleInit {
  constructor(
    private readonly registry: PackEffectsRegistry,
    private readonly divisions: DivisionReader,
    private readonly areas: AreaRecords,
    private readonly db: Db,
    private readonly files: ChecklistFiles,
  ) {}

  onModuleInit(): void {
    this.registry.registerPackEffects('village_exit', {
      onStart: (kase) => this.requireNotExited(kase),
      onDecided: (kase) => this.decide(kase),
      checklist: ({ subject, year }) => this.files.sealed(subject.division, year),
    });
    this.registry.registerPackEffects('county_exit', { onStart: (kase) => this.requireNotExited(kase), onDecided: (kase) => this.exitCounty(kase) });
  }

  private async requireNotExited({ subject }: CaseInHand): Promise<void> {
    const last = await this.db.maybeOne<sql.AreaDecisionRow>(sql.lastDecision, [subject.countyCode, subject.villageCode]);
    if (last?.outcome === 'EXITED') throw problem('exit.already-exited', { name: await this.nameOf(subject.division), on: last.decided_on });
  }

  private async decide({ subject, year, id }: CaseInHand): Promise<void> {
    await this.areas.decide({ division: subject.division, year, outcome: 'EXITED', caseId: id });
  }

  /** A county that is on the list of poverty counties without an exit leaves it on the day of the announcement. */
  private async exitCounty(kase: CaseInHand): Promise<void> {
    await this.decide(kase);
    const { today } = currentContext();
    await this.db.query(sql.closeDesignations, [kase.subject.division, yearOf(today), today]);
  }

  private async nameOf(code: string): Promise<string> {
    return (await this.divisions.names([code])).get(code) ?? code;
  }
}
