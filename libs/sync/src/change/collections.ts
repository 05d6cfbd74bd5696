import { fieldsOf, type FieldEntity } from '#domain';
import { shownColumn } from '#households';

/**
 * What a village's devices hold, one statement for each kind of row, used alike for the whole village and for what changed.
 * $1 county, $2 village, $3 next transaction, $4 how many transactions back, $5 first year, $6 whether everything is sent (then
 * only what is open), $7 first day of visits. A row counts as changed when the transaction that wrote it is at most $4 back: the
 * system column xmin needs neither a log nor an index, and the village is a few hundred rows.
 */
const changed = (alias: string) => `(($3::bigint - ${alias}.xmin::text::bigint) & 4294967295) <= $4::bigint`;

/** Fields that no work in the field needs stay on the server. */
const keptBack = new Set(['household.bankAccountNo', 'household.bankName', 'household.bankAccountName', 'member.disabilityCertNo']);

/** `h.head_name as "headName", …`: sensitive fields in their masked form. Names come from the catalogue. */
function fields(entity: FieldEntity, alias: string, except: readonly string[] = []): string {
  return fieldsOf(entity)
    .filter((field) => !except.includes(field.key) && !keptBack.has(`${entity}.${field.key}`))
    .map((field) => `${alias}.${shownColumn(field)} as "${field.key}"`)
    .join(', ');
}

/** Parts of a case travel inside its row: a phone shows the case whole or not at all. */
const ofCase = (alias: string) => `${alias}.county_code = c.county_code and ${alias}.case_id = c.id`;
const ofClue = (alias: string) => `${alias}.county_code = c.county_code and ${alias}.clue_id = c.id`;
const inVillage = (alias: string) => `${alias}.county_code = $1 and ${alias}.village_code = $2`;

