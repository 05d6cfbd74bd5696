export interface DossierRow {
  id: string;
  sequence: number;
  body: string;
  sha256: string;
  sealed_at: Date;
}
export interface DecisionRow {
  outcome: 'APPROVED' | 'REFUSED';
  step: string;
  decided_by: string;
  decided_by_name: string;
  role: string;
  unit: string;
  opinion: string | null;
  facts_hash: string | null;
  decided_on: string;
  decided_at: Date;
}

/** The newest seal of a case, or the one of a sequence. $1 county, $2 case, $3 sequence or null. */
export const sealOf = `
select d.id, d.sequence, d.body, d.sha256, d.sealed_at from dossier d
where d.county_code = $1 and d.case_id = $2 and ($3::integer is null or d.sequence = $3) order by d.sequence desc limit 1`;
export const insertDossier = `insert into dossier select r.* from jsonb_populate_record(null::dossier, $1::jsonb) r`;
export const decisionOf = `
select d.outcome, d.step, d.decided_by, d.decided_by_name, d.role, d.unit, d.opinion, d.facts_hash, d.decided_on, d.decided_at
from case_decision d where d.county_code = $1 and d.case_id = $2`;
