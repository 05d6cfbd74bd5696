import { Injectable } from '@nestjs/common';
import { codeRange, contains, problem, replayRule, RULE_PARAMETERS, type CaseId, type FactValues, type LocalText, type ParameterValues, type ReplayGround, type RuleExplanation, type Verdict } from '#domain';
import { ParameterReader } from '#divisions';
import { RuleReader, type RuleVersionRow } from '#eligibility';
import { PackReader } from '#procedures';
import { currentContext, Db, decodeCursor, encodeCursor } from '#platform';
import * as sql from './replay.queries.js';

export interface ReplayedVersion {
  /** Null when no version of the rule is in force. */
  readonly version: number | null;
  readonly versionId: string | null;
  readonly verdict: Verdict;
  readonly explanation: RuleExplanation | null;
}

export interface RuleReplay {
  readonly rule: string;
  readonly name: LocalText;
  /** As it was recorded with the decision. */
  readonly recorded: Verdict;
  readonly thatDay: ReplayedVersion;
  readonly today: ReplayedVersion;
  /** Whether the procedure would have refused by this verdict. */
  readonly refusedThatDay: boolean;
  readonly refusedToday: boolean;
}

export interface DecisionReplay {
  readonly decision: sql.DecidedRow;
  /** Null when the decision rests on no facts. */
  readonly rules: readonly RuleReplay[] | null;
  /** The kept facts give what was recorded. False shows that a rule version or the snapshot was altered. */
  readonly agrees: boolean;
  /** The rules of today would refuse what was approved, or no longer forbid what was refused. */
  readonly flips: boolean;
}

export interface ReplayFilter {
  readonly division: string;
  readonly pack?: string;
  readonly from?: string;
  readonly to?: string;
  readonly cursor?: string;
}

export interface ReplayReport {
  readonly decisions: number;
  readonly withoutFacts: number;
  readonly disagreeing: number;
  readonly flips: readonly DecisionReplay[];
  /** Present when there are more decisions than one answer looks at. */
  readonly nextCursor: string | null;
}

const PAGE = 2_000;
const MOST = 20_000;

/**
 * Judges decisions once more: the facts that were kept with them by the rule versions of then, and by those in force today. Policy numbers
 * are those of the decision's year: as they were kept, and as they stand on record today.
 */
@Injectable()
export class DecisionReplays {
  constructor(
    private readonly db: Db,
    private readonly rules: RuleReader,
    private readonly packs: PackReader,
    private readonly parameters: ParameterReader,
  ) {}

  /** Throws `not-found` for a case outside the territory or without a decision. */
  async ofCase(id: CaseId): Promise<DecisionReplay> {
    const row = await this.db.maybeOne<sql.DecidedRow>(sql.decisionOfCase, [id.countyCode, id.id]);
    if (!row) throw problem('not-found');
    return this.replay(row, new Ground(this.rules, this.parameters, this.packs));
  }

  /** Which decisions would come out otherwise today. Throws `history.division-outside`. */
  async flips({ division, pack, from, to, cursor }: ReplayFilter): Promise<ReplayReport> {
    const { scope } = currentContext().actor;
    if (scope === null || !contains(scope, division)) throw problem('history.division-outside');
    const range = codeRange(division);
    const ground = new Ground(this.rules, this.parameters, this.packs);
    const found: DecisionReplay[] = [];
    const counts = { decisions: 0, withoutFacts: 0, disagreeing: 0 };
    let after = decodeCursor(cursor, ['string', 'string', 'string']) ?? null;
    for (;;) {
      const rows = await this.db.query<sql.DecidedRow>(sql.decisionsOf, [range.from, range.to, pack ?? null, from ?? null, to ?? null, ...(after ?? [null, null, null]), PAGE]);
      for (const row of rows) {
        const replay = await this.replay(row, ground);
        counts.decisions += 1;
        if (replay.rules === null) counts.withoutFacts += 1;
        if (!replay.agrees) counts.disagreeing += 1;
        if (replay.flips || !replay.agrees) found.push(replay);
      }
      const last = rows.at(-1);
      if (rows.length < PAGE || !last) return { ...counts, flips: found, nextCursor: null };
      after = [last.county_code, last.decided_on, last.id];
      if (counts.decisions >= MOST) return { ...counts, flips: found, nextCursor: encodeCursor(after) };
    }
  }

