import { Injectable } from '@nestjs/common';
import { codeRange, contains, isCalendarDate, isUuid, problem, uuidV7, type CaseId, type MatchVerdict } from '#domain';
import { currentContext, Db, decodeCursor, toPage, type Page } from '#platform';
import { Comparisons } from './comparisons.service.js';
import type { ComparisonRow } from './comparison.queries.js';
import * as sql from './inbox.queries.js';

export interface MatchFilter {
  readonly tab: 'hit' | 'doubtful';
  readonly verdict?: MatchVerdict | 'NONE';
  readonly division?: string;
  readonly removed: boolean;
  readonly cursor?: string;
  readonly limit: number;
}

export interface Judgement {
  readonly verdict: MatchVerdict;
  readonly reason: string;
  readonly recheckOn?: string | null;
}

const strengths = { hit: ['ID', 'NAME_BIRTH'], doubtful: ['DOUBTFUL'] } as const;

/** Matches for a person to judge: what the list says beside what is recorded here, and what was decided before. */
@Injectable()
export class MatchInbox {
  constructor(
    private readonly db: Db,
    private readonly comparisons: Comparisons,
  ) {}

  /** A comparison with its matches counted by what was decided, in the territory of the reader. @throws `not-found` */
  async read(id: CaseId): Promise<{ comparison: ComparisonRow; counts: sql.CountRow[] }> {
    const comparison = await this.comparisons.find(id);
    const { from, to } = territory();
    return { comparison, counts: await this.db.query<sql.CountRow>(sql.countMatches, [id.id, from, to]) };
  }

  /** Matches of a comparison in the order of its lines. @throws `not-found` for the comparison, `comparison.division-outside` */
  async page(id: CaseId, { tab, verdict, division, removed, cursor, limit }: MatchFilter): Promise<Page<sql.MatchRow>> {
    await this.comparisons.find(id);
    const { from, to } = territory(division);
    const [line, after] = lineAndId(cursor);
    const rows = await this.db.query<sql.MatchRow>(sql.pageOfMatches, [id.id, strengths[tab], from, to, verdict ?? null, !removed, line, after, limit + 1]);
    return toPage(rows, limit, (row) => [row.line_n, row.id], (row) => row);
  }

  /** Open matches whose day of re-check has come, oldest first. */
  async due({ cursor, limit }: { cursor?: string; limit: number }): Promise<Page<sql.MatchRow>> {
    const { from, to } = territory();
    const [day, id] = dayAndId(cursor);
    const rows = await this.db.query<sql.MatchRow>(sql.dueMatches, [from, to, currentContext().today, day, id, limit + 1]);
    return toPage(rows, limit, (row) => [row.recheck_on ?? '', row.id], (row) => row);
  }

  /** Decides about a match; the newest verdict holds, also for the same statement in later lists. @throws `not-found`, `comparison.recheck-past`, `comparison.recheck-only-open`, `comparison.evidence-gone` */
  async judge(id: CaseId, { verdict, reason, recheckOn = null }: Judgement): Promise<sql.MatchRow> {
    const locked = await this.db.maybeOne(sql.lockMatch, [id.countyCode, id.id]);
    if (!locked) throw problem('not-found');
    const match = await this.db.one<sql.MatchRow>(sql.findMatch, [id.countyCode, id.id]);
    if (recheckOn !== null && verdict !== 'OPEN') throw problem('comparison.recheck-only-open');
    if (recheckOn !== null && recheckOn <= currentContext().today) throw problem('comparison.recheck-past');
    if (match.expired && verdict === 'TRUE' && match.list_name === null && match.list_id_no_masked === null) throw problem('comparison.evidence-gone');
    await this.db.query(sql.insertVerdict, [match.county_code, uuidV7(), match.village_code, match.register_code, match.match_key, match.id, verdict, reason.trim(), recheckOn]);
    if (match.expired && verdict !== 'TRUE') await this.db.query(sql.forgetMatch, [match.county_code, match.id]);
    return this.db.one<sql.MatchRow>(sql.findMatch, [id.countyCode, id.id]);
  }
}

/** Range of the reader's territory, or of a division in it. Without one nothing is in range. */
function territory(division?: string): { from: string; to: string } {
  const { scope } = currentContext().actor;
  if (scope === null) return { from: '', to: '' };
  if (division !== undefined && !contains(scope, division)) throw problem('comparison.division-outside');
  return codeRange(division ?? scope);
}

function lineAndId(cursor: string | undefined): [number | null, string | null] {
  const [line, id] = decodeCursor(cursor, ['number', 'string']) ?? [];
  if (line === undefined || id === undefined) return [null, null];
  if (!Number.isSafeInteger(line) || Math.abs(Number(line)) > 2_147_483_647 || !isUuid(String(id))) throw brokenCursor();
  return [Number(line), String(id)];
}

function dayAndId(cursor: string | undefined): [string | null, string | null] {
  const [day, id] = decodeCursor(cursor, ['string', 'string']) ?? [];
  if (day === undefined || id === undefined) return [null, null];
  if (!isCalendarDate(String(day)) || !isUuid(String(id))) throw brokenCursor();
  return [String(day), String(id)];
}

const brokenCursor = () => problem('validation', { fields: [{ field: 'cursor', faults: ['cursor'] }] });
