import { Injectable } from '@nestjs/common';
import {
  addDays, codeRange, comparisonStateLabels, contains, countyCodeOf, findComparisonRegister, isComparable, LIST_KEPT_DAYS, mappingOf, padVillageCode, problem, targetsOfRegister, uuidV7,
  type CaseId, type ComparisonRegister, type ListColumns,
} from '#domain';
import { ParameterReader } from '#divisions';
import { cleanName, storedActor, type Encoding, type FileKind } from '#households';
import { AccessLog, currentContext, Db, JobQueue, toPage, uuidCursor, type Page } from '#platform';
import * as sql from './comparison.queries.js';
import type { ComparisonRow } from './comparison.queries.js';
import { ListFile } from './list-file.js';

/** What is said of a list besides its lines. */
export interface ListStatement {
  readonly register: string;
  readonly division: string;
  readonly department: string;
  readonly purposeCode: string;
  readonly purpose: string;
  /** Day for which the list stands. */
  readonly listOn: string;
  readonly sheet?: string;
}

export interface SavedList {
  readonly fileName: string;
  readonly storedName: string;
  readonly kind: FileKind;
  readonly encoding: Encoding | null;
  readonly sha256: string;
  readonly bytes: number;
}

export interface ComparisonFilter {
  readonly register?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** What people do with a comparison; matching itself is done by a job. */
@Injectable()
export class Comparisons {
  constructor(
    private readonly db: Db,
    private readonly parameters: ParameterReader,
    private readonly file: ListFile,
    private readonly queue: JobQueue,
    private readonly access: AccessLog,
  ) {}

  /** Records an uploaded list with its purpose. @throws `comparison.register-unknown`, `comparison.division-outside`, `purpose-required`, `comparison.no-rows` and what the reader of files refuses */
  async record(saved: SavedList, given: ListStatement): Promise<ComparisonRow> {
    const { actor, today } = currentContext();
    const register = registerOf(given.register);
    if ([...given.purpose.trim()].length < 5) throw problem('purpose-required');
    if (actor.scope === null || !contains(actor.scope, given.division)) throw problem('comparison.division-outside');
    const sheet = given.sheet?.trim() || null;
    const columns = await this.file.recognise({ ...saved, sheet }, register);
    const days = (await this.parameters.effective('comparison_list_days', { division: given.division }))?.value ?? LIST_KEPT_DAYS;
    const id: CaseId = { countyCode: countyCodeOf(given.division), id: uuidV7() };
    await this.db.query(sql.insertComparison, [JSON.stringify({
      county_code: id.countyCode, id: id.id, village_code: padVillageCode(given.division), division_code: given.division, register_code: register.code, department: given.department.trim(),
      purpose_code: given.purposeCode, purpose: given.purpose.trim(), list_on: given.listOn, state: stateOf(columns), file_name: cleanName(saved.fileName), file_kind: saved.kind,
      file_sha256: saved.sha256, file_bytes: saved.bytes, encoding: saved.encoding, sheet, stored_name: saved.storedName, columns, mapping: mappingOf(columns.columns),
      actor: storedActor(actor), keep_until: addDays(today, days),
    })]);
    await this.access.event('UPLOAD', 'comparison', id.id, { register: register.code, sha256: saved.sha256, bytes: saved.bytes, purposeCode: given.purposeCode, purpose: given.purpose.trim() }, { villageCode: padVillageCode(given.division) });
    return this.find(id);
  }

  /** Says what columns stand for, by their headings; what is not named keeps its suggestion. @throws `comparison.wrong-state`, `comparison.mapping` */
  async map(id: CaseId, chosen: Readonly<Record<string, string>>): Promise<ComparisonRow> {
    const row = await this.lock(id, 'needs_mapping', 'ready', 'failed', 'cancelled');
    if (row.stored_name === null) throw problem('comparison.file-gone');
    const columns = remapped(row.columns, chosen, targetsOfRegister(registerOf(row.register_code)));
    await this.db.query(sql.setMapping, [id.countyCode, id.id, stateOf(columns), JSON.stringify(columns), JSON.stringify(mappingOf(columns.columns))]);
    return this.find(id);
  }

