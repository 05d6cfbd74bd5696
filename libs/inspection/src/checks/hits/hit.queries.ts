import type { CheckSeverity, CheckValue, LocalText } from '#domain';

export const checkVerdicts = ['TRUE', 'FALSE_ALARM', 'OPEN'] as const;
export type CheckVerdict = (typeof checkVerdicts)[number];

/** A hit with what it shows and what was last said of it. */
export interface HitRow {
  readonly county_code: string;
  readonly id: string;
  readonly village_code: string;
  readonly check_code: string;
  readonly hit_key: string;
  readonly year: number;
  readonly subject: string;
  readonly household_id: string | null;
  readonly member_id: string | null;
  readonly subject_id: string | null;
  readonly vals: Readonly<Record<string, unknown>>;
  readonly first_seen_at: Date;
  readonly last_seen_at: Date;
  readonly gone_at: Date | null;
  readonly head_name: string | null;
  readonly household_code: string | null;
  readonly member_name: string | null;
  readonly check_name: LocalText;
  readonly severity: CheckSeverity;
  readonly check_version: number;
  readonly shown: readonly CheckValue[];
  readonly verdict: CheckVerdict | null;
  readonly reason: string | null;
  readonly decided_at: Date | null;
}

const select = `
select h.county_code, h.id, h.village_code, h.check_code, h.hit_key, h.year, h.subject, h.household_id, h.member_id, h.subject_id, h.vals, h.first_seen_at, h.last_seen_at, h.gone_at,
  o.head_name, o.household_code, m.name as member_name, v.name as check_name, v.severity, v.version as check_version, v.shown, n.verdict, n.reason, n.decided_at
from check_hit h
join check_version v on v.id = h.version_id
left join household o on o.county_code = h.county_code and o.id = h.household_id
left join member m on m.county_code = h.county_code and m.id = h.member_id
left join lateral (
  select d.verdict, d.reason, d.decided_at from check_verdict d
  where d.county_code = h.county_code and d.check_code = h.check_code and d.hit_key = h.hit_key
  order by d.id desc limit 1
) n on true`;

/**
 * Hits of check $1 in the villages $2 to $3. $4: found now (true), no longer (false), all (null). $5: with this newest verdict
 * ('OPEN' also for those nobody has judged). After village $6 and id $7, at most $8.
 */
export const hitsOfCheck = `${select}
where h.check_code = $1 and h.village_code >= $2 and h.village_code < $3
  and ($4::boolean is null or (h.gone_at is null) = $4) and ($5::text is null or coalesce(n.verdict, 'OPEN') = $5)
  and ($6::text is null or (h.village_code, h.id) > ($6::text, $7::uuid))
order by h.village_code, h.id limit $8`;

export const hitById = `${select}
where h.county_code = $1 and h.id = $2`;

/** Newest first. */
export const verdictsOfHit = `
select d.id, d.verdict, d.reason, d.decided_at, u.display_name as decided_by_name
from check_verdict d left join app_user u on u.id = d.decided_by
where d.county_code = $1 and d.check_code = $2 and d.hit_key = $3 order by d.id desc limit 100`;

export interface VerdictRow {
  readonly id: string;
  readonly verdict: CheckVerdict;
  readonly reason: string;
  readonly decided_at: Date;
  readonly decided_by_name: string | null;
}

/** $1 county, $2 id, $3 village, $4 check, $5 key, $6 verdict, $7 reason, $8 time. */
export const insertVerdict = `
insert into check_verdict (county_code, id, village_code, check_code, hit_key, verdict, reason, decided_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** A household of county $1 moved to village $3: its hits and verdicts go along. */
export const carryHits = `update check_hit h set village_code = $3 where h.county_code = $1 and h.household_id = $2 and h.village_code <> $3`;
export const carryVerdicts = `
update check_verdict v set village_code = $3 from check_hit h
where h.county_code = $1 and h.household_id = $2 and v.county_code = h.county_code and v.check_code = h.check_code and v.hit_key = h.hit_key and v.village_code <> $3`;