/** Rows of one household first, so that a pack reads like the village. */
export const collections = {
  households: `select h.id, h.version, h.head_name as "headName", h.member_count as "memberCount", h.ended_on as "endedOn", ${fields('household', 'h', ['villageCode'])}
    from household h where ${inVillage('h')} and ${changed('h')} order by h.id`,
  episodes: `select e.id, e.household_id as "householdId", e.sequence, e.entry_kind as "entryKind", e.entered_on as "enteredOn", e.status, e.exited_on as "exitedOn",
    e.not_entitled_on as "notEntitledOn", e.closed_on as "closedOn", e.version from episode e where ${inVillage('e')} and ${changed('e')} order by e.household_id, e.sequence`,
  members: `select m.id, m.household_id as "householdId", m.version, m.name_initials as "py", m.disability_cert_no_masked is not null as "hasDisabilityCertNo", ${fields('member', 'm')}
    from member m where ${inVillage('m')} and ${changed('m')} order by m.household_id, m.id`,
  years: `select y.household_id as "householdId", y.version, ${fields('householdYear', 'y')}
    from household_year y where ${inVillage('y')} and y.superseded_at is null and y.year >= $5::integer and ${changed('y')} order by y.household_id, y.year`,
  memberYears: `select y.household_id as "householdId", y.member_id as "memberId", y.version, ${fields('memberYear', 'y')}
    from member_year y where ${inVillage('y')} and y.superseded_at is null and y.year >= $5::integer and ${changed('y')} order by y.household_id, y.member_id, y.year`,
  comparisons: `select c.household_id as "householdId", c.year, c.version, c.has_public_payroll_member as "hasPublicPayrollMember", c.has_village_cadre as "hasVillageCadre",
    c.owns_car as "ownsCar", c.owns_commercial_property as "ownsCommercialProperty", c.owns_registered_firm as "ownsRegisteredFirm"
    from household_comparison c where ${inVillage('c')} and c.superseded_at is null and c.year >= $5::integer and ${changed('c')} order by c.household_id, c.year`,
  cases: `select c.id, c.household_id as "householdId", c.pack_code as "pack", c.pack_id as "packId", c.year, c.status, c.current_step as "step", c.entered_at as "enteredAt", c.due_on as "dueOn",
    c.assigned_name as "assignedTo", c.assigned_to as "assignedToId", c.started_by as "startedById", c.started_by_name as "startedBy", c.started_at as "startedAt", c.reason,
    c.open_objections as "openObjections", c.verdict, c.version,
    (select json_agg(json_build_object('userId', d.user_id, 'step', d.step) order by d.id) from case_duty d where ${ofCase('d')}) as "duties",
    (select json_agg(json_build_object('step', v.step, 'kind', v.kind, 'title', v.title, 'text', v.body, 'by', v.added_by_name, 'at', v.added_at) order by v.id) from case_evidence v
      where ${ofCase('v')}) as "evidence",
    (select json_agg(json_build_object('step', m.step, 'heldOn', m.held_on, 'place', m.place, 'convener', m.convener, 'entitled', m.entitled, 'present', m.present, 'inFavour', m.in_favour,
      'against', m.against, 'abstained', m.abstained, 'passed', m.passed, 'summary', m.summary, 'void', m.is_void) order by m.id) from review_meeting m where ${ofCase('m')}) as "meetings",
    (select json_agg(json_build_object('step', e.step, 'action', e.action, 'by', e.actor_name, 'role', e.actor_role, 'opinion', e.opinion, 'fields', e.fields, 'toStep', e.to_step, 'at', e.at) order by e.seq)
      from case_event e where ${ofCase('e')}) as "events"
    from case_file c
    where ${inVillage('c')} and (not $6::boolean or c.status in ('OPEN', 'DECIDED'))
      and (${changed('c')} or exists (select 1 from case_evidence w where w.county_code = c.county_code and w.case_id = c.id and ${changed('w')})) order by c.id`,
  notices: `select n.id, n.case_id as "caseId", n.household_id as "householdId", n.step, n.place, n.place_detail as "placeDetail", n.poster_name as "posterName", n.poster_village as "posterVillage",
    n.poster_head_count as "headCount", n.opened_on as "openedOn", n.min_days as "minDays", n.unit, n.start_day_counts as "startDayCounts", n.paused_days as "pausedDays",
    n.closes_on as "closesOn", n.closed_on as "closedOn", n.state, n.version,
    (select json_agg(json_build_object('id', o.id, 'statement', o.statement, 'objector', regexp_replace(o.objector, '([0-9]{3})[0-9]{4,}', '\\1****', 'g'), 'filedBy', o.filed_by_name, 'filedById', o.filed_by, 'filedOn', o.filed_on, 'state', o.state,
      'result', o.result, 'finding', o.finding, 'settledOn', o.settled_on) order by o.id) from objection o where o.county_code = n.county_code and o.notice_id = n.id) as "objections"
    from notice n
    where ${inVillage('n')} and (not $6::boolean or n.state in ('RUNNING', 'PAUSED')) and ${changed('n')} order by n.id`,
  tasks: `select t.id, t.household_id as "householdId", t.visit_id as "visitId", t.kind, t.description, t.due_on as "dueOn", t.status, t.owner_name as "ownerName", t.version
    from task t where ${inVillage('t')} and (not $6::boolean or t.status <> 'VERIFIED') and ${changed('t')} order by t.id`,
  clues: `select c.id, c.household_id as "householdId", c.kind, c.severity, c.description, c.status, c.reported_by_name as "reportedBy", c.reported_at as "reportedAt", c.version,
    (select json_build_object('reason', p.reason, 'by', p.paused_by_name, 'from', p.paused_on) from clue_pause p where ${ofClue('p')} and p.resumed_on is null) as "pause"
    from risk_clue c where ${inVillage('c')} and (not $6::boolean or c.status <> 'SETTLED')
      and (${changed('c')} or exists (select 1 from clue_pause w where ${ofClue('w')} and ${changed('w')})) order by c.id`,
  visits: `select v.id, v.household_id as "householdId", v.way, v.types, v.visited_on as "visitedOn", v.recorded_at as "recordedAt", v.visitor_name as "visitor", v.assurances,
    v.income_changes as "incomeChanges", v.needs, v.problems, v.notes, v.persons_met as "personsMet", v.corrects_id as "correctsId", v.correction_no as "correctionNo", v.attachment_ids as "attachmentIds"
    from visit v where ${inVillage('v')} and v.recorded_on >= $7::date and ${changed('v')} order by v.household_id, v.recorded_at, v.id`,
  assignments: `select a.id, a.household_id as "householdId", a.member_id as "memberId", a.measure_code as "measure", a.year, a.status, a.starts_on as "startsOn", a.ends_on as "endsOn",
    a.approved_amount_fen as "approvedAmount", a.aim, a.delivered_on as "deliveredOn", a.version from assignment a where ${inVillage('a')} and a.year >= $5::integer and ${changed('a')} order by a.household_id, a.id`,
  payments: `select p.id, p.household_id as "householdId", p.member_id as "memberId", p.measure_code as "measure", p.term, p.paid_on as "paidOn", p.amount_fen as "amount",
    p.reverses_id as "reversesId", p.reversed_by_id as "reversedById" from payment p where ${inVillage('p')} and p.paid_on >= make_date($5::integer, 1, 1) and ${changed('p')}
    order by p.household_id, p.id`,
  contested: `select c.id, c.household_id as "householdId", c.entity, c.entity_id as "entityId", c.year, c.field, c.base_value as "baseValue", c.recorded_value as "recordedValue",
    c.proposed_value as "proposedValue", c.proposed_by_name as "proposedBy", c.received_at as "receivedAt", c.status, c.choice, c.version
    from contested_field c where ${inVillage('c')} and (not $6::boolean or c.status = 'OPEN') and ${changed('c')} order by c.id`,
  villageYears: `select y.year, y.version, y.rural_resident_population as "ruralResidentPopulation" from village_year y
    where ${inVillage('y')} and y.superseded_at is null and y.year >= $5::integer and ${changed('y')} order by y.year`,
} as const;

