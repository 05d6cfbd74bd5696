import { Injectable } from '@nestjs/common';
import { canMove, codeLabel, problem, uuidV7, yearOf, type CaseId, type HouseholdStatus } from '#domain';
import { currentContext, Db } from '#platform';
import { HouseholdLock } from '../household/household-lock.js';
import type { HouseholdRow } from '../household/household.queries.js';
import { IdentityRegister } from '../store/identity-register.js';
import { RowStore } from '../store/row-store.js';
import * as sql from './episode.queries.js';

/** Day of the decision ('YYYY-MM-DD', today when absent), the case that decided, and the reason in words or as a code. */
export interface Decision {
  readonly on?: string;
  readonly caseId?: string;
  readonly reason?: string;
}

export interface EpisodeState {
  readonly status: HouseholdStatus;
  readonly episodeId: string | null;
  /** New version of the household row. */
  readonly version: number;
}

/**
 * Moves a household along the state machine of domain.md §3.5, inside the caller's transaction and with the household
 * locked. Whoever calls has decided; here only what the table forbids is refused (`household.illegal-move`).
 */
@Injectable()
export class EpisodeService {
  constructor(
    private readonly db: Db,
    private readonly lock: HouseholdLock,
    private readonly rows: RowStore,
    private readonly identities: IdentityRegister,
  ) {}

  /** CANDIDATE → REGISTERED opens the first episode; EXITED_* → RETURNED closes the last one and opens a linked one with its reason. */
  async open(id: CaseId, entry: Decision & { kind: 'IDENTIFIED' | 'RE_ENTRY' }): Promise<EpisodeState> {
    const reEntry = entry.kind === 'RE_ENTRY';
    const { household, on } = await this.begin(id, reEntry ? 'RETURNED' : 'REGISTERED', entry);
    if (reEntry && !entry.reason) throw problem('reason-required');
    const last = await this.db.maybeOne<sql.EpisodeStateRow>(sql.lastEpisode, [id.countyCode, id.id]);
    if (reEntry && last) await this.db.query(sql.closeEpisode, [id.countyCode, last.id, last.status, on, 'RE_ENTRY']);
    const episodeId = await this.insert(household, {
      sequence: (last?.sequence ?? 0) + 1, entry_kind: entry.kind, entry_reason: entry.reason ?? null, entered_on: on, entry_case_id: entry.caseId ?? null,
      status: 'REGISTERED', previous_episode_id: last?.id ?? null,
    });
    const changes = reEntry
      ? { return_year: yearOf(on), return_reason: entry.reason, exit_year: null, planned_exit_year: null }
      : { first_identified_month: household['first_identified_month'] ?? on.slice(0, 7) };
    return this.finish(household, reEntry ? 'RETURNED' : 'REGISTERED', { changes, episodeId });
  }

  /** REGISTERED or RETURNED → PRE_EXIT: an exit has been proposed. */
  preExit(id: CaseId, decision: Decision = {}): Promise<EpisodeState> {
    return this.move(id, 'PRE_EXIT', decision, {});
  }

  /** PRE_EXIT → REGISTERED: the exit was refused or withdrawn. */
  returnToRegistered(id: CaseId, decision: Decision = {}): Promise<EpisodeState> {
    return this.move(id, 'REGISTERED', decision, {});
  }

  /** → EXITED_ENTITLED: exit decided; policies are kept until `endEntitlement`. */
  exit(id: CaseId, decision: Decision): Promise<EpisodeState> {
    const on = decision.on ?? currentContext().today;
    return this.move(id, 'EXITED_ENTITLED', { ...decision, on }, { exit_year: yearOf(on) });
  }

  /** EXITED_ENTITLED → EXITED_NOT_ENTITLED. */
  endEntitlement(id: CaseId, decision: Decision): Promise<EpisodeState> {
    return this.move(id, 'EXITED_NOT_ENTITLED', decision, {});
  }

  /** → CLEARED_OUT (错评): wrongly registered. Its persons may be registered anew. */
  clearOut(id: CaseId, decision: Decision & { reason: string }): Promise<EpisodeState> {
    return this.close(id, 'CLEARED_OUT', decision);
  }

