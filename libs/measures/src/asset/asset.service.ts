import { Injectable } from '@nestjs/common';
import { DivisionReader } from '#divisions';
import { assetMachine, assetStatusNames, nextStatus, problem, uuidV7, type AssetAction, type AssetStatus, type CaseId } from '#domain';
import { Db, registerConstraints, toPage, type Page } from '#platform';
import type { ProjectRow } from '../project/project.queries.js';
import { caseIdOf, checkVersion, pastDay, realDay } from '../shared/expected.js';
import { HelpEvents } from '../shared/help-events.js';
import type { HelpEventRow } from '../shared/help-events.queries.js';
import { HelpRows, touched } from '../shared/help-rows.js';
import { HelpedPeople } from '../shared/helped-people.js';
import { listKey, listRange, type ListQuestion } from '../shared/list-range.js';
import { walkInOrder } from '../shared/list.queries.js';
import { placeOf } from '../shared/place.js';
import { sameContent } from '../shared/same-content.js';
import * as sql from './asset.queries.js';
import type { AssetRow, ShownAsset, YieldRow } from './asset.queries.js';

registerConstraints({ asset_code_once: 'asset.code-taken', asset_distribution_once: 'asset.already-distributed' });

export interface AssetContent {
  readonly name: string;
  readonly valueFen: number;
  readonly ownerKind: string;
  readonly ownerName: string;
  readonly operatorName?: string | null;
  readonly maintainerName?: string | null;
  readonly contractNo?: string | null;
  readonly contractFrom?: string | null;
  readonly contractTo?: string | null;
}
export interface AssetInput extends AssetContent {
  readonly id?: string;
  readonly division: string;
  readonly code: string;
  readonly ledger: string;
  readonly projectId?: string;
  readonly householdId?: string;
  readonly acquiredOn: string;
}
export interface AssetDetail {
  readonly asset: ShownAsset;
  readonly yields: readonly YieldRow[];
  readonly events: readonly HelpEventRow[];
}
const actionNames: Readonly<Record<AssetAction, string>> = { idle: '转为闲置', use: '恢复使用', damage: '登记损毁', dispose: '处置' };

/** The three ledgers of assets. An entry is never deleted; what was disposed of stays with its reason. */
@Injectable()
export class AssetService {
  constructor(
    private readonly db: Db,
    private readonly rows: HelpRows,
    private readonly events: HelpEvents,
    private readonly people: HelpedPeople,
    private readonly divisions: DivisionReader,
  ) {}

  /** Enters an asset. @throws `asset.household-ledger`, `asset.project-not-accepted`, `asset.code-taken`, `idempotency-mismatch` */
  async enter(input: AssetInput): Promise<CaseId> {
    const place = placeOf(input.division);
    await this.divisions.requireValid(input.division);
    if ((input.ledger === 'HOUSEHOLD') !== (input.householdId !== undefined)) throw problem('asset.household-ledger');
    const row = {
      ...place, id: input.id ?? uuidV7(), code: input.code, ledger: input.ledger, acquired_on: pastDay(input.acquiredOn, 'acquiredOn'), ...columnsOf(input),
      project_id: input.projectId === undefined ? null : await this.acceptedProject(caseIdOf(input.projectId), place.county_code),
      household_id: input.householdId === undefined ? null : await this.household(caseIdOf(input.householdId), place),
    };
    const id = { countyCode: row.county_code, id: row.id };
    const known = input.id === undefined ? null : await this.rows.maybe<AssetRow>('asset', id);
    if (known) {
      if (!sameContent(known, row)) throw problem('idempotency-mismatch');
      return id;
    }
    await this.rows.insert('asset', [{ ...row, status: 'IN_USE' }]);
    await this.events.append('asset', [{ subject: row, action: 'enter', from: null, to: 'IN_USE' }]);
    return id;
  }