  /** Has the list matched by the worker. @throws `comparison.wrong-state`, `comparison.not-comparable`, `comparison.file-gone` */
  async match(id: CaseId): Promise<ComparisonRow> {
    const row = await this.lock(id, 'needs_mapping', 'ready', 'failed', 'cancelled');
    if (row.stored_name === null) throw problem('comparison.file-gone');
    if (!isComparable(row.mapping)) throw problem('comparison.not-comparable');
    const started = await this.db.maybeOne<ComparisonRow>(sql.startMatching, [id.countyCode, id.id, JSON.stringify(storedActor(currentContext().actor))]);
    if (!started) throw wrongState(row);
    this.db.afterCommit(async () => void (await this.queue.send('comparison.match', { comparisonId: id.id, countyCode: id.countyCode })));
    return started;
  }

  /** Gives a comparison up; the statement that is running is ended and nothing is written. @throws `comparison.wrong-state` */
  async cancel(id: CaseId): Promise<ComparisonRow> {
    const row = await this.lock(id, 'needs_mapping', 'ready', 'matching', 'failed');
    // Whoever holds the lock of the run looks for the request; where nobody does there is nothing to stop.
    const running = row.state === 'matching' && !(await this.db.one<{ locked: boolean }>(sql.tryLockRun, [id.id])).locked;
    await this.db.query(running ? sql.requestCancel : sql.cancelIdle, [id.countyCode, id.id]);
    return this.find(id);
  }

  /** @throws `not-found` outside the territory as for one that does not exist */
  async find(id: CaseId): Promise<ComparisonRow> {
    const row = await this.db.maybeOne<ComparisonRow>(sql.findComparison, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return row;
  }

  /** Masked samples of the columns, as long as somebody may still have to say what they are. */
  async samples(row: ComparisonRow): Promise<ReadonlyMap<number, readonly string[]>> {
    if (row.stored_name === null || !['needs_mapping', 'ready', 'failed', 'cancelled'].includes(row.state)) return new Map();
    return this.file.samples({ storedName: row.stored_name, kind: row.file_kind, encoding: row.encoding, sheet: row.sheet }, row.columns);
  }

  /** Comparisons of the territory, newest first. */
  async list({ register, cursor, limit }: ComparisonFilter): Promise<Page<ComparisonRow>> {
    const { scope } = currentContext().actor;
    if (scope === null) return { items: [], nextCursor: null };
    const { from, to } = codeRange(scope);
    const rows = await this.db.query<ComparisonRow>(sql.listComparisons, [from, to, register ?? null, uuidCursor(cursor), limit + 1]);
    return toPage(rows, limit, (row) => [row.id], (row) => row);
  }

  private async lock(id: CaseId, ...states: ComparisonRow['state'][]): Promise<ComparisonRow> {
    const row = await this.db.maybeOne<ComparisonRow>(sql.lockComparison, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    if (!states.includes(row.state)) throw wrongState(row);
    return row;
  }
}

const stateOf = (columns: ListColumns) => (isComparable(mappingOf(columns.columns)) ? 'ready' : 'needs_mapping');
const wrongState = (row: ComparisonRow) => problem('comparison.wrong-state', { state: comparisonStateLabels[row.state] });

function registerOf(code: string): ComparisonRegister {
  const register = findComparisonRegister(code);
  if (!register) throw problem('comparison.register-unknown');
  return register;
}

/** A target named by a person is taken from the column that had it. `ignore` leaves a column out. */
function remapped(known: ListColumns, chosen: Readonly<Record<string, string>>, targets: readonly string[]): ListColumns {
  const named = new Map(Object.entries(chosen));
  const wanted = [...named.values()].filter((target) => target !== 'ignore');
  const fault = (reason: string) => problem('comparison.mapping', { reason: reason.slice(0, 100) });
  for (const heading of named.keys()) if (!known.columns.some((column) => column.heading === heading)) throw fault(`没有“${heading}”列`);
  for (const [index, target] of wanted.entries()) {
    if (!targets.includes(target)) throw fault(`不能对应为“${target}”`);
    if (wanted.indexOf(target) !== index) throw fault(`“${target}”对应了两列`);
  }
  const columns = known.columns.map((column) => {
    const target = named.get(column.heading);
    if (target !== undefined) return { ...column, target: target === 'ignore' ? null : target, by: 'person' as const };
    return column.target !== null && wanted.includes(column.target) ? { ...column, target: null, by: null } : column;
  });
  return { ...known, columns };
}