  private async replay(decision: sql.DecidedRow, ground: Ground): Promise<DecisionReplay> {
    const { facts, members, parameters, rules } = decision;
    if (facts === null || rules === null) return { decision, rules: null, agrees: true, flips: false };
    // Facts were written by the fact catalogue and come back as they went in.
    const kept: ReplayGround = { level: decision.subject_kind, facts: facts as FactValues, members: members as FactValues[] | null, parameters };
    const { today } = currentContext();
    const current: ReplayGround = { ...kept, parameters: await ground.parametersOf(decision.county_code, decision.year) };
    const replayed: RuleReplay[] = [];
    for (const { rule, ruleVersionId, verdict } of rules) {
      const then = ruleVersionId === null ? null : await ground.version(ruleVersionId);
      const now = await ground.inForce(rule, today);
      const refuseWhen = await ground.refuseWhen(decision.pack_id, rule);
      const thatDay = judged(then, kept);
      const answer = judged(now, current);
      replayed.push({
        rule, name: (now ?? then)?.name ?? { zh: rule, en: rule }, recorded: verdict, thatDay, today: answer, refusedThatDay: refuseWhen.includes(verdict), refusedToday: refuseWhen.includes(answer.verdict),
      });
    }
    return { decision, rules: replayed, agrees: replayed.every((one) => one.thatDay.verdict === one.recorded || !isWhole(kept)), flips: flipped(decision, replayed) };
  }
}

/** A snapshot from before persons and policy numbers were kept can leave a rule unproven that was proven then. */
function isWhole({ members, parameters }: ReplayGround): boolean {
  return members !== null && parameters !== null;
}

function judged(version: RuleVersionRow | null, ground: ReplayGround): ReplayedVersion {
  if (!version) return { version: null, versionId: null, verdict: 'unproven', explanation: null };
  return { version: version.version, versionId: version.id, ...replayRule(version.expression, ground) };
}

function flipped({ outcome }: sql.DecidedRow, rules: readonly RuleReplay[]): boolean {
  if (outcome === 'APPROVED') return rules.some((rule) => rule.refusedToday);
  return rules.some((rule) => rule.refusedThatDay) && rules.every((rule) => !rule.refusedToday);
}

/** What many decisions have in common, looked up once. */
class Ground {
  private readonly versions = new Map<string, Promise<RuleVersionRow>>();
  private readonly current = new Map<string, Promise<RuleVersionRow | null>>();
  private readonly values = new Map<string, Promise<ParameterValues>>();
  private readonly needs = new Map<string, Promise<readonly string[]>>();

  constructor(
    private readonly rules: RuleReader,
    private readonly parameters: ParameterReader,
    private readonly packs: PackReader,
  ) {}

  version(id: string): Promise<RuleVersionRow> {
    return once(this.versions, id, () => this.rules.byId(id));
  }

  inForce(rule: string, on: string): Promise<RuleVersionRow | null> {
    return once(this.current, rule, () => this.rules.effective(rule, on));
  }

  parametersOf(county: string, year: number): Promise<ParameterValues> {
    return once(this.values, `${county} ${year}`, () => this.parameters.values(RULE_PARAMETERS.map(({ name }) => name), { year, division: county, on: `${year}-12-31` }));
  }

  /** By the version of the procedure by which the case ran. */
  refuseWhen(packId: string, rule: string): Promise<readonly string[]> {
    return once(this.needs, `${packId} ${rule}`, async () => (await this.packs.byVersion(packId)).rules.find((need) => need.rule === rule)?.refuseWhen ?? []);
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, look: () => Promise<T>): Promise<T> {
  const found = known.get(key);
  if (found) return found;
  const asked = look();
  known.set(key, asked);
  return asked;
}