  /** Changes owner, operator, contract or value; the log keeps what it was. @throws `stale-version`, `asset.disposed` */
  async change(id: CaseId, version: number, change: Partial<AssetContent>): Promise<void> {
    const row = await this.lock(id, version);
    const now: AssetContent = {
      name: row.name, valueFen: row.value_fen, ownerKind: row.owner_kind, ownerName: row.owner_name, operatorName: row.operator_name ?? undefined, maintainerName: row.maintainer_name ?? undefined,
      contractNo: row.contract_no ?? undefined, contractFrom: row.contract_from ?? undefined, contractTo: row.contract_to ?? undefined,
    };
    const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    await this.rows.update('asset', [{ ...columnsOf({ ...now, ...said }), county_code: row.county_code, id: row.id, ...touched(row) }]);
    await this.events.append('asset', [{ subject: row, action: 'edit', from: row.status, to: row.status, payload: said }]);
  }

  /** Idle, in use again, damaged, disposed of: with a reason. @throws `help.wrong-action`, `asset.disposed` */
  async move(id: CaseId, version: number, { action, reason }: { action: AssetAction; reason: string }): Promise<void> {
    const row = await this.lock(id, version);
    const to = nextStatus(assetMachine, row.status as AssetStatus, action);
    if (to === null) throw problem('help.wrong-action', { status: assetStatusNames[row.status as AssetStatus].zh, action: actionNames[action] });
    await this.rows.update('asset', [{ county_code: row.county_code, id: row.id, status: to, status_reason: reason, ...touched(row) }]);
    await this.events.append('asset', [{ subject: row, action, from: row.status, to, reason }]);
  }

  async page(question: ListQuestion & { ledger?: string; status?: string }): Promise<Page<ShownAsset>> {
    const range = listRange(question);
    if (range === null) return { items: [], nextCursor: null };
    await this.db.query(walkInOrder);
    return toPage(await this.db.query<ShownAsset>(sql.listAssets, [...range, question.ledger ?? null, question.status ?? null]), question.limit, listKey, (row) => row);
  }

  async detail(id: CaseId): Promise<AssetDetail> {
    const asset = await this.db.maybeOne<ShownAsset>(sql.findAsset, [id.countyCode, id.id]);
    if (!asset) throw problem('not-found');
    return { asset, yields: await this.db.query<YieldRow>(sql.yieldsOf, [id.countyCode, id.id]), events: await this.events.of(asset) };
  }

  private async lock(id: CaseId, version: number): Promise<AssetRow> {
    const row = await this.rows.lock<AssetRow>('asset', id);
    checkVersion(row, version);
    if (row.status === 'DISPOSED') throw problem('asset.disposed');
    return row;
  }

  private async acceptedProject(id: CaseId, countyCode: string): Promise<string> {
    if (id.countyCode !== countyCode) throw problem('not-found');
    const project = await this.rows.find<ProjectRow>('project', id);
    if (project.status !== 'ACCEPTED') throw problem('asset.project-not-accepted');
    return project.id;
  }

  /** A household's asset lies in the household's village. */
  private async household(id: CaseId, place: { county_code: string; village_code: string }): Promise<string> {
    const household = (await this.people.lock(place.county_code, [id.id])).get(id.id);
    if (id.countyCode !== place.county_code || household?.village_code !== place.village_code) throw problem('not-found');
    return id.id;
  }
}

function columnsOf(content: AssetContent): Record<string, unknown> {
  const [from, to] = [content.contractFrom ?? null, content.contractTo ?? null];
  if (from !== null) realDay(from, 'contractFrom');
  if (to !== null) realDay(to, 'contractTo');
  if (from !== null && to !== null && to < from) throw problem('help.dates');
  return {
    name: content.name, value_fen: content.valueFen, owner_kind: content.ownerKind, owner_name: content.ownerName, operator_name: content.operatorName ?? null,
    maintainer_name: content.maintainerName ?? null, contract_no: content.contractNo ?? null, contract_from: from, contract_to: to,
  };
}
