import { Injectable } from '@nestjs/common';
import { codeLabel, contains, countyCodeOf, levelOf, padVillageCode, parseCaseId, problem, unfit, uuidV7, yearOf, type Pack } from '#domain';
import { DivisionReader } from '#divisions';
import { HouseholdReader } from '#households';
import { currentContext, Db } from '#platform';
import { PackEffectsRegistry } from '../effects/pack-effects.js';
import type { CaseSubject } from '../effects/subject-assessor.js';
import { PackReader } from '../pack/pack-reader.js';
import { CaseFlow } from './case-flow.js';
import type { StartRequest } from './case-input.js';
import type { CaseRow } from './case-rows.js';
import { CaseStore } from './case-store.js';
import { insertCase } from './case.queries.js';
import { inHand } from './loaded-case.js';
import { StartYears } from './start-years.js';

/** Opens cases. */
@Injectable()
export class CaseStarter {
  constructor(
    private readonly db: Db,
    private readonly store: CaseStore,
    private readonly flow: CaseFlow,
    private readonly packs: PackReader,
    private readonly effects: PackEffectsRegistry,
    private readonly households: HouseholdReader,
    private readonly divisions: DivisionReader,
    private readonly years: StartYears,
  ) {}

  /**
   * Opens a case at the first step of the version in force today. The same id sent twice opens one case.
   * Throws `not-found` outside the territory, `case.wrong-role`, `case.wrong-status`, `case.already-open`, `reason-required`.
   */
  async start(request: StartRequest): Promise<CaseRow> {
    const { actor, today } = currentContext();
    if (!this.effects.has(request.pack)) throw problem('pack.not-found', { code: request.pack });
    const { id: packId, pack } = await this.packs.effective(request.pack, today);
    const subject = await this.subject(pack, request.subjectId);
    const first = pack.steps[0];
    if (!first) throw new Error(`pack ${pack.code} has no steps`);
    const refusal = unfit(first.hands, subject.division, { userId: actor.userId, role: actor.role, division: actor.division });
    if (refusal) throw problem(refusal.code, refusal.params);
    if (pack.start.reasonRequired && !request.reason?.trim()) throw problem('reason-required', { pack: pack.code });
    const entering = await this.flow.entering({ division_code: subject.division }, first);
    const row = this.row({ ...request, year: request.year ?? (await this.usualYear(subject)) }, { packId, pack, subject, entering });
    const inserted = await this.db.maybeOne<{ id: string }>(insertCase, [JSON.stringify(row)]);
    if (!inserted) return this.sameAgain(row);
    if (subject.householdId !== null) await this.requireStatus(pack, subject);
    await this.store.record(row, { step: first.code, action: 'start', opinion: request.reason, duty: first.code });
    await this.effects.of(pack.code).onStart?.(inHand(row, pack));
    const { state } = await this.store.read({ countyCode: row.county_code, id: row.id });
    await this.store.writeTodo(row, state);
    return row;
  }

  private usualYear({ countyCode, householdId, division }: CaseSubject): Promise<number> {
    return householdId === null ? Promise.resolve(yearOf(currentContext().today)) : this.years.ofHousehold({ countyCode, id: householdId }, division);
  }

  private async subject(pack: Pack, id: string): Promise<CaseSubject> {
    if (pack.subject !== 'household') return this.area(pack, id);
    const key = parseCaseId(id);
    if (!key) throw problem('case.wrong-subject', { kind: pack.subject });
    const card = await this.households.lockForDecision(key);
    return { kind: 'household', countyCode: card.countyCode, villageCode: card.villageCode, division: card.villageCode, householdId: card.id };
  }

  private async area(pack: Pack, code: string): Promise<CaseSubject> {
    if (levelOf(code) !== pack.subject) throw problem('case.wrong-subject', { kind: pack.subject });
    const { actor } = currentContext();
    if (actor.scope === null || !contains(actor.scope, code)) throw problem('not-found');
    await this.divisions.requireValid(code);
    return { kind: pack.subject, countyCode: countyCodeOf(code), villageCode: padVillageCode(code), division: code, householdId: null };
  }

  private async requireStatus(pack: Pack, subject: CaseSubject): Promise<void> {
    const card = await this.households.card({ countyCode: subject.countyCode, id: subject.householdId ?? '' });
    if (!pack.start.statuses.includes(card.status)) throw problem('case.wrong-status', { status: codeLabel('householdStatus', card.status), code: card.status });
  }

  private row(request: StartRequest & { year: number }, { packId, pack, subject, entering }: { packId: string; pack: Pack; subject: CaseSubject; entering: Partial<CaseRow> }): CaseRow {
    const { actor, now } = currentContext();
    return {
      county_code: subject.countyCode, id: request.id ?? uuidV7(), village_code: subject.villageCode, pack_id: packId, pack_code: pack.code, subject_kind: subject.kind,
      household_id: subject.householdId, division_code: subject.division, year: request.year, status: 'OPEN',
      current_step: entering.current_step ?? null, current_kind: entering.current_kind ?? null, entered_at: now, due_on: entering.due_on ?? null, assigned_to: null, assigned_name: null,
      started_by: actor.userId, started_by_name: actor.name, started_role: actor.role, started_unit: actor.division, started_at: now, reason: request.reason ?? null,
      snapshot_id: null, facts_hash: null, verdict: null, open_objections: 0, decided_at: null, closed_at: null, version: 1,
    };
  }

  /** A request that was sent again. Another person's or another subject's use of the id is refused. */
  private async sameAgain(row: CaseRow): Promise<CaseRow> {
    const { row: existing } = await this.store.read({ countyCode: row.county_code, id: row.id }).catch(() => ({ row: null }));
    const same = existing?.started_by === row.started_by && existing.pack_code === row.pack_code && existing.division_code === row.division_code && existing.household_id === row.household_id;
    if (!existing || !same) throw problem('idempotency-mismatch');
    return existing;
  }
}