/** Derived rows: when the village was computed again all of them are sent, so that a verdict that is gone is gone on the phone too. */
export const derived = {
  verdicts: `select v.household_id as "householdId", v.year, v.rule_code as "rule", v.verdict, v.leaves, v.rule_version_id as "ruleVersionId"
    from household_verdict v where ${inVillage('v')} and v.year >= $5::integer order by v.household_id, v.year, v.rule_code`,
  entitlements: `select e.household_id as "householdId", e.subject_id as "subjectId", e.year, e.met, e.unproven, e.receiving, e.lacking, e.improper, e.unanswered
    from entitlement e where ${inVillage('e')} order by e.household_id, e.subject_id`,
  villageVerdicts: `select v.year, v.rule_code as "rule", v.verdict, v.leaves, v.rule_version_id as "ruleVersionId" from village_verdict v
    where ${inVillage('v')} and v.year >= $5::integer order by v.year, v.rule_code`,
} as const;

const listed = (sql: string) => `coalesce((select json_agg(json_strip_nulls(to_json(r))) from (${sql}) r), '[]'::json)`;
const computedAgain = `exists (select 1 from recalculation_state s where ${inVillage('s')} and ${changed('s')})`;

/** The whole pack, or what changed, as JSON text in one statement: all collections of one moment. */
export const readPack = `
select json_build_object(${[
  ...Object.entries(collections).map(([name, sql]) => `'${name}', ${listed(sql)}`),
  ...Object.entries(derived).map(([name, sql]) => `'${name}', case when $6::boolean or ${computedAgain} then ${listed(sql)} end`),
  `'computedAt', (select s.computed_at from recalculation_state s where ${inVillage('s')})`,
  `'gone', ${listed(`select t.entity, t.entity_id as "id" from sync_tombstone t where ${inVillage('t')} and not $6::boolean and ${changed('t')}
    and not exists (select 1 from household h where h.county_code = t.county_code and h.id = t.entity_id and h.village_code = $2)`)}`,
].join(',\n')})::text as pack`;
