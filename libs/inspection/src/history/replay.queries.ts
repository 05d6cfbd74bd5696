const columns = `
  d.county_code, d.id, d.case_id, d.village_code, d.household_id, d.outcome, d.decided_on, d.decided_at, c.pack_id, c.pack_code, c.subject_kind, c.year,
  s.facts, s.members, s.parameters, s.rules, h.head_name
from case_decision d
join case_file c on c.county_code = d.county_code and c.id = d.case_id
left join case_snapshot s on s.county_code = d.county_code and s.id = d.snapshot_id
left join household h on h.county_code = d.county_code and h.id = d.household_id`;

/** $1 county, $2 case. */
export const decisionOfCase = `select ${columns} where d.county_code = $1 and d.case_id = $2`;

/**
 * Decisions of a territory in the order of their days. $1 from village, $2 to village, $3 procedure or null, $4 from day or null, $5 to day
 * or null, $6 and $7 and $8 cursor (county, day, id) or null, $9 limit.
 */
export const decisionsOf = `
select ${columns}
where d.village_code >= $1 and d.village_code < $2 and ($3::text is null or c.pack_code = $3) and ($4::date is null or d.decided_on >= $4) and ($5::date is null or d.decided_on <= $5)
  and ($6::text is null or (d.county_code, d.decided_on, d.id) > ($6, $7::date, $8::uuid))
order by d.county_code, d.decided_on, d.id limit $9`;

export interface DecidedRow {
  county_code: string;
  id: string;
  case_id: string;
  village_code: string;
  household_id: string | null;
  head_name: string | null;
  outcome: 'APPROVED' | 'REFUSED';
  decided_on: string;
  decided_at: Date;
  pack_id: string;
  pack_code: string;
  subject_kind: 'household' | 'village' | 'county';
  year: number;
  /** Null when the procedure looked at no facts, like all three below. */
  facts: Record<string, unknown> | null;
  /** Null in a snapshot from before persons and policy numbers were kept. */
  members: Record<string, unknown>[] | null;
  parameters: Record<string, number | null> | null;
  rules: { rule: string; ruleVersionId: string | null; verdict: 'met' | 'not_met' | 'unproven' }[] | null;
}