  /** → DEREGISTERED: nobody is left, or the household goes on elsewhere. */
  deregister(id: CaseId, decision: Decision & { reason: string }): Promise<EpisodeState> {
    return this.close(id, 'DEREGISTERED', decision);
  }

  /** Opens the episode of a household that comes with a history of its own (import, split, move to another county). */
  async adopt(household: HouseholdRow, from: Partial<sql.EpisodeStateRow> & { entered_on: string }): Promise<string | null> {
    if (household.status === 'CANDIDATE') return null;
    return this.insert(household, {
      sequence: 1, entry_kind: from.entry_kind ?? 'IMPORTED', entry_reason: from.entry_reason ?? null, entered_on: from.entered_on,
      status: household.status === 'RETURNED' ? 'REGISTERED' : household.status, exited_on: from.exited_on ?? null, not_entitled_on: from.not_entitled_on ?? null,
    });
  }

  /** The open episode, locked; null for a candidate and for a closed household. */
  current(id: CaseId): Promise<sql.EpisodeStateRow | null> {
    return this.db.maybeOne<sql.EpisodeStateRow>(sql.openEpisode, [id.countyCode, id.id]);
  }

  private async move(id: CaseId, to: 'PRE_EXIT' | 'REGISTERED' | 'EXITED_ENTITLED' | 'EXITED_NOT_ENTITLED', decision: Decision, changes: Record<string, unknown>): Promise<EpisodeState> {
    const { household, on } = await this.begin(id, to, decision);
    const episode = await this.current(id);
    if (!episode) throw new Error(`household ${id.id} is ${household.status} without an open episode`);
    const exited = to === 'EXITED_ENTITLED' ? on : null;
    const caseId = to === 'EXITED_ENTITLED' ? (decision.caseId ?? null) : null;
    await this.db.query(sql.moveEpisode, [id.countyCode, episode.id, to, exited, caseId, to === 'EXITED_NOT_ENTITLED' ? on : null]);
    return this.finish(household, to, { changes, episodeId: episode.id });
  }

  private async close(id: CaseId, to: 'CLEARED_OUT' | 'DEREGISTERED', decision: Decision & { reason: string }): Promise<EpisodeState> {
    const { household, on } = await this.begin(id, to, decision);
    const episode = await this.current(id);
    if (episode) await this.db.query(sql.closeEpisode, [id.countyCode, episode.id, to, on, decision.reason]);
    const members = await this.db.query<{ id: string }>(sql.activeMemberIds, [id.countyCode, id.id]);
    await this.identities.release(id.countyCode, members.map((member) => member.id));
    return this.finish(household, to, { changes: { ended_on: on, end_reason: decision.reason }, episodeId: episode?.id ?? null });
  }

  private async begin(id: CaseId, to: HouseholdStatus, decision: Decision): Promise<{ household: HouseholdRow; on: string }> {
    const household = await this.lock.lock(id);
    const from = household.status as HouseholdStatus; // the column's check allows nothing else
    if (!canMove(from, to)) {
      throw problem('household.illegal-move', { from, to, fromText: codeLabel('householdStatus', from), toText: codeLabel('householdStatus', to) });
    }
    const on = decision.on ?? currentContext().today;
    if (on > currentContext().today) throw problem('event.future', { on });
    return { household, on };
  }

  private async insert(household: HouseholdRow, episode: Record<string, unknown>): Promise<string> {
    const id = uuidV7();
    const row = { county_code: household.county_code, id, village_code: household.village_code, household_id: household.id, ...episode };
    await this.db.query(sql.insertEpisode, [JSON.stringify(row)]);
    return id;
  }

  private async finish(household: HouseholdRow, status: HouseholdStatus, { changes, episodeId }: { changes: Record<string, unknown>; episodeId: string | null }): Promise<EpisodeState> {
    const version = household.version + 1;
    await this.rows.update('household', { countyCode: household.county_code, id: household.id }, { ...changes, status, version });
    return { status, episodeId, version };
  }
}
