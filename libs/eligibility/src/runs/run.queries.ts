export interface RunRow {
  county_code: string;
  id: string;
  kind: 'CHANGES' | 'WHOLE' | 'PROOF';
  cause: string;
  started_at: Date;
  duration_ms: number;
  villages: number;
  households: number;
  years: number[];
  rule_versions: string[];
  facts_changed: number;
  facts_unchanged: number;
  verdicts_changed: number;
  parked: number;
  differences: number | null;
}

const columns = `r.county_code, r.id, r.kind, r.cause, r.started_at, r.duration_ms, r.villages, r.households, r.years, r.rule_versions, r.facts_changed, r.facts_unchanged,
  r.verdicts_changed, r.parked, r.differences`;

/** Newest runs of the counties $1, before run $2 when given, of kind $3 when given; $4 rows. One probe a county, however many runs there are. */
export const runs = `
select r.* from unnest($1::text[]) c(code)
cross join lateral (
  select ${columns} from recalculation_run r
  where r.county_code = c.code and ($2::uuid is null or r.id < $2) and ($3::text is null or r.kind = $3)
  order by r.id desc limit $4
) r
order by r.id desc limit $4`;

export const runExists = `select r.id from recalculation_run r where r.county_code = $1 and r.id = $2`;

/** Differences that a proof found. $1 county, $2 run. */
export const differencesOfRun = `
select d.village_code, d.relation, d.row_key, d.stored, d.recomputed from recalculation_difference d
where d.county_code = $1 and d.run_id = $2 order by d.id limit 200`;

export interface ParkedRow {
  county_code: string;
  village_code: string;
  name: string | null;
  sqlstate: string;
  message: string;
  parked_at: Date;
}
export const parkedVillages = `
select p.county_code, p.village_code, d.name, p.sqlstate, p.message, p.parked_at from parked_village p
left join division d on d.code = p.village_code order by p.county_code, p.village_code limit 500`;
