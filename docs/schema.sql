-- The schema as the migrations make it. Written by npm run schema, never by hand.

create table app.case_table (
  name text not null,
  audited boolean not null,
  dirty boolean not null,
  deletable boolean not null,
  note text
);
alter table app.case_table add constraint case_table_pkey PRIMARY KEY (name);
grant select on app.case_table to bangfu_app;

create table app.reference_table (
  name text not null,
  audited boolean not null,
  note text
);
alter table app.reference_table add constraint reference_table_pkey PRIMARY KEY (name);
grant select on app.reference_table to bangfu_app;

create table public.app_user (
  id uuid not null,
  username text collate "C" not null,
  display_name text not null,
  password_hash text not null,
  status text not null default 'ACTIVE'::text,
  password_changed_at timestamp with time zone not null default now(),
  version integer not null default 1,
  created_at timestamp with time zone not null default now()
);
alter table app_user add constraint app_user_pkey PRIMARY KEY (id);
alter table app_user add constraint app_user_status_check CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'DISABLED'::text])));
alter table app_user add constraint app_user_username UNIQUE (username);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.app_user FOR EACH ROW EXECUTE FUNCTION app.audit_reference('app_user', 'password_hash', 'id');
grant insert, select, update on app_user to bangfu_app;

create table public.area_decision (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  year smallint not null,
  outcome text not null,
  decided_on date not null,
  case_id uuid,
  note text,
  created_at timestamp with time zone not null default app.now()
);
alter table area_decision add constraint area_decision_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table area_decision add constraint area_decision_outcome_check CHECK ((outcome = ANY (ARRAY['EXITED'::text, 'NOT_EXITED'::text])));
alter table area_decision add constraint area_decision_pk PRIMARY KEY (county_code, id);
alter table area_decision add constraint area_decision_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table area_decision add constraint area_decision_year_check CHECK (((year >= 2000) AND (year <= 2100)));
CREATE INDEX area_decision_latest ON public.area_decision USING btree (county_code, village_code, year, decided_on, id);
alter table public.area_decision enable row level security;
alter table public.area_decision force row level security;
create policy territory on area_decision as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.area_decision REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('area_decision');
CREATE TRIGGER audit_insert AFTER INSERT ON public.area_decision REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('area_decision');
CREATE TRIGGER audit_update AFTER UPDATE ON public.area_decision REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('area_decision');
CREATE TRIGGER dirty_delete AFTER DELETE ON public.area_decision REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_old('area_decision');
CREATE TRIGGER dirty_insert AFTER INSERT ON public.area_decision REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_new('area_decision');
CREATE TRIGGER dirty_update AFTER UPDATE ON public.area_decision REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_both('area_decision');
grant insert, select on area_decision to bangfu_app;

create table public.assessment (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  year smallint not null,
  kind text not null,
  sampled integer not null,
  found integer not null,
  assessed_on date not null,
  assessor text not null,
  document text,
  created_at timestamp with time zone not null default app.now(),
  created_by uuid not null default app.actor()
);
alter table assessment add constraint assessment_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table assessment add constraint assessment_found CHECK ((found <= sampled));
alter table assessment add constraint assessment_found_check CHECK ((found >= 0));
alter table assessment add constraint assessment_kind_check CHECK ((kind = ANY (ARRAY['MISSED'::text, 'WRONG_EXIT'::text, 'APPROVAL'::text])));
alter table assessment add constraint assessment_pk PRIMARY KEY (county_code, id);
alter table assessment add constraint assessment_sampled_check CHECK ((sampled > 0));
alter table assessment add constraint assessment_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table assessment add constraint assessment_year_check CHECK (((year >= 2000) AND (year <= 2100)));
CREATE INDEX assessment_latest ON public.assessment USING btree (county_code, year, kind, assessed_on, id);
alter table public.assessment enable row level security;
alter table public.assessment force row level security;
create policy territory on assessment as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.assessment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('assessment');
CREATE TRIGGER audit_insert AFTER INSERT ON public.assessment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('assessment');
CREATE TRIGGER audit_update AFTER UPDATE ON public.assessment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('assessment');
CREATE TRIGGER dirty_delete AFTER DELETE ON public.assessment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_old('assessment');
CREATE TRIGGER dirty_insert AFTER INSERT ON public.assessment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_new('assessment');
CREATE TRIGGER dirty_update AFTER UPDATE ON public.assessment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_both('assessment');
grant insert, select on assessment to bangfu_app;

create table public.asset (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  code text collate "C" not null,
  name text not null,
  ledger text not null,
  project_id uuid,
  household_id uuid,
  value_fen bigint not null,
  acquired_on date not null,
  owner_kind text not null,
  owner_name text not null,
  operator_name text,
  maintainer_name text,
  contract_no text,
  contract_from date,
  contract_to date,
  status text not null,
  status_reason text,
  version integer not null default 1,
  created_at timestamp with time zone not null default app.now(),
  updated_at timestamp with time zone not null default app.now()
);
alter table asset add constraint asset_code_once UNIQUE (county_code, code);
alter table asset add constraint asset_contract CHECK ((contract_from <= contract_to));
alter table asset add constraint asset_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table asset add constraint asset_household_ledger CHECK (((ledger = 'HOUSEHOLD'::text) = (household_id IS NOT NULL)));
alter table asset add constraint asset_ledger_check CHECK ((ledger = ANY (ARRAY['PUBLIC_WELFARE'::text, 'OPERATING'::text, 'HOUSEHOLD'::text])));
alter table asset add constraint asset_owner_kind_check CHECK ((owner_kind = ANY (ARRAY['STATE'::text, 'COLLECTIVE'::text, 'HOUSEHOLD'::text])));
alter table asset add constraint asset_pk PRIMARY KEY (county_code, id);
alter table asset add constraint asset_status_check CHECK ((status = ANY (ARRAY['IN_USE'::text, 'IDLE'::text, 'DAMAGED'::text, 'DISPOSED'::text])));
alter table asset add constraint asset_value_fen_check CHECK ((value_fen >= 0));
alter table asset add constraint asset_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table asset add constraint asset_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
alter table asset add constraint asset_project FOREIGN KEY (county_code, project_id) REFERENCES project(county_code, id);
CREATE INDEX asset_village ON public.asset USING btree (village_code);
alter table public.asset enable row level security;
alter table public.asset force row level security;
create policy territory on asset as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.asset REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('asset');
CREATE TRIGGER audit_insert AFTER INSERT ON public.asset REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('asset');
CREATE TRIGGER audit_update AFTER UPDATE ON public.asset REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('asset');
grant insert, select, update on asset to bangfu_app;

create table public.asset_distribution (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  asset_id uuid not null,
  yield_id uuid not null,
  household_id uuid not null,
  amount_fen bigint not null,
  paid_on date not null,
  recorded_by uuid not null default app.actor(),
  created_at timestamp with time zone not null default app.now()
);
alter table asset_distribution add constraint asset_distribution_amount_fen_check CHECK ((amount_fen > 0));
alter table asset_distribution add constraint asset_distribution_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table asset_distribution add constraint asset_distribution_once UNIQUE (county_code, yield_id, household_id);
alter table asset_distribution add constraint asset_distribution_pk PRIMARY KEY (county_code, id);
alter table asset_distribution add constraint asset_distribution_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table asset_distribution add constraint asset_distribution_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
alter table asset_distribution add constraint asset_distribution_yield FOREIGN KEY (county_code, yield_id) REFERENCES asset_yield(county_code, id);
CREATE INDEX asset_distribution_of_household ON public.asset_distribution USING btree (county_code, household_id);
alter table public.asset_distribution enable row level security;
alter table public.asset_distribution force row level security;
create policy territory on asset_distribution as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.asset_distribution REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('asset_distribution');
CREATE TRIGGER audit_insert AFTER INSERT ON public.asset_distribution REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('asset_distribution');
CREATE TRIGGER audit_update AFTER UPDATE ON public.asset_distribution REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('asset_distribution');
grant insert, select, update on asset_distribution to bangfu_app;

create table public.asset_yield (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  asset_id uuid not null,
  year smallint not null,
  amount_fen bigint not null,
  note text,
  version integer not null default 1,
  recorded_by uuid not null default app.actor(),
  created_at timestamp with time zone not null default app.now()
);
alter table asset_yield add constraint asset_yield_amount_fen_check CHECK ((amount_fen >= 0));
alter table asset_yield add constraint asset_yield_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table asset_yield add constraint asset_yield_pk PRIMARY KEY (county_code, id);
alter table asset_yield add constraint asset_yield_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table asset_yield add constraint asset_yield_year UNIQUE (county_code, asset_id, year);
alter table asset_yield add constraint asset_yield_year_check CHECK (((year >= 2000) AND (year <= 2100)));
alter table asset_yield add constraint asset_yield_asset FOREIGN KEY (county_code, asset_id) REFERENCES asset(county_code, id);
alter table public.asset_yield enable row level security;
alter table public.asset_yield force row level security;
create policy territory on asset_yield as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.asset_yield REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('asset_yield');
CREATE TRIGGER audit_insert AFTER INSERT ON public.asset_yield REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('asset_yield');
CREATE TRIGGER audit_update AFTER UPDATE ON public.asset_yield REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('asset_yield');
grant insert, select, update on asset_yield to bangfu_app;

create table public.assignment (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  member_id uuid,
  measure_code text collate "C" not null,
  measure_version_id uuid,
  plan_id uuid,
  project_id uuid,
  year smallint not null,
  status text not null,
  starts_on date,
  ends_on date,
  aim text,
  planned_amount_fen bigint,
  approved_amount_fen bigint,
  planned_by uuid not null default app.actor(),
  decided_by uuid,
  decided_on date,
  decision_reason text,
  delivered_on date,
  delivered_by text,
  evidence text[] not null default '{}'::text[],
  closed_on date,
  outcome text,
  version integer not null default 1,
  created_at timestamp with time zone not null default app.now(),
  updated_at timestamp with time zone not null default app.now()
);
alter table assignment add constraint assignment_approved_amount_fen_check CHECK ((approved_amount_fen >= 0));
alter table assignment add constraint assignment_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table assignment add constraint assignment_dates CHECK ((starts_on <= ends_on));
alter table assignment add constraint assignment_four_eyes CHECK (((decided_by IS NULL) OR (status = 'CANCELLED'::text) OR (decided_by <> planned_by)));
alter table assignment add constraint assignment_pk PRIMARY KEY (county_code, id);
alter table assignment add constraint assignment_planned_amount_fen_check CHECK ((planned_amount_fen >= 0));
alter table assignment add constraint assignment_status_check CHECK ((status = ANY (ARRAY['PLANNED'::text, 'APPROVED'::text, 'REFUSED'::text, 'DELIVERED'::text, 'CLOSED'::text, 'CANCELLED'::text])));
alter table assignment add constraint assignment_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table assignment add constraint assignment_year_check CHECK (((year >= 2000) AND (year <= 2100)));
alter table assignment add constraint assignment_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
alter table assignment add constraint assignment_member FOREIGN KEY (county_code, member_id) REFERENCES member(county_code, id);
alter table assignment add constraint assignment_plan FOREIGN KEY (county_code, plan_id) REFERENCES help_plan(county_code, id);
alter table assignment add constraint assignment_project FOREIGN KEY (county_code, project_id) REFERENCES project(county_code, id);
CREATE INDEX assignment_of_household ON public.assignment USING btree (county_code, household_id);
CREATE INDEX assignment_project_idx ON public.assignment USING btree (county_code, project_id) WHERE (project_id IS NOT NULL);
CREATE INDEX assignment_village ON public.assignment USING btree (village_code, status);
CREATE UNIQUE INDEX assignment_open_once ON public.assignment USING btree (county_code, household_id, measure_code, year, member_id) NULLS NOT DISTINCT WHERE (status <> ALL (ARRAY['REFUSED'::text, 'CANCELLED'::text]));
alter table public.assignment enable row level security;
alter table public.assignment force row level security;
create policy territory on assignment as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.assignment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('assignment');
CREATE TRIGGER audit_insert AFTER INSERT ON public.assignment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('assignment');
CREATE TRIGGER audit_update AFTER UPDATE ON public.assignment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('assignment');
CREATE TRIGGER dirty_delete AFTER DELETE ON public.assignment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_old('household');
CREATE TRIGGER dirty_insert AFTER INSERT ON public.assignment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_new('household');
CREATE TRIGGER dirty_update AFTER UPDATE ON public.assignment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_both('household');
grant insert, select, update on assignment to bangfu_app;

create table public.attachment (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid,
  kind text not null,
  state text not null default 'UPLOADING'::text,
  mime text not null,
  bytes bigint not null,
  sha256 text not null,
  file_name text,
  taken_at timestamp with time zone,
  subject_kind text,
  subject_id uuid,
  kept_mime text,
  kept_bytes bigint,
  kept_sha256 text,
  width integer,
  height integer,
  refusal jsonb,
  uploaded_by uuid not null default app.actor(),
  announced_at timestamp with time zone not null default app.now(),
  ended_at timestamp with time zone
);
alter table attachment add constraint attachment_bytes_check CHECK ((bytes > 0));
alter table attachment add constraint attachment_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table attachment add constraint attachment_kept CHECK (((state = 'READY'::text) = ((kept_mime IS NOT NULL) AND (kept_bytes IS NOT NULL) AND (kept_sha256 IS NOT NULL))));
alter table attachment add constraint attachment_kept_sha256_check CHECK ((kept_sha256 ~ '^[0-9a-f]{64}$'::text));
alter table attachment add constraint attachment_kind_check CHECK ((kind ~ '^[a-z][a-z_]{1,40}$'::text));
alter table attachment add constraint attachment_pk PRIMARY KEY (county_code, id);
alter table attachment add constraint attachment_refused CHECK (((state = 'REFUSED'::text) = (refusal IS NOT NULL)));
alter table attachment add constraint attachment_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));
alter table attachment add constraint attachment_state_check CHECK ((state = ANY (ARRAY['UPLOADING'::text, 'READY'::text, 'REFUSED'::text])));
alter table attachment add constraint attachment_subject CHECK (((subject_kind IS NULL) = (subject_id IS NULL)));
alter table attachment add constraint attachment_subject_kind_check CHECK ((subject_kind ~ '^[a-z][a-z_]{1,40}$'::text));
alter table attachment add constraint attachment_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table attachment add constraint attachment_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
CREATE INDEX attachment_file ON public.attachment USING btree (county_code, kept_sha256) WHERE (kept_sha256 IS NOT NULL);
CREATE INDEX attachment_list ON public.attachment USING btree (village_code, id);
CREATE INDEX attachment_of_household ON public.attachment USING btree (county_code, household_id, id) WHERE (household_id IS NOT NULL);
CREATE INDEX attachment_of_subject ON public.attachment USING btree (subject_id, id) WHERE (subject_id IS NOT NULL);
CREATE INDEX attachment_open ON public.attachment USING btree (uploaded_by, id) WHERE (state = 'UPLOADING'::text);
CREATE INDEX attachment_same ON public.attachment USING btree (county_code, sha256);
alter table public.attachment enable row level security;
alter table public.attachment force row level security;
create policy of_inspection on attachment as restrictive for all to public using ((subject_kind IS DISTINCT FROM 'sample'::text) OR (uploaded_by = ( SELECT app.actor() AS actor)) OR (( SELECT app.actor_role() AS actor_role) = ANY (ARRAY['inspector'::text, 'system'::text])));
create policy territory on attachment as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.attachment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('attachment');
CREATE TRIGGER audit_insert AFTER INSERT ON public.attachment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('attachment');
CREATE TRIGGER audit_update AFTER UPDATE ON public.attachment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('attachment');
grant delete, insert, select, update on attachment to bangfu_app;

create table public.attachment_chunk (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  attachment_id uuid not null,
  start_byte bigint not null,
  bytes integer not null,
  sha256 text not null
);
alter table attachment_chunk add constraint attachment_chunk_bytes_check CHECK ((bytes > 0));
alter table attachment_chunk add constraint attachment_chunk_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table attachment_chunk add constraint attachment_chunk_pk PRIMARY KEY (county_code, id);
alter table attachment_chunk add constraint attachment_chunk_place UNIQUE (county_code, attachment_id, start_byte);
alter table attachment_chunk add constraint attachment_chunk_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));
alter table attachment_chunk add constraint attachment_chunk_start_byte_check CHECK ((start_byte >= 0));
alter table attachment_chunk add constraint attachment_chunk_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table attachment_chunk add constraint attachment_chunk_of FOREIGN KEY (county_code, attachment_id) REFERENCES attachment(county_code, id);
alter table public.attachment_chunk enable row level security;
alter table public.attachment_chunk force row level security;
create policy territory on attachment_chunk as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant delete, insert, select, update on attachment_chunk to bangfu_app;

create table public.attachment_use (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  attachment_id uuid not null,
  used_by text not null,
  used_by_id uuid not null,
  used_at timestamp with time zone not null default app.now()
);
alter table attachment_use add constraint attachment_use_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table attachment_use add constraint attachment_use_once UNIQUE (county_code, attachment_id, used_by, used_by_id);
alter table attachment_use add constraint attachment_use_pk PRIMARY KEY (county_code, id);
alter table attachment_use add constraint attachment_use_used_by_check CHECK ((used_by ~ '^[a-z][a-z_]{1,40}$'::text));
alter table attachment_use add constraint attachment_use_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table attachment_use add constraint attachment_use_of FOREIGN KEY (county_code, attachment_id) REFERENCES attachment(county_code, id);
alter table public.attachment_use enable row level security;
alter table public.attachment_use force row level security;
create policy territory on attachment_use as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.attachment_use REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('attachment_use');
CREATE TRIGGER audit_insert AFTER INSERT ON public.attachment_use REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('attachment_use');
CREATE TRIGGER audit_update AFTER UPDATE ON public.attachment_use REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('attachment_use');
grant insert, select, update on attachment_use to bangfu_app;

create table public.audit_anchor (
  county_code text collate "C" not null,
  seq bigint not null,
  hash bytea not null,
  anchored_at timestamp with time zone not null default clock_timestamp()
);
alter table audit_anchor add constraint audit_anchor_pk PRIMARY KEY (county_code, seq);
alter table public.audit_anchor enable row level security;
alter table public.audit_anchor force row level security;
create policy sealing on audit_anchor as permissive for all to public using ((CURRENT_USER = 'bangfu_owner'::name) OR (( SELECT app.audit_scope_from() AS audit_scope_from) IS NOT NULL));
grant select on audit_anchor to bangfu_app;

create table public.audit_head (
  county_code text collate "C" not null,
  seq bigint not null,
  hash bytea not null,
  boundary xid8 not null
);
alter table audit_head add constraint audit_head_pkey PRIMARY KEY (county_code);
alter table public.audit_head enable row level security;
alter table public.audit_head force row level security;
create policy sealing on audit_head as permissive for all to public using ((CURRENT_USER = 'bangfu_owner'::name) OR (( SELECT app.audit_scope_from() AS audit_scope_from) IS NOT NULL));
grant select on audit_head to bangfu_app;

create table public.audit_log (
  county_code text collate "C" not null,
  id uuid not null,
  recorded_on date not null,
  village_code text collate "C" not null,
  at timestamp with time zone not null,
  xid xid8 not null default pg_current_xact_id(),
  actor_id uuid not null,
  actor_role text not null,
  request_id text,
  op text not null,
  table_name text not null,
  row_id text not null,
  household_id uuid,
  payload text not null
) partition by RANGE (recorded_on);
alter table audit_log add constraint audit_log_pk PRIMARY KEY (county_code, id, recorded_on);
CREATE INDEX audit_log_household ON ONLY public.audit_log USING btree (county_code, household_id, id) WHERE (household_id IS NOT NULL);
CREATE INDEX audit_log_request ON ONLY public.audit_log USING btree (county_code, request_id);
CREATE INDEX audit_log_row ON ONLY public.audit_log USING btree (county_code, table_name, row_id, id);
CREATE INDEX audit_log_unsealed ON ONLY public.audit_log USING btree (county_code, xid);
alter table public.audit_log enable row level security;
alter table public.audit_log force row level security;
create policy territory on audit_log as permissive for select to public using ((village_code >= ( SELECT app.audit_scope_from() AS audit_scope_from)) AND (village_code < ( SELECT app.audit_scope_to() AS audit_scope_to)));
create policy writes on audit_log as permissive for insert to public with check (CURRENT_USER = 'bangfu_owner'::name);
grant select on audit_log to bangfu_app;

create table public.audit_log_2025 partition of audit_log FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

create table public.audit_log_2026 partition of audit_log FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

create table public.audit_log_2027 partition of audit_log FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');

create table public.audit_log_2028 partition of audit_log FOR VALUES FROM ('2028-01-01') TO ('2029-01-01');

create table public.audit_log_2029 partition of audit_log FOR VALUES FROM ('2029-01-01') TO ('2030-01-01');

create table public.audit_log_2030 partition of audit_log FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');

create table public.audit_log_2031 partition of audit_log FOR VALUES FROM ('2031-01-01') TO ('2032-01-01');

create table public.audit_log_2032 partition of audit_log FOR VALUES FROM ('2032-01-01') TO ('2033-01-01');

create table public.audit_log_default partition of audit_log DEFAULT;

create table public.audit_seal (
  county_code text collate "C" not null,
  seq bigint not null,
  audit_id uuid not null,
  recorded_on date not null,
  hash bytea not null,
  sealed_at timestamp with time zone not null default clock_timestamp()
);
alter table audit_seal add constraint audit_seal_once UNIQUE (county_code, audit_id);
alter table audit_seal add constraint audit_seal_pk PRIMARY KEY (county_code, seq);
alter table public.audit_seal enable row level security;
alter table public.audit_seal force row level security;
create policy sealing on audit_seal as permissive for all to public using ((CURRENT_USER = 'bangfu_owner'::name) OR (( SELECT app.audit_scope_from() AS audit_scope_from) IS NOT NULL));
grant select on audit_seal to bangfu_app;

create table public.care_adjudication (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  register_code text collate "C" not null,
  finding_key text collate "C" not null,
  finding_id uuid not null,
  decision text not null,
  reason text not null,
  decided_at timestamp with time zone not null default app.now(),
  decided_by uuid not null default app.actor()
);
alter table care_adjudication add constraint care_adjudication_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table care_adjudication add constraint care_adjudication_decision_check CHECK ((decision = ANY (ARRAY['OURS_RIGHT'::text, 'LIST_RIGHT'::text, 'NOT_THE_SAME'::text, 'FOLLOW_UP'::text])));
alter table care_adjudication add constraint care_adjudication_pk PRIMARY KEY (county_code, id);
alter table care_adjudication add constraint care_adjudication_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table care_adjudication add constraint care_adjudication_finding FOREIGN KEY (county_code, finding_id) REFERENCES care_finding(county_code, id);
CREATE INDEX care_adjudication_key ON public.care_adjudication USING btree (county_code, register_code, finding_key, decided_at);
alter table public.care_adjudication enable row level security;
alter table public.care_adjudication force row level security;
create policy territory on care_adjudication as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.care_adjudication REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('care_adjudication');
CREATE TRIGGER audit_insert AFTER INSERT ON public.care_adjudication REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('care_adjudication');
CREATE TRIGGER audit_update AFTER UPDATE ON public.care_adjudication REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('care_adjudication');
grant insert, select on care_adjudication to bangfu_app;

create table public.care_comparison (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  register_code text collate "C" not null,
  division_code text collate "C" not null,
  department text not null,
  purpose_code text not null,
  purpose text not null,
  list_on date not null,
  file_name text,
  rows integer not null,
  rows_unusable integer not null default 0,
  matched integer not null default 0,
  not_ours integer not null default 0,
  created_at timestamp with time zone not null default app.now(),
  created_by uuid not null default app.actor(),
  expires_on date not null,
  rows_deleted_at timestamp with time zone
);
alter table care_comparison add constraint care_comparison_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table care_comparison add constraint care_comparison_pk PRIMARY KEY (county_code, id);
alter table care_comparison add constraint care_comparison_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table public.care_comparison enable row level security;
alter table public.care_comparison force row level security;
create policy territory on care_comparison as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.care_comparison REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('care_comparison');
CREATE TRIGGER audit_insert AFTER INSERT ON public.care_comparison REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('care_comparison');
CREATE TRIGGER audit_update AFTER UPDATE ON public.care_comparison REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('care_comparison');
grant insert, select, update on care_comparison to bangfu_app;

create table public.care_contact (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  entry_id uuid not null,
  register_code text collate "C" not null,
  household_id uuid not null,
  member_id uuid,
  contacted_on date not null,
  way text not null,
  met text,
  found text not null,
  needs_help boolean not null,
  contracted boolean,
  recorded_at timestamp with time zone not null default app.now(),
  recorded_by uuid not null default app.actor()
);
alter table care_contact add constraint care_contact_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table care_contact add constraint care_contact_pk PRIMARY KEY (county_code, id);
alter table care_contact add constraint care_contact_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table care_contact add constraint care_contact_way_check CHECK ((way = ANY (ARRAY['VISIT'::text, 'PHONE'::text, 'VIDEO'::text, 'OTHER'::text])));
alter table care_contact add constraint care_contact_entry FOREIGN KEY (county_code, entry_id) REFERENCES care_entry(county_code, id);
CREATE INDEX care_contact_person ON public.care_contact USING btree (county_code, household_id, contacted_on);
alter table public.care_contact enable row level security;
alter table public.care_contact force row level security;
create policy territory on care_contact as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.care_contact REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('care_contact');
CREATE TRIGGER audit_insert AFTER INSERT ON public.care_contact REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('care_contact');
CREATE TRIGGER audit_update AFTER UPDATE ON public.care_contact REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('care_contact');
grant insert, select on care_contact to bangfu_app;
grant update (village_code) on care_contact to bangfu_app;

create table public.care_entry (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  register_code text collate "C" not null,
  household_id uuid not null,
  member_id uuid,
  verdict text not null,
  leaves text not null,
  year smallint not null,
  version_id uuid not null,
  since date not null,
  until date
);
alter table care_entry add constraint care_entry_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table care_entry add constraint care_entry_dates CHECK ((until >= since));
alter table care_entry add constraint care_entry_pk PRIMARY KEY (county_code, id);
alter table care_entry add constraint care_entry_verdict_check CHECK ((verdict = ANY (ARRAY['met'::text, 'unproven'::text])));
alter table care_entry add constraint care_entry_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table care_entry add constraint care_entry_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
CREATE INDEX care_entry_household_idx ON public.care_entry USING btree (county_code, household_id);
CREATE INDEX care_entry_village ON public.care_entry USING btree (village_code, register_code) WHERE (until IS NULL);
CREATE UNIQUE INDEX care_entry_open_once ON public.care_entry USING btree (county_code, register_code, household_id, COALESCE(member_id, household_id), verdict) WHERE (until IS NULL);
alter table public.care_entry enable row level security;
alter table public.care_entry force row level security;
create policy territory on care_entry as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select, update on care_entry to bangfu_app;

create table public.care_finding (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  comparison_id uuid not null,
  register_code text collate "C" not null,
  kind text not null,
  finding_key text collate "C" not null,
  household_id uuid not null,
  member_id uuid not null,
  entry_id uuid,
  list_name text,
  list_birth_date date,
  list_id_no_masked text
);
alter table care_finding add constraint care_finding_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table care_finding add constraint care_finding_kind_check CHECK ((kind = ANY (ARRAY['NOT_ON_LIST'::text, 'NOT_ON_REGISTER'::text, 'DOUBTFUL'::text])));
alter table care_finding add constraint care_finding_once UNIQUE (county_code, comparison_id, finding_key);
alter table care_finding add constraint care_finding_pk PRIMARY KEY (county_code, id);
alter table care_finding add constraint care_finding_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table care_finding add constraint care_finding_comparison FOREIGN KEY (county_code, comparison_id) REFERENCES care_comparison(county_code, id);
alter table public.care_finding enable row level security;
alter table public.care_finding force row level security;
create policy territory on care_finding as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select, update on care_finding to bangfu_app;

create table public.care_list_row (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  comparison_id uuid not null,
  n integer not null,
  name text not null,
  birth_date date,
  id_no_masked text,
  id_no_bidx text
);
alter table care_list_row add constraint care_list_row_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table care_list_row add constraint care_list_row_pk PRIMARY KEY (county_code, id);
alter table care_list_row add constraint care_list_row_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table care_list_row add constraint care_list_row_comparison FOREIGN KEY (county_code, comparison_id) REFERENCES care_comparison(county_code, id);
CREATE INDEX care_list_row_of ON public.care_list_row USING btree (county_code, comparison_id, n);
alter table public.care_list_row enable row level security;
alter table public.care_list_row force row level security;
create policy territory on care_list_row as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant delete, insert, select on care_list_row to bangfu_app;

create table public.care_register_version (
  id uuid not null,
  code text collate "C" not null,
  version integer not null,
  ordinal smallint not null,
  level text not null,
  name jsonb not null,
  description jsonb not null,
  expression jsonb not null,
  examples jsonb not null,
  source jsonb not null,
  list_name jsonb,
  valid_from date not null,
  valid_to date,
  published_at timestamp with time zone not null default app.now(),
  published_by uuid not null default app.actor()
);
alter table care_register_version add constraint care_register_version_code_check CHECK ((code ~ '^[a-z][a-z0-9_]{2,60}$'::text));
alter table care_register_version add constraint care_register_version_dates CHECK ((valid_from < valid_to));
alter table care_register_version add constraint care_register_version_level_check CHECK ((level = ANY (ARRAY['member'::text, 'household'::text])));
alter table care_register_version add constraint care_register_version_once UNIQUE (code, version);
alter table care_register_version add constraint care_register_version_pk PRIMARY KEY (id);
alter table care_register_version add constraint care_register_version_version_check CHECK ((version >= 1));
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.care_register_version FOR EACH ROW EXECUTE FUNCTION app.audit_reference('care_register_version', '', 'id');
grant insert, select on care_register_version to bangfu_app;

create table public.care_state (
  county_code text collate "C" not null,
  village_code text collate "C" not null,
  basis text not null,
  computed_at timestamp with time zone not null
);
alter table care_state add constraint care_state_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table care_state add constraint care_state_pk PRIMARY KEY (county_code);
alter table care_state add constraint care_state_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table public.care_state enable row level security;
alter table public.care_state force row level security;
create policy territory on care_state as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select, update on care_state to bangfu_app;

create table public.case_copy (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  case_id uuid not null,
  step text not null,
  action text not null,
  user_id uuid,
  user_name text,
  role text collate "C" not null,
  division_code text collate "C" not null,
  sent_by uuid not null,
  sent_by_name text not null,
  sent_at timestamp with time zone not null,
  read_by uuid[] not null default '{}'::uuid[],
  event_id uuid,
  by_pack boolean not null default false
);
alter table case_copy add constraint case_copy_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table case_copy add constraint case_copy_of_pack CHECK (((NOT by_pack) OR ((event_id IS NOT NULL) AND (user_id IS NULL))));
alter table case_copy add constraint case_copy_person CHECK (((user_id IS NULL) = (user_name IS NULL)));
alter table case_copy add constraint case_copy_pk PRIMARY KEY (county_code, id);
alter table case_copy add constraint case_copy_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table case_copy add constraint case_copy_case FOREIGN KEY (county_code, case_id) REFERENCES case_file(county_code, id);
alter table case_copy add constraint case_copy_event FOREIGN KEY (county_code, event_id) REFERENCES case_event(county_code, id);
CREATE INDEX case_copy_of_case ON public.case_copy USING btree (county_code, case_id);
CREATE INDEX case_copy_of_office ON public.case_copy USING btree (division_code, role, id) WHERE (user_id IS NULL);
CREATE INDEX case_copy_of_user ON public.case_copy USING btree (user_id, id) WHERE (user_id IS NOT NULL);
CREATE UNIQUE INDEX case_copy_once ON public.case_copy USING btree (county_code, event_id, role, division_code, user_id) NULLS NOT DISTINCT WHERE (event_id IS NOT NULL);
alter table public.case_copy enable row level security;
alter table public.case_copy force row level security;
create policy territory on case_copy as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.case_copy REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('case_copy');
CREATE TRIGGER audit_insert AFTER INSERT ON public.case_copy REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('case_copy');
CREATE TRIGGER audit_update AFTER UPDATE ON public.case_copy REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('case_copy');
grant insert, select, update on case_copy to bangfu_app;

create table public.case_decision (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  case_id uuid not null,
  household_id uuid,
  outcome text not null,
  step text not null,
  decided_by uuid not null,
  decided_by_name text not null,
  role text not null,
  unit text not null,
  opinion text,
  snapshot_id uuid,
  facts_hash text,
  decided_on date not null,
  decided_at timestamp with time zone not null
);
alter table case_decision add constraint case_decision_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table case_decision add constraint case_decision_once UNIQUE (county_code, case_id);
alter table case_decision add constraint case_decision_outcome_check CHECK ((outcome = ANY (ARRAY['APPROVED'::text, 'REFUSED'::text])));
alter table case_decision add constraint case_decision_pk PRIMARY KEY (county_code, id);
alter table case_decision add constraint case_decision_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table case_decision add constraint case_decision_case FOREIGN KEY (county_code, case_id) REFERENCES case_file(county_code, id);
CREATE INDEX case_decision_days ON public.case_decision USING btree (county_code, decided_on, id);
alter table public.case_decision enable row level security;
alter table public.case_decision force row level security;
create policy territory on case_decision as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.case_decision REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('case_decision');
CREATE TRIGGER audit_insert AFTER INSERT ON public.case_decision REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('case_decision');
CREATE TRIGGER audit_update AFTER UPDATE ON public.case_decision REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('case_decision');
CREATE TRIGGER immutable BEFORE DELETE OR UPDATE ON public.case_decision FOR EACH ROW EXECUTE FUNCTION app.keep_seal('case_decision');
grant insert, select on case_decision to bangfu_app;

create table public.case_duty (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  case_id uuid not null,
  user_id uuid not null,
  step text not null,
  at timestamp with time zone not null
);
alter table case_duty add constraint case_duty_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table case_duty add constraint case_duty_once UNIQUE (county_code, case_id, user_id);
alter table case_duty add constraint case_duty_pk PRIMARY KEY (county_code, id);
alter table case_duty add constraint case_duty_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table case_duty add constraint case_duty_case FOREIGN KEY (county_code, case_id) REFERENCES case_file(county_code, id);
CREATE INDEX case_duty_user ON public.case_duty USING btree (user_id, id);
alter table public.case_duty enable row level security;
alter table public.case_duty force row level security;
create policy territory on case_duty as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select on case_duty to bangfu_app;

create table public.case_event (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  case_id uuid not null,
  household_id uuid,
  seq integer not null,
  step text not null,
  action text not null,
  actor_id uuid not null,
  actor_name text not null,
  actor_role text not null,
  unit text not null,
  opinion text,
  fields text[],
  to_step text,
  evidence uuid[],
  facts_hash text,
  payload jsonb,
  at timestamp with time zone not null
);
alter table case_event add constraint case_event_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table case_event add constraint case_event_pk PRIMARY KEY (county_code, id);
alter table case_event add constraint case_event_seq UNIQUE (county_code, case_id, seq);
alter table case_event add constraint case_event_seq_check CHECK ((seq >= 1));
alter table case_event add constraint case_event_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table case_event add constraint case_event_case FOREIGN KEY (county_code, case_id) REFERENCES case_file(county_code, id);
alter table public.case_event enable row level security;
alter table public.case_event force row level security;
create policy territory on case_event as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.case_event REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('case_event');
CREATE TRIGGER audit_insert AFTER INSERT ON public.case_event REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('case_event');
CREATE TRIGGER audit_update AFTER UPDATE ON public.case_event REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('case_event');
CREATE TRIGGER immutable BEFORE DELETE OR UPDATE ON public.case_event FOR EACH ROW EXECUTE FUNCTION app.keep_seal('case_event');
grant insert, select on case_event to bangfu_app;

create table public.case_evidence (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  case_id uuid not null,
  household_id uuid,
  step text not null,
  kind text not null,
  title text not null,
  file_name text,
  file_hash text,
  reference text,
  body text,
  added_by uuid not null,
  added_by_name text not null,
  added_at timestamp with time zone not null,
  attachment_id uuid
);
alter table case_evidence add constraint case_evidence_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table case_evidence add constraint case_evidence_file_hash_check CHECK ((file_hash ~ '^[0-9a-f]{64}$'::text));
alter table case_evidence add constraint case_evidence_pk PRIMARY KEY (county_code, id);
alter table case_evidence add constraint case_evidence_something CHECK ((COALESCE(file_hash, reference, body) IS NOT NULL));
alter table case_evidence add constraint case_evidence_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table case_evidence add constraint case_evidence_attachment FOREIGN KEY (county_code, attachment_id) REFERENCES attachment(county_code, id);
alter table case_evidence add constraint case_evidence_case FOREIGN KEY (county_code, case_id) REFERENCES case_file(county_code, id);
CREATE INDEX case_evidence_attachment_idx ON public.case_evidence USING btree (county_code, attachment_id) WHERE (attachment_id IS NOT NULL);
CREATE INDEX case_evidence_case_idx ON public.case_evidence USING btree (county_code, case_id);
alter table public.case_evidence enable row level security;
alter table public.case_evidence force row level security;
create policy territory on case_evidence as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.case_evidence REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('case_evidence');
CREATE TRIGGER audit_insert AFTER INSERT ON public.case_evidence REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('case_evidence');
CREATE TRIGGER audit_update AFTER UPDATE ON public.case_evidence REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('case_evidence');
grant insert, select on case_evidence to bangfu_app;

create table public.case_file (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  pack_id uuid not null,
  pack_code text collate "C" not null,
  subject_kind text not null,
  household_id uuid,
  division_code text collate "C" not null,
  year smallint not null,
  status text not null,
  current_step text,
  current_kind text,
  entered_at timestamp with time zone not null,
  due_on date,
  assigned_to uuid,
  assigned_name text,
  started_by uuid not null,
  started_by_name text not null,
  started_role text not null,
  started_unit text not null,
  started_at timestamp with time zone not null,
  reason text,
  snapshot_id uuid,
  facts_hash text,
  verdict text,
  open_objections integer not null default 0,
  decided_at timestamp with time zone,
  closed_at timestamp with time zone,
  version integer not null default 1
);
alter table case_file add constraint case_file_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table case_file add constraint case_file_open_objections_check CHECK ((open_objections >= 0));
alter table case_file add constraint case_file_pk PRIMARY KEY (county_code, id);
alter table case_file add constraint case_file_status_check CHECK ((status = ANY (ARRAY['OPEN'::text, 'DECIDED'::text, 'COMPLETED'::text, 'REFUSED'::text, 'WITHDRAWN'::text])));
alter table case_file add constraint case_file_step CHECK (((status = ANY (ARRAY['OPEN'::text, 'DECIDED'::text])) = (current_step IS NOT NULL)));
alter table case_file add constraint case_file_subject CHECK (((subject_kind = 'household'::text) = (household_id IS NOT NULL)));
alter table case_file add constraint case_file_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['household'::text, 'village'::text, 'county'::text])));
alter table case_file add constraint case_file_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table case_file add constraint case_file_year_check CHECK (((year >= 2000) AND (year <= 2100)));
alter table case_file add constraint case_file_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
alter table case_file add constraint case_file_pack FOREIGN KEY (pack_id) REFERENCES procedure_pack(id);
CREATE INDEX case_file_notice_wanted ON public.case_file USING btree (village_code) WHERE (current_kind = 'notice'::text);
CREATE INDEX case_file_of_household ON public.case_file USING btree (county_code, household_id, id) WHERE (household_id IS NOT NULL);
CREATE INDEX case_file_started ON public.case_file USING btree (started_by, id);
CREATE INDEX case_file_territory ON public.case_file USING btree (village_code);
CREATE UNIQUE INDEX case_file_open_division ON public.case_file USING btree (county_code, division_code, pack_code) WHERE ((household_id IS NULL) AND (status = ANY (ARRAY['OPEN'::text, 'DECIDED'::text])));
CREATE UNIQUE INDEX case_file_open_household ON public.case_file USING btree (county_code, household_id, pack_code) WHERE ((household_id IS NOT NULL) AND (status = ANY (ARRAY['OPEN'::text, 'DECIDED'::text])));
alter table public.case_file enable row level security;
alter table public.case_file force row level security;
create policy territory on case_file as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.case_file REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('case_file');
CREATE TRIGGER audit_insert AFTER INSERT ON public.case_file REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('case_file');
CREATE TRIGGER audit_update AFTER UPDATE ON public.case_file REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('case_file');
grant insert, select, update on case_file to bangfu_app;

create table public.case_snapshot (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  case_id uuid not null,
  household_id uuid,
  step text not null,
  year smallint not null,
  facts jsonb not null,
  facts_hash text not null,
  rules jsonb not null,
  taken_at timestamp with time zone not null,
  members jsonb,
  parameters jsonb
);
alter table case_snapshot add constraint case_snapshot_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table case_snapshot add constraint case_snapshot_pk PRIMARY KEY (county_code, id);
alter table case_snapshot add constraint case_snapshot_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table case_snapshot add constraint case_snapshot_case FOREIGN KEY (county_code, case_id) REFERENCES case_file(county_code, id);
alter table public.case_snapshot enable row level security;
alter table public.case_snapshot force row level security;
create policy territory on case_snapshot as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select on case_snapshot to bangfu_app;

create table public.case_todo (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  case_id uuid not null,
  role text collate "C" not null,
  division_code text collate "C" not null,
  step text not null,
  entered_at timestamp with time zone not null
);
alter table case_todo add constraint case_todo_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table case_todo add constraint case_todo_once UNIQUE (county_code, case_id, role, division_code);
alter table case_todo add constraint case_todo_pk PRIMARY KEY (county_code, id);
alter table case_todo add constraint case_todo_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table case_todo add constraint case_todo_case FOREIGN KEY (county_code, case_id) REFERENCES case_file(county_code, id);
CREATE INDEX case_todo_hand ON public.case_todo USING btree (division_code, role, entered_at, case_id);
alter table public.case_todo enable row level security;
alter table public.case_todo force row level security;
create policy territory on case_todo as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant delete, insert, select, update on case_todo to bangfu_app;

create table public.check_hit (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  check_code text collate "C" not null,
  hit_key text collate "C" not null,
  version_id uuid not null,
  year smallint not null,
  subject text not null,
  household_id uuid,
  member_id uuid,
  subject_id uuid,
  vals jsonb not null,
  seen_from text collate "C" not null,
  first_run_id uuid not null,
  first_seen_at timestamp with time zone not null,
  last_run_id uuid not null,
  last_seen_at timestamp with time zone not null,
  gone_at timestamp with time zone,
  gone_run_id uuid
);
alter table check_hit add constraint check_hit_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table check_hit add constraint check_hit_once UNIQUE (county_code, check_code, hit_key);
alter table check_hit add constraint check_hit_pk PRIMARY KEY (county_code, id);
alter table check_hit add constraint check_hit_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX check_hit_household ON public.check_hit USING btree (county_code, household_id) WHERE (household_id IS NOT NULL);
CREATE INDEX check_hit_list ON public.check_hit USING btree (check_code, village_code, id);
alter table public.check_hit enable row level security;
alter table public.check_hit force row level security;
create policy territory on check_hit as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select, update on check_hit to bangfu_app;

create table public.check_result (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  run_id uuid not null,
  check_code text collate "C" not null,
  division_code text collate "C" not null,
  hits integer not null,
  new_hits integer not null,
  gone_hits integer not null,
  unproven integer not null default 0,
  missing jsonb not null default '[]'::jsonb,
  ms integer not null default 0,
  failure jsonb
);
alter table check_result add constraint check_result_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table check_result add constraint check_result_once UNIQUE (county_code, run_id, check_code, division_code);
alter table check_result add constraint check_result_pk PRIMARY KEY (county_code, id);
alter table check_result add constraint check_result_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table check_result add constraint check_result_run FOREIGN KEY (county_code, run_id) REFERENCES check_run(county_code, id);
alter table public.check_result enable row level security;
alter table public.check_result force row level security;
create policy territory on check_result as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select on check_result to bangfu_app;

create table public.check_run (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  codes text[] not null,
  year smallint not null,
  as_of date not null,
  state text not null default 'queued'::text,
  progress smallint not null default 0,
  cancel_requested boolean not null default false,
  versions jsonb not null default '{}'::jsonb,
  totals jsonb not null default '{}'::jsonb,
  failure jsonb,
  actor jsonb not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  created_at timestamp with time zone not null default app.now(),
  created_by uuid not null default app.actor(),
  version integer not null default 1
);
alter table check_run add constraint check_run_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table check_run add constraint check_run_pk PRIMARY KEY (county_code, id);
alter table check_run add constraint check_run_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])));
alter table check_run add constraint check_run_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX check_run_list ON public.check_run USING btree (village_code, id);
alter table public.check_run enable row level security;
alter table public.check_run force row level security;
create policy territory on check_run as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select, update on check_run to bangfu_app;

create table public.check_verdict (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  check_code text collate "C" not null,
  hit_key text collate "C" not null,
  verdict text not null,
  reason text not null,
  decided_at timestamp with time zone not null default app.now(),
  decided_by uuid not null default app.actor()
);
alter table check_verdict add constraint check_verdict_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table check_verdict add constraint check_verdict_pk PRIMARY KEY (county_code, id);
alter table check_verdict add constraint check_verdict_verdict_check CHECK ((verdict = ANY (ARRAY['TRUE'::text, 'FALSE_ALARM'::text, 'OPEN'::text])));
alter table check_verdict add constraint check_verdict_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX check_verdict_key ON public.check_verdict USING btree (county_code, check_code, hit_key, id);
alter table public.check_verdict enable row level security;
alter table public.check_verdict force row level security;
create policy territory on check_verdict as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.check_verdict REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('check_verdict');
CREATE TRIGGER audit_insert AFTER INSERT ON public.check_verdict REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('check_verdict');
CREATE TRIGGER audit_update AFTER UPDATE ON public.check_verdict REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('check_verdict');
grant insert, select on check_verdict to bangfu_app;
grant update (village_code) on check_verdict to bangfu_app;

create table public.check_version (
  id uuid not null,
  code text collate "C" not null,
  version integer not null,
  ordinal smallint not null,
  severity text not null,
  room text not null,
  subject text not null,
  name jsonb not null,
  meaning jsonb not null,
  basis jsonb not null,
  parameters jsonb not null default '[]'::jsonb,
  registers text[] not null default '{}'::text[],
  reach text not null default 'division'::text,
  shown jsonb not null default '[]'::jsonb,
  rule_level text,
  rule jsonb,
  examples jsonb not null default '[]'::jsonb,
  sql text,
  sql_sha256 text,
  valid_from date not null,
  valid_to date,
  published_at timestamp with time zone not null default app.now(),
  published_by uuid not null default app.actor(),
  release integer
);
alter table check_version add constraint check_version_code_check CHECK ((code ~ '^[A-Z][0-9]{2,3}$'::text));
alter table check_version add constraint check_version_dates CHECK ((valid_from < valid_to));
alter table check_version add constraint check_version_form CHECK ((((rule IS NULL) <> (sql IS NULL)) AND ((rule IS NULL) = (rule_level IS NULL)) AND ((sql IS NULL) = (sql_sha256 IS NULL))));
alter table check_version add constraint check_version_from_once UNIQUE (code, valid_from);
alter table check_version add constraint check_version_once UNIQUE (code, version);
alter table check_version add constraint check_version_pk PRIMARY KEY (id);
alter table check_version add constraint check_version_reach_check CHECK ((reach = ANY (ARRAY['division'::text, 'territory'::text])));
alter table check_version add constraint check_version_release_check CHECK ((release >= 1));
alter table check_version add constraint check_version_room_check CHECK ((room = ANY (ARRAY['identity'::text, 'household'::text, 'income'::text, 'standing'::text, 'procedure'::text, 'field_work'::text, 'measures'::text, 'funds'::text, 'monitoring'::text, 'totals'::text])));
alter table check_version add constraint check_version_rule_level_check CHECK ((rule_level = ANY (ARRAY['household'::text, 'member'::text])));
alter table check_version add constraint check_version_severity_check CHECK ((severity = ANY (ARRAY['E'::text, 'W'::text])));
alter table check_version add constraint check_version_subject_check CHECK ((subject = ANY (ARRAY['household'::text, 'member'::text, 'case'::text, 'payment'::text, 'assignment'::text, 'project'::text, 'asset'::text, 'fund'::text, 'team'::text, 'pairing'::text, 'visit'::text, 'division'::text])));
alter table check_version add constraint check_version_version_check CHECK ((version >= 1));
CREATE UNIQUE INDEX check_version_release ON public.check_version USING btree (code, release);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.check_version FOR EACH ROW EXECUTE FUNCTION app.audit_reference('check_version', '', 'id');
grant select on check_version to bangfu_app;
grant insert (id, code, version, ordinal, severity, room, subject, name, meaning, basis, parameters, registers, reach, shown, rule_level, rule, examples, valid_from, valid_to, published_at, published_by) on check_version to bangfu_app;
grant update (valid_to) on check_version to bangfu_app;

create table public.checklist_file (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  year smallint not null,
  item text collate "C" not null,
  attachment_id uuid not null,
  file_hash text not null,
  file_name text,
  mime text not null,
  added_by uuid not null,
  added_by_name text not null,
  added_at timestamp with time zone not null
);
alter table checklist_file add constraint checklist_file_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table checklist_file add constraint checklist_file_file_hash_check CHECK ((file_hash ~ '^[0-9a-f]{64}$'::text));
alter table checklist_file add constraint checklist_file_item_check CHECK ((item ~ '^[a-z][a-z_]{1,40}$'::text));
alter table checklist_file add constraint checklist_file_once UNIQUE (county_code, village_code, year, item, file_hash);
alter table checklist_file add constraint checklist_file_pk PRIMARY KEY (county_code, id);
alter table checklist_file add constraint checklist_file_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table checklist_file add constraint checklist_file_attachment FOREIGN KEY (county_code, attachment_id) REFERENCES attachment(county_code, id);
CREATE INDEX checklist_file_attachment_idx ON public.checklist_file USING btree (county_code, attachment_id);
alter table public.checklist_file enable row level security;
alter table public.checklist_file force row level security;
create policy territory on checklist_file as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.checklist_file REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('checklist_file');
CREATE TRIGGER audit_insert AFTER INSERT ON public.checklist_file REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('checklist_file');
CREATE TRIGGER audit_update AFTER UPDATE ON public.checklist_file REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('checklist_file');
grant insert, select, update on checklist_file to bangfu_app;

create table public.clue_pause (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  clue_id uuid not null,
  household_id uuid,
  reason text not null,
  paused_on date not null,
  paused_by uuid not null,
  paused_by_name text not null,
  paused_at timestamp with time zone not null,
  resumed_on date,
  resumed_by uuid,
  resumed_by_name text,
  version integer not null default 1
);
alter table clue_pause add constraint clue_pause_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table clue_pause add constraint clue_pause_pk PRIMARY KEY (county_code, id);
alter table clue_pause add constraint clue_pause_reason_check CHECK ((btrim(reason) <> ''::text));
alter table clue_pause add constraint clue_pause_resumed CHECK ((((resumed_on IS NULL) = (resumed_by IS NULL)) AND (resumed_on >= paused_on)));
alter table clue_pause add constraint clue_pause_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table clue_pause add constraint clue_pause_clue FOREIGN KEY (county_code, clue_id) REFERENCES risk_clue(county_code, id);
CREATE INDEX clue_pause_of_clue ON public.clue_pause USING btree (county_code, clue_id);
CREATE UNIQUE INDEX clue_pause_running ON public.clue_pause USING btree (county_code, clue_id) WHERE (resumed_on IS NULL);
alter table public.clue_pause enable row level security;
alter table public.clue_pause force row level security;
create policy territory on clue_pause as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.clue_pause REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('clue_pause');
CREATE TRIGGER audit_insert AFTER INSERT ON public.clue_pause REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('clue_pause');
CREATE TRIGGER audit_update AFTER UPDATE ON public.clue_pause REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('clue_pause');
grant insert, select, update on clue_pause to bangfu_app;

create table public.comparison (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  register_code text collate "C" not null,
  department text not null,
  purpose_code text not null,
  purpose text not null,
  list_on date not null,
  state text not null,
  file_name text not null,
  file_kind text not null,
  file_sha256 text not null,
  file_bytes bigint not null,
  encoding text,
  sheet text,
  stored_name text,
  columns jsonb,
  mapping jsonb not null default '{}'::jsonb,
  notes jsonb not null default '[]'::jsonb,
  rows integer,
  rows_unusable integer,
  matched_by_id integer,
  matched_by_name integer,
  doubtful integer,
  too_common integer,
  not_ours integer,
  progress smallint not null default 0,
  cancel_requested boolean not null default false,
  failure jsonb,
  actor jsonb not null,
  keep_until date not null,
  list_deleted_at timestamp with time zone,
  created_at timestamp with time zone not null default app.now(),
  created_by uuid not null default app.actor(),
  finished_at timestamp with time zone,
  version integer not null default 1
);
alter table comparison add constraint comparison_counts CHECK (((rows IS NULL) OR (rows = (((((rows_unusable + matched_by_id) + matched_by_name) + doubtful) + too_common) + not_ours))));
alter table comparison add constraint comparison_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table comparison add constraint comparison_file_kind_check CHECK ((file_kind = ANY (ARRAY['xlsx'::text, 'csv'::text])));
alter table comparison add constraint comparison_pk PRIMARY KEY (county_code, id);
alter table comparison add constraint comparison_purpose_check CHECK ((length(TRIM(BOTH FROM purpose)) >= 5));
alter table comparison add constraint comparison_register_code_check CHECK ((register_code ~ '^[a-z][a-z_]{1,40}$'::text));
alter table comparison add constraint comparison_state_check CHECK ((state = ANY (ARRAY['uploaded'::text, 'needs_mapping'::text, 'ready'::text, 'matching'::text, 'done'::text, 'failed'::text, 'cancelled'::text, 'deleted'::text])));
alter table comparison add constraint comparison_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX comparison_list ON public.comparison USING btree (village_code, id);
alter table public.comparison enable row level security;
alter table public.comparison force row level security;
create policy territory on comparison as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.comparison REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('comparison');
CREATE TRIGGER audit_insert AFTER INSERT ON public.comparison REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('comparison');
CREATE TRIGGER audit_update AFTER UPDATE ON public.comparison REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('comparison');
grant insert, select, update on comparison to bangfu_app;

create table public.comparison_coverage (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  register_code text collate "C" not null,
  comparison_id uuid not null,
  list_on date not null,
  from_code text collate "C" not null,
  to_code text collate "C" not null,
  expired_at timestamp with time zone
);
alter table comparison_coverage add constraint comparison_coverage_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table comparison_coverage add constraint comparison_coverage_once UNIQUE (county_code, comparison_id);
alter table comparison_coverage add constraint comparison_coverage_pk PRIMARY KEY (county_code, id);
alter table comparison_coverage add constraint comparison_coverage_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX comparison_coverage_register ON public.comparison_coverage USING btree (county_code, register_code, list_on);
alter table public.comparison_coverage enable row level security;
alter table public.comparison_coverage force row level security;
create policy territory on comparison_coverage as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select, update on comparison_coverage to bangfu_app;

create table public.comparison_line (
  county_code text collate "C" not null,
  village_code text collate "C" not null,
  comparison_id uuid not null,
  n integer not null,
  name text not null,
  birth_date date,
  id_no_masked text,
  id_no_bidx text,
  line_key text not null,
  detail jsonb not null
);
alter table comparison_line add constraint comparison_line_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table comparison_line add constraint comparison_line_pk PRIMARY KEY (county_code, comparison_id, n);
alter table comparison_line add constraint comparison_line_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table comparison_line add constraint comparison_line_comparison FOREIGN KEY (county_code, comparison_id) REFERENCES comparison(county_code, id);
alter table public.comparison_line enable row level security;
alter table public.comparison_line force row level security;
create policy territory on comparison_line as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant delete, insert, select on comparison_line to bangfu_app;

create table public.comparison_match (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  comparison_id uuid not null,
  register_code text collate "C" not null,
  list_on date not null,
  line_n integer not null,
  household_id uuid not null,
  member_id uuid not null,
  strength text not null,
  doubt text,
  match_key text collate "C" not null,
  list_name text,
  list_birth_date date,
  list_id_no_masked text,
  detail jsonb not null
);
alter table comparison_match add constraint comparison_match_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table comparison_match add constraint comparison_match_doubt CHECK (((strength = 'DOUBTFUL'::text) = (doubt IS NOT NULL)));
alter table comparison_match add constraint comparison_match_doubt_check CHECK ((doubt = ANY (ARRAY['OTHER_NAME'::text, 'AMBIGUOUS'::text, 'BIRTH_NEAR'::text])));
alter table comparison_match add constraint comparison_match_once UNIQUE (county_code, comparison_id, line_n, member_id);
alter table comparison_match add constraint comparison_match_pk PRIMARY KEY (county_code, id);
alter table comparison_match add constraint comparison_match_strength_check CHECK ((strength = ANY (ARRAY['ID'::text, 'NAME_BIRTH'::text, 'DOUBTFUL'::text])));
alter table comparison_match add constraint comparison_match_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX comparison_match_household ON public.comparison_match USING btree (county_code, household_id);
CREATE INDEX comparison_match_inbox ON public.comparison_match USING btree (comparison_id, line_n, id);
CREATE INDEX comparison_match_key ON public.comparison_match USING btree (county_code, register_code, match_key);
alter table public.comparison_match enable row level security;
alter table public.comparison_match force row level security;
create policy territory on comparison_match as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select, update on comparison_match to bangfu_app;

create table public.comparison_verdict (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  register_code text collate "C" not null,
  match_key text collate "C" not null,
  match_id uuid not null,
  verdict text not null,
  reason text not null,
  recheck_on date,
  decided_at timestamp with time zone not null default app.now(),
  decided_by uuid not null default app.actor()
);
alter table comparison_verdict add constraint comparison_verdict_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table comparison_verdict add constraint comparison_verdict_pk PRIMARY KEY (county_code, id);
alter table comparison_verdict add constraint comparison_verdict_verdict_check CHECK ((verdict = ANY (ARRAY['TRUE'::text, 'FALSE_ALARM'::text, 'OPEN'::text])));
alter table comparison_verdict add constraint comparison_verdict_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table comparison_verdict add constraint comparison_verdict_match FOREIGN KEY (county_code, match_id) REFERENCES comparison_match(county_code, id);
CREATE INDEX comparison_verdict_due ON public.comparison_verdict USING btree (village_code, recheck_on) WHERE (recheck_on IS NOT NULL);
CREATE INDEX comparison_verdict_key ON public.comparison_verdict USING btree (county_code, register_code, match_key, decided_at);
alter table public.comparison_verdict enable row level security;
alter table public.comparison_verdict force row level security;
create policy territory on comparison_verdict as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.comparison_verdict REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('comparison_verdict');
CREATE TRIGGER audit_insert AFTER INSERT ON public.comparison_verdict REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('comparison_verdict');
CREATE TRIGGER audit_update AFTER UPDATE ON public.comparison_verdict REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('comparison_verdict');
grant insert, select on comparison_verdict to bangfu_app;
grant update (village_code) on comparison_verdict to bangfu_app;

create table public.contested_field (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  entity text not null,
  entity_id uuid not null,
  year smallint,
  field text not null,
  operation_id uuid not null,
  device_id uuid not null,
  base_value jsonb,
  recorded_value jsonb,
  recorded_version integer not null,
  proposed_value jsonb,
  proposed_enc text,
  proposed_by uuid not null,
  proposed_by_name text not null,
  occurred_at timestamp with time zone,
  received_at timestamp with time zone not null default app.now(),
  reason text,
  status text not null default 'OPEN'::text,
  choice text,
  chosen_by uuid,
  chosen_by_name text,
  chosen_at timestamp with time zone,
  version integer not null default 1
);
alter table contested_field add constraint contested_field_choice CHECK (((status = 'CHOSEN'::text) = ((choice IS NOT NULL) AND (chosen_at IS NOT NULL))));
alter table contested_field add constraint contested_field_choice_check CHECK ((choice = ANY (ARRAY['recorded'::text, 'proposed'::text])));
alter table contested_field add constraint contested_field_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table contested_field add constraint contested_field_entity_check CHECK ((entity = ANY (ARRAY['household'::text, 'member'::text, 'householdYear'::text, 'memberYear'::text])));
alter table contested_field add constraint contested_field_once UNIQUE (county_code, operation_id, entity, entity_id, field);
alter table contested_field add constraint contested_field_pk PRIMARY KEY (county_code, id);
alter table contested_field add constraint contested_field_status_check CHECK ((status = ANY (ARRAY['OPEN'::text, 'CHOSEN'::text])));
alter table contested_field add constraint contested_field_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table contested_field add constraint contested_field_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
CREATE INDEX contested_field_of_household ON public.contested_field USING btree (county_code, household_id);
CREATE INDEX contested_field_open ON public.contested_field USING btree (village_code, id) WHERE (status = 'OPEN'::text);
alter table public.contested_field enable row level security;
alter table public.contested_field force row level security;
create policy territory on contested_field as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.contested_field REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('contested_field');
CREATE TRIGGER audit_insert AFTER INSERT ON public.contested_field REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('contested_field');
CREATE TRIGGER audit_update AFTER UPDATE ON public.contested_field REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('contested_field');
grant insert, select, update on contested_field to bangfu_app;

create table public.county_fact (
  county_code text collate "C" not null,
  village_code text collate "C" not null,
  year integer not null,
  registered_households integer,
  registered_persons integer,
  poor_households integer,
  poor_persons integer,
  exited_households integer,
  rural_resident_population integer,
  missed_found integer,
  missed_sampled integer,
  wrong_exit_found integer,
  wrong_exit_sampled integer,
  approval_yes integer,
  approval_sampled integer,
  villages_total integer,
  villages_decided integer,
  poor_villages_total integer,
  poor_villages_exited integer
);
alter table county_fact add constraint county_fact_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table county_fact add constraint county_fact_pk PRIMARY KEY (county_code, year);
alter table county_fact add constraint county_fact_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table public.county_fact enable row level security;
alter table public.county_fact force row level security;
create policy territory on county_fact as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant delete, insert, select, update on county_fact to bangfu_app;

create table public.county_verdict (
  county_code text collate "C" not null,
  village_code text collate "C" not null,
  year integer not null,
  rule_code text collate "C" not null,
  verdict text not null,
  leaves text not null,
  rule_version_id uuid not null,
  run_id uuid not null,
  computed_at timestamp with time zone not null
);
alter table county_verdict add constraint county_verdict_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table county_verdict add constraint county_verdict_pk PRIMARY KEY (county_code, year, rule_code);
alter table county_verdict add constraint county_verdict_verdict_check CHECK ((verdict = ANY (ARRAY['met'::text, 'not_met'::text, 'unproven'::text])));
alter table county_verdict add constraint county_verdict_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table public.county_verdict enable row level security;
alter table public.county_verdict force row level security;
create policy territory on county_verdict as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant delete, insert, select, update on county_verdict to bangfu_app;

create table public.county_year (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  year smallint not null,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default app.now(),
  recorded_by uuid not null default app.actor(),
  superseded_at timestamp with time zone,
  correction_reason text,
  source text,
  rural_resident_population integer,
  rural_disposable_income_fen bigint
);
alter table county_year add constraint county_year_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table county_year add constraint county_year_pk PRIMARY KEY (county_code, id);
alter table county_year add constraint county_year_rural_disposable_income_fen_check CHECK ((rural_disposable_income_fen >= 0));
alter table county_year add constraint county_year_rural_resident_population_check CHECK ((rural_resident_population >= 0));
alter table county_year add constraint county_year_version UNIQUE (county_code, year, version);
alter table county_year add constraint county_year_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table county_year add constraint county_year_year_check CHECK (((year >= 2000) AND (year <= 2100)));
CREATE UNIQUE INDEX county_year_current ON public.county_year USING btree (county_code, year) WHERE (superseded_at IS NULL);
alter table public.county_year enable row level security;
alter table public.county_year force row level security;
create policy territory on county_year as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.county_year REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('county_year');
CREATE TRIGGER audit_insert AFTER INSERT ON public.county_year REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('county_year');
CREATE TRIGGER audit_update AFTER UPDATE ON public.county_year REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('county_year');
CREATE TRIGGER dirty_delete AFTER DELETE ON public.county_year REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_old('county_year');
CREATE TRIGGER dirty_insert AFTER INSERT ON public.county_year REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_new('county_year');
CREATE TRIGGER dirty_update AFTER UPDATE ON public.county_year REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_both('county_year');
grant insert, select, update on county_year to bangfu_app;

create table public.device (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  user_id uuid not null,
  grant_id uuid not null,
  user_name text not null,
  division_code text collate "C" not null,
  installation_id uuid not null,
  label text,
  registered_at timestamp with time zone not null default app.now(),
  revoked_at timestamp with time zone,
  revoked_by uuid,
  revoke_reason text,
  version integer not null default 1
);
alter table device add constraint device_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table device add constraint device_installation UNIQUE (county_code, grant_id, installation_id);
alter table device add constraint device_pk PRIMARY KEY (county_code, id);
alter table device add constraint device_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table device add constraint device_grant FOREIGN KEY (grant_id) REFERENCES role_grant(id);
alter table device add constraint device_user FOREIGN KEY (user_id) REFERENCES app_user(id);
CREATE INDEX device_village ON public.device USING btree (village_code);
alter table public.device enable row level security;
alter table public.device force row level security;
create policy own on device as permissive for select to public using (user_id = ( SELECT app.actor() AS actor));
create policy territory on device as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.device REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('device');
CREATE TRIGGER audit_insert AFTER INSERT ON public.device REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('device');
CREATE TRIGGER audit_update AFTER UPDATE ON public.device REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('device');
grant insert, select, update on device to bangfu_app;

create table public.device_key (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  device_id uuid not null,
  key_id text collate "C" not null,
  public_key text collate "C" not null,
  registered_at timestamp with time zone not null default app.now()
);
alter table device_key add constraint device_key_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table device_key add constraint device_key_key_id_check CHECK ((key_id ~ '^[0-9a-f]{32}$'::text));
alter table device_key add constraint device_key_once UNIQUE (county_code, device_id, key_id);
alter table device_key add constraint device_key_pk PRIMARY KEY (county_code, id);
alter table device_key add constraint device_key_public_key_check CHECK ((public_key ~ '^[A-Za-z0-9_-]{87}$'::text));
alter table device_key add constraint device_key_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table device_key add constraint device_key_device FOREIGN KEY (county_code, device_id) REFERENCES device(county_code, id);
alter table public.device_key enable row level security;
alter table public.device_key force row level security;
create policy territory on device_key as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.device_key REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('device_key');
CREATE TRIGGER audit_insert AFTER INSERT ON public.device_key REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('device_key');
CREATE TRIGGER audit_update AFTER UPDATE ON public.device_key REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('device_key');
grant insert, select, update on device_key to bangfu_app;

create table public.device_line (
  county_code text collate "C" not null,
  device_id uuid not null,
  village_code text collate "C" not null,
  last_seq bigint not null default 0,
  highest_seq bigint not null default 0,
  last_contact_at timestamp with time zone,
  app_version text,
  pending_operations integer,
  pending_files integer,
  oldest_pending_at timestamp with time zone
);
alter table device_line add constraint device_line_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table device_line add constraint device_line_last_seq_check CHECK ((last_seq >= 0));
alter table device_line add constraint device_line_pending_files_check CHECK ((pending_files >= 0));
alter table device_line add constraint device_line_pending_operations_check CHECK ((pending_operations >= 0));
alter table device_line add constraint device_line_pk PRIMARY KEY (county_code, device_id);
alter table device_line add constraint device_line_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table device_line add constraint device_line_device FOREIGN KEY (county_code, device_id) REFERENCES device(county_code, id);
alter table public.device_line enable row level security;
alter table public.device_line force row level security;
create policy territory on device_line as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select, update on device_line to bangfu_app;

create table public.dirty_village (
  county_code text collate "C" not null,
  id bigint not null generated always as identity,
  village_code text collate "C" not null,
  cause text not null,
  marked_at timestamp with time zone not null default clock_timestamp()
);
alter table dirty_village add constraint dirty_village_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table dirty_village add constraint dirty_village_pk PRIMARY KEY (county_code, id);
alter table dirty_village add constraint dirty_village_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX dirty_village_pending ON public.dirty_village USING btree (county_code, village_code);
alter table public.dirty_village enable row level security;
alter table public.dirty_village force row level security;
create policy territory on dirty_village as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant delete, insert, select, update on dirty_village to bangfu_app;

create table public.division (
  code text collate "C" not null,
  name text not null,
  level text not null generated always as (
CASE length(code)
    WHEN 2 THEN 'region'::text
    WHEN 4 THEN 'prefecture'::text
    WHEN 6 THEN 'county'::text
    WHEN 9 THEN 'township'::text
    ELSE 'village'::text
END),
  kind text not null,
  parent_code text collate "C",
  pinyin_initials text not null default ''::text,
  valid_from date,
  valid_to date,
  source text not null
);
alter table division add constraint division_code_shape CHECK ((code ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$'::text));
alter table division add constraint division_dates CHECK ((valid_from < valid_to));
alter table division add constraint division_kind_check CHECK ((kind = ANY (ARRAY['REGION'::text, 'PREFECTURE'::text, 'COUNTY'::text, 'ZONE'::text, 'TOWNSHIP'::text, 'VILLAGE'::text, 'RESIDENTS'::text, 'OTHER'::text])));
alter table division add constraint division_parent_shape CHECK ((NOT (parent_code IS DISTINCT FROM
CASE length(code)
    WHEN 2 THEN NULL::text
    WHEN 4 THEN "left"(code, 2)
    WHEN 6 THEN "left"(code, 4)
    WHEN 9 THEN "left"(code, 6)
    ELSE "left"(code, 9)
END)));
alter table division add constraint division_pk PRIMARY KEY (code);
alter table division add constraint division_parent FOREIGN KEY (parent_code) REFERENCES division(code);
CREATE INDEX division_children ON public.division USING btree (parent_code, code);
CREATE INDEX division_initials ON public.division USING btree (pinyin_initials text_pattern_ops);
grant select on division to bangfu_app;

create table public.division_boundary (
  code text collate "C" not null,
  approval_number text not null,
  areas integer not null,
  sha256 text not null,
  geojson jsonb not null,
  uploaded_by text not null,
  uploaded_at timestamp with time zone not null
);
alter table division_boundary add constraint division_boundary_code CHECK ((code ~ '^[0-9]{6}$'::text));
alter table division_boundary add constraint division_boundary_pk PRIMARY KEY (code);
alter table division_boundary add constraint division_boundary_sha256 CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.division_boundary FOR EACH ROW EXECUTE FUNCTION app.audit_reference('division_boundary', 'geojson', 'code');
grant delete, insert, select, update on division_boundary to bangfu_app;

create table public.division_lineage (
  id uuid not null,
  from_code text collate "C" not null,
  from_name text not null,
  to_code text collate "C" not null,
  kind text not null,
  effective_on date,
  source text not null
);
alter table division_lineage add constraint division_lineage_from_code_check CHECK ((from_code ~ '^[0-9]{2,12}$'::text));
alter table division_lineage add constraint division_lineage_kind_check CHECK ((kind = ANY (ARRAY['RENAMED'::text, 'RECODED'::text, 'MERGED'::text, 'SPLIT'::text, 'MOVED'::text, 'UPGRADED'::text])));
alter table division_lineage add constraint division_lineage_once UNIQUE (from_code, to_code, kind);
alter table division_lineage add constraint division_lineage_pk PRIMARY KEY (id);
alter table division_lineage add constraint division_lineage_to FOREIGN KEY (to_code) REFERENCES division(code);
CREATE INDEX division_lineage_to_code ON public.division_lineage USING btree (to_code);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.division_lineage FOR EACH ROW EXECUTE FUNCTION app.audit_reference('division_lineage', '', 'id');
grant insert, select, update on division_lineage to bangfu_app;

create table public.dossier (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  case_id uuid not null,
  household_id uuid,
  sequence integer not null,
  body text not null,
  sha256 text not null,
  sealed_at timestamp with time zone not null
);
alter table dossier add constraint dossier_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table dossier add constraint dossier_pk PRIMARY KEY (county_code, id);
alter table dossier add constraint dossier_sequence UNIQUE (county_code, case_id, sequence);
alter table dossier add constraint dossier_sequence_check CHECK ((sequence >= 1));
alter table dossier add constraint dossier_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));
alter table dossier add constraint dossier_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table dossier add constraint dossier_case FOREIGN KEY (county_code, case_id) REFERENCES case_file(county_code, id);
alter table public.dossier enable row level security;
alter table public.dossier force row level security;
create policy territory on dossier as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER immutable BEFORE DELETE OR UPDATE ON public.dossier FOR EACH ROW EXECUTE FUNCTION app.keep_seal('dossier');
grant insert, select on dossier to bangfu_app;

create table public.entitlement (
  county_code text collate "C" not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  subject_id uuid not null,
  year integer not null,
  met text[] not null,
  unproven text[] not null,
  receiving text[] not null,
  lacking text[] not null,
  improper text[] not null,
  unanswered text[] not null
);
alter table entitlement add constraint entitlement_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table entitlement add constraint entitlement_pk PRIMARY KEY (county_code, household_id, subject_id);
alter table entitlement add constraint entitlement_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX entitlement_village ON public.entitlement USING btree (county_code, village_code);
alter table public.entitlement enable row level security;
alter table public.entitlement force row level security;
create policy territory on entitlement as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant delete, insert, select, update on entitlement to bangfu_app;

create table public.entitlement_gap (
  county_code text collate "C" not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  subject_id uuid not null,
  year integer not null,
  kind text collate "C" not null,
  code text collate "C" not null
);
alter table entitlement_gap add constraint entitlement_gap_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table entitlement_gap add constraint entitlement_gap_kind_check CHECK ((kind = ANY (ARRAY['LACKING'::text, 'IMPROPER'::text, 'UNANSWERED'::text])));
alter table entitlement_gap add constraint entitlement_gap_pk PRIMARY KEY (county_code, household_id, subject_id, kind, code);
alter table entitlement_gap add constraint entitlement_gap_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX entitlement_gap_code ON public.entitlement_gap USING btree (county_code, kind, code, village_code);
CREATE INDEX entitlement_gap_place ON public.entitlement_gap USING btree (county_code, village_code, kind, code);
alter table public.entitlement_gap enable row level security;
alter table public.entitlement_gap force row level security;
create policy territory on entitlement_gap as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant delete, insert, select, update on entitlement_gap to bangfu_app;

create table public.episode (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  sequence integer not null,
  entry_kind text not null,
  entry_reason text,
  entered_on date not null,
  entry_case_id uuid,
  status text not null,
  exited_on date,
  exit_case_id uuid,
  not_entitled_on date,
  closed_on date,
  close_reason text,
  previous_episode_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null default app.now(),
  updated_at timestamp with time zone not null default app.now()
);
alter table episode add constraint episode_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table episode add constraint episode_entry_kind_check CHECK ((entry_kind = ANY (ARRAY['IDENTIFIED'::text, 'RE_ENTRY'::text, 'IMPORTED'::text])));
alter table episode add constraint episode_pk PRIMARY KEY (county_code, id);
alter table episode add constraint episode_sequence UNIQUE (county_code, household_id, sequence);
alter table episode add constraint episode_sequence_check CHECK ((sequence >= 1));
alter table episode add constraint episode_status_check CHECK ((status = ANY (ARRAY['REGISTERED'::text, 'PRE_EXIT'::text, 'EXITED_ENTITLED'::text, 'EXITED_NOT_ENTITLED'::text, 'CLEARED_OUT'::text, 'DEREGISTERED'::text])));
alter table episode add constraint episode_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table episode add constraint episode_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
alter table episode add constraint episode_previous FOREIGN KEY (county_code, previous_episode_id) REFERENCES episode(county_code, id);
CREATE UNIQUE INDEX episode_open_once ON public.episode USING btree (county_code, household_id) WHERE (closed_on IS NULL);
alter table public.episode enable row level security;
alter table public.episode force row level security;
create policy territory on episode as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.episode REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('episode');
CREATE TRIGGER audit_insert AFTER INSERT ON public.episode REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('episode');
CREATE TRIGGER audit_update AFTER UPDATE ON public.episode REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('episode');
CREATE TRIGGER dirty_delete AFTER DELETE ON public.episode REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_old('episode');
CREATE TRIGGER dirty_insert AFTER INSERT ON public.episode REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_new('episode');
CREATE TRIGGER dirty_update AFTER UPDATE ON public.episode REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_both('episode');
grant insert, select, update on episode to bangfu_app;

create table public.export_job (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  state text not null default 'queued'::text,
  layout text,
  sheet text,
  year smallint,
  format text not null,
  encoding text not null,
  filter jsonb not null default '{}'::jsonb,
  unmasked boolean not null default false,
  purpose text,
  actor jsonb not null,
  progress smallint not null default 0,
  rows integer,
  bytes bigint,
  sha256 text,
  stored_name text,
  failure jsonb,
  created_at timestamp with time zone not null default app.now(),
  finished_at timestamp with time zone,
  expires_at timestamp with time zone,
  source text not null default 'households'::text,
  params jsonb not null default '{}'::jsonb,
  columns text[],
  purpose_code text,
  rows_expected integer,
  cancel_requested boolean not null default false,
  watermark text,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone,
  decision_note text,
  downloads integer not null default 0
);
alter table export_job add constraint export_job_brief_purpose CHECK (((format <> 'docx'::text) OR ((purpose IS NOT NULL) AND (length(TRIM(BOTH FROM purpose)) >= 4))));
alter table export_job add constraint export_job_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table export_job add constraint export_job_encoding_check CHECK ((encoding = ANY (ARRAY['utf8'::text, 'utf8-bom'::text, 'gbk'::text])));
alter table export_job add constraint export_job_format_check CHECK ((format = ANY (ARRAY['xlsx'::text, 'csv'::text, 'parquet'::text, 'pdf'::text, 'docx'::text])));
alter table export_job add constraint export_job_layout_of_households CHECK (((source = 'households'::text) = ((layout IS NOT NULL) AND (sheet IS NOT NULL) AND (year IS NOT NULL))));
alter table export_job add constraint export_job_pk PRIMARY KEY (county_code, id);
alter table export_job add constraint export_job_purpose CHECK (((NOT unmasked) OR (length(TRIM(BOTH FROM purpose)) >= 4)));
alter table export_job add constraint export_job_second_person CHECK (((decided_by IS NULL) OR ((decided_by)::text <> (actor ->> 'userId'::text))));
alter table export_job add constraint export_job_sheet_check CHECK ((sheet = ANY (ARRAY['household'::text, 'person'::text])));
alter table export_job add constraint export_job_source_check CHECK ((source ~ '^[a-z][a-z_]{2,40}$'::text));
alter table export_job add constraint export_job_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'refused'::text, 'cancelled'::text, 'expired'::text])));
alter table export_job add constraint export_job_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX export_job_territory ON public.export_job USING btree (village_code);
alter table public.export_job enable row level security;
alter table public.export_job force row level security;
create policy territory on export_job as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select, update on export_job to bangfu_app;

create table public.finding (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  code text not null,
  origin_kind text not null,
  origin jsonb not null,
  household_id uuid,
  member_id uuid,
  title text not null,
  facts text not null,
  basis text not null,
  suggestion text,
  severity text not null,
  unit_division text collate "C" not null,
  unit_name text not null,
  due_on date not null,
  due_working_days integer,
  state text not null,
  raised_by uuid not null,
  raised_by_name text not null,
  raised_by_unit text not null,
  raised_at timestamp with time zone not null,
  received_by uuid,
  received_by_name text,
  received_at timestamp with time zone,
  measures text,
  rectification text,
  rectified_by uuid,
  submitted_by uuid,
  submitted_by_name text,
  submitted_at timestamp with time zone,
  outcome text,
  reviewed_by uuid,
  reviewed_by_name text,
  reviewed_at timestamp with time zone,
  review_opinion text,
  closed_on date,
  times_returned integer not null default 0,
  times_reopened integer not null default 0,
  times_extended integer not null default 0,
  look_back_on date,
  look_back_draw_id uuid,
  look_back_result text,
  version integer not null default 1
);
alter table finding add constraint finding_closed CHECK (((state = 'CLOSED'::text) = ((closed_on IS NOT NULL) AND (outcome IS NOT NULL) AND (reviewed_by IS NOT NULL))));
alter table finding add constraint finding_code_once UNIQUE (county_code, code);
alter table finding add constraint finding_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table finding add constraint finding_due_working_days_check CHECK ((due_working_days > 0));
alter table finding add constraint finding_look_back_result_check CHECK ((look_back_result = ANY (ARRAY['HELD'::text, 'RELAPSED'::text])));
alter table finding add constraint finding_origin_kind_check CHECK ((origin_kind = ANY (ARRAY['HIT'::text, 'COMPARISON'::text, 'SAMPLE'::text, 'SCREEN'::text, 'LETTER'::text, 'HAND'::text])));
alter table finding add constraint finding_other_eyes CHECK (((state <> 'CLOSED'::text) OR ((reviewed_by IS DISTINCT FROM submitted_by) AND (reviewed_by IS DISTINCT FROM rectified_by))));
alter table finding add constraint finding_outcome_check CHECK ((outcome = ANY (ARRAY['RECTIFIED'::text, 'UNFOUNDED'::text])));
alter table finding add constraint finding_pk PRIMARY KEY (county_code, id);
alter table finding add constraint finding_severity_check CHECK ((severity = ANY (ARRAY['E'::text, 'W'::text])));
alter table finding add constraint finding_state_check CHECK ((state = ANY (ARRAY['ISSUED'::text, 'RECTIFYING'::text, 'IN_REVIEW'::text, 'RETURNED'::text, 'CLOSED'::text])));
alter table finding add constraint finding_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table finding add constraint finding_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
CREATE INDEX finding_look_back ON public.finding USING btree (village_code, look_back_on) WHERE ((look_back_on IS NOT NULL) AND (look_back_result IS NULL));
CREATE INDEX finding_of_household ON public.finding USING btree (county_code, household_id) WHERE (household_id IS NOT NULL);
CREATE INDEX finding_open ON public.finding USING btree (village_code, due_on) WHERE (state <> 'CLOSED'::text);
CREATE INDEX finding_village ON public.finding USING btree (village_code);
alter table public.finding enable row level security;
alter table public.finding force row level security;
create policy territory on finding as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.finding REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('finding');
CREATE TRIGGER audit_insert AFTER INSERT ON public.finding REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('finding');
CREATE TRIGGER audit_update AFTER UPDATE ON public.finding REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('finding');
grant insert, select, update on finding to bangfu_app;

create table public.finding_colour (
  id uuid not null,
  blue_days integer not null,
  yellow_days integer not null,
  red_days integer not null,
  unit text not null,
  source text not null,
  valid_from date not null,
  published_at timestamp with time zone not null default app.now(),
  published_by uuid not null default app.actor()
);
alter table finding_colour add constraint finding_colour_order CHECK (((red_days < yellow_days) AND (yellow_days < blue_days)));
alter table finding_colour add constraint finding_colour_pk PRIMARY KEY (id);
alter table finding_colour add constraint finding_colour_unit_check CHECK ((unit = ANY (ARRAY['calendar'::text, 'working'::text])));
CREATE INDEX finding_colour_in_force ON public.finding_colour USING btree (valid_from, published_at);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.finding_colour FOR EACH ROW EXECUTE FUNCTION app.audit_reference('finding_colour', '', 'id');
grant insert, select on finding_colour to bangfu_app;

create table public.finding_draw (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  closed_from date not null,
  closed_to date not null,
  seed text not null,
  algorithm text not null,
  frame_size integer not null,
  frame_sha256 text not null,
  size integer not null,
  look_back_on date not null,
  drawn_by uuid not null,
  drawn_by_name text not null,
  drawn_at timestamp with time zone not null
);
alter table finding_draw add constraint finding_draw_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table finding_draw add constraint finding_draw_pk PRIMARY KEY (county_code, id);
alter table finding_draw add constraint finding_draw_size_check CHECK ((size >= 1));
alter table finding_draw add constraint finding_draw_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX finding_draw_village ON public.finding_draw USING btree (village_code);
alter table public.finding_draw enable row level security;
alter table public.finding_draw force row level security;
create policy territory on finding_draw as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.finding_draw REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('finding_draw');
CREATE TRIGGER audit_insert AFTER INSERT ON public.finding_draw REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('finding_draw');
CREATE TRIGGER audit_update AFTER UPDATE ON public.finding_draw REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('finding_draw');
grant insert, select on finding_draw to bangfu_app;

create table public.finding_event (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  finding_id uuid not null,
  seq integer not null,
  action text not null,
  from_state text,
  to_state text not null,
  note text,
  payload jsonb,
  attachment_ids uuid[] not null default '{}'::uuid[],
  actor_id uuid not null,
  actor_name text not null,
  actor_role text not null,
  actor_unit text not null,
  at timestamp with time zone not null
);
alter table finding_event add constraint finding_event_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table finding_event add constraint finding_event_pk PRIMARY KEY (county_code, id);
alter table finding_event add constraint finding_event_seq UNIQUE (county_code, finding_id, seq);
alter table finding_event add constraint finding_event_seq_check CHECK ((seq >= 1));
alter table finding_event add constraint finding_event_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table finding_event add constraint finding_event_finding FOREIGN KEY (county_code, finding_id) REFERENCES finding(county_code, id);
alter table public.finding_event enable row level security;
alter table public.finding_event force row level security;
create policy territory on finding_event as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.finding_event REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('finding_event');
CREATE TRIGGER audit_insert AFTER INSERT ON public.finding_event REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('finding_event');
CREATE TRIGGER audit_update AFTER UPDATE ON public.finding_event REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('finding_event');
grant insert, select on finding_event to bangfu_app;

create table public.finding_extension (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  finding_id uuid not null,
  due_before date not null,
  asked_until date not null,
  reason text not null,
  requested_by uuid not null,
  requested_by_name text not null,
  requested_at timestamp with time zone not null,
  state text not null default 'PENDING'::text,
  granted_until date,
  opinion text,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamp with time zone
);
alter table finding_extension add constraint finding_extension_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table finding_extension add constraint finding_extension_decided CHECK ((((state = 'PENDING'::text) = (decided_by IS NULL)) AND ((state = 'GRANTED'::text) = (granted_until IS NOT NULL))));
alter table finding_extension add constraint finding_extension_later CHECK (((asked_until > due_before) AND ((granted_until IS NULL) OR (granted_until > due_before))));
alter table finding_extension add constraint finding_extension_other_eyes CHECK (((decided_by IS NULL) OR (decided_by <> requested_by)));
alter table finding_extension add constraint finding_extension_pk PRIMARY KEY (county_code, id);
alter table finding_extension add constraint finding_extension_state_check CHECK ((state = ANY (ARRAY['PENDING'::text, 'GRANTED'::text, 'REFUSED'::text])));
alter table finding_extension add constraint finding_extension_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table finding_extension add constraint finding_extension_finding FOREIGN KEY (county_code, finding_id) REFERENCES finding(county_code, id);
CREATE INDEX finding_extension_of ON public.finding_extension USING btree (county_code, finding_id);
CREATE UNIQUE INDEX finding_extension_pending_once ON public.finding_extension USING btree (county_code, finding_id) WHERE (state = 'PENDING'::text);
alter table public.finding_extension enable row level security;
alter table public.finding_extension force row level security;
create policy territory on finding_extension as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.finding_extension REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('finding_extension');
CREATE TRIGGER audit_insert AFTER INSERT ON public.finding_extension REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('finding_extension');
CREATE TRIGGER audit_update AFTER UPDATE ON public.finding_extension REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('finding_extension');
grant insert, select, update on finding_extension to bangfu_app;

create table public.finding_origin (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  finding_id uuid not null,
  ordinal integer not null,
  kind text not null,
  ref text collate "C" not null,
  code text collate "C",
  division_code text collate "C" not null,
  household_id uuid,
  member_id uuid,
  label text not null,
  shown jsonb not null,
  vals jsonb not null,
  is_open boolean not null default true,
  copied_at timestamp with time zone not null
);
alter table finding_origin add constraint finding_origin_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table finding_origin add constraint finding_origin_kind_check1 CHECK ((kind = ANY (ARRAY['HIT'::text, 'COMPARISON'::text, 'SAMPLE'::text, 'SCREEN'::text, 'LETTER'::text, 'HAND'::text])));
alter table finding_origin add constraint finding_origin_pk PRIMARY KEY (county_code, id);
alter table finding_origin add constraint finding_origin_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table finding_origin add constraint finding_origin_finding FOREIGN KEY (county_code, finding_id) REFERENCES finding(county_code, id);
CREATE INDEX finding_origin_household ON public.finding_origin USING btree (county_code, household_id) WHERE (household_id IS NOT NULL);
CREATE INDEX finding_origin_of ON public.finding_origin USING btree (county_code, finding_id, ordinal);
CREATE INDEX finding_origin_ref ON public.finding_origin USING btree (county_code, kind, ref);
CREATE UNIQUE INDEX finding_origin_open_once ON public.finding_origin USING btree (county_code, kind, ref) WHERE is_open;
alter table public.finding_origin enable row level security;
alter table public.finding_origin force row level security;
create policy territory on finding_origin as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.finding_origin REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('finding_origin');
CREATE TRIGGER audit_insert AFTER INSERT ON public.finding_origin REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('finding_origin');
CREATE TRIGGER audit_update AFTER UPDATE ON public.finding_origin REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('finding_origin');
grant insert, select on finding_origin to bangfu_app;
grant update (is_open) on finding_origin to bangfu_app;

create table public.fund (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  code text collate "C" not null,
  name text not null,
  level text not null,
  kind text not null,
  year smallint not null,
  document_no text not null,
  allocated_fen bigint not null,
  received_on date not null,
  note text,
  version integer not null default 1,
  created_by uuid not null default app.actor(),
  created_at timestamp with time zone not null default app.now(),
  updated_at timestamp with time zone not null default app.now()
);
alter table fund add constraint fund_allocated_fen_check CHECK ((allocated_fen > 0));
alter table fund add constraint fund_code_once UNIQUE (county_code, code);
alter table fund add constraint fund_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table fund add constraint fund_kind_check CHECK ((kind = ANY (ARRAY['SPECIAL'::text, 'INTEGRATED'::text, 'BRIDGING'::text, 'COLLABORATION'::text, 'DESIGNATED'::text, 'DONATION'::text, 'OTHER'::text])));
alter table fund add constraint fund_level_check CHECK ((level = ANY (ARRAY['CENTRAL'::text, 'REGION'::text, 'PREFECTURE'::text, 'COUNTY'::text, 'OUTSIDE'::text])));
alter table fund add constraint fund_pk PRIMARY KEY (county_code, id);
alter table fund add constraint fund_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table fund add constraint fund_year_check CHECK (((year >= 2000) AND (year <= 2100)));
CREATE INDEX fund_village ON public.fund USING btree (village_code);
alter table public.fund enable row level security;
alter table public.fund force row level security;
create policy territory on fund as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.fund REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('fund');
CREATE TRIGGER audit_insert AFTER INSERT ON public.fund REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('fund');
CREATE TRIGGER audit_update AFTER UPDATE ON public.fund REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('fund');
grant insert, select, update on fund to bangfu_app;

create table public.help_event (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  subject_kind text not null,
  subject_id uuid not null,
  household_id uuid,
  seq integer not null,
  action text not null,
  from_status text,
  to_status text not null,
  reason text,
  payload jsonb,
  actor_id uuid not null default app.actor(),
  actor_name text not null,
  actor_role text not null,
  at timestamp with time zone not null default app.now()
);
alter table help_event add constraint help_event_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table help_event add constraint help_event_pk PRIMARY KEY (county_code, id);
alter table help_event add constraint help_event_seq UNIQUE (county_code, subject_id, seq);
alter table help_event add constraint help_event_seq_check CHECK ((seq >= 1));
alter table help_event add constraint help_event_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['plan'::text, 'assignment'::text, 'project'::text, 'batch'::text, 'asset'::text])));
alter table help_event add constraint help_event_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table public.help_event enable row level security;
alter table public.help_event force row level security;
create policy territory on help_event as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.help_event REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('help_event');
CREATE TRIGGER audit_insert AFTER INSERT ON public.help_event REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('help_event');
CREATE TRIGGER audit_update AFTER UPDATE ON public.help_event REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('help_event');
grant insert, select on help_event to bangfu_app;
grant update (village_code) on help_event to bangfu_app;

create table public.help_plan (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  year smallint not null,
  revision integer not null default 1,
  status text not null,
  aim text not null,
  note text,
  drafted_by uuid not null default app.actor(),
  drafted_by_name text not null,
  signature_ref text,
  agreed_by uuid,
  agreed_at timestamp with time zone,
  confirmed_by uuid,
  confirmed_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null default app.now(),
  updated_at timestamp with time zone not null default app.now()
);
alter table help_plan add constraint help_plan_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table help_plan add constraint help_plan_pk PRIMARY KEY (county_code, id);
alter table help_plan add constraint help_plan_revision UNIQUE (county_code, household_id, year, revision);
alter table help_plan add constraint help_plan_revision_check CHECK ((revision >= 1));
alter table help_plan add constraint help_plan_status_check CHECK ((status = ANY (ARRAY['DRAFT'::text, 'AGREED'::text, 'CONFIRMED'::text, 'SUPERSEDED'::text])));
alter table help_plan add constraint help_plan_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table help_plan add constraint help_plan_year_check CHECK (((year >= 2000) AND (year <= 2100)));
alter table help_plan add constraint help_plan_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
CREATE INDEX help_plan_village ON public.help_plan USING btree (village_code);
CREATE UNIQUE INDEX help_plan_confirmed_once ON public.help_plan USING btree (county_code, household_id, year) WHERE (status = 'CONFIRMED'::text);
CREATE UNIQUE INDEX help_plan_open_once ON public.help_plan USING btree (county_code, household_id, year) WHERE (status = ANY (ARRAY['DRAFT'::text, 'AGREED'::text]));
alter table public.help_plan enable row level security;
alter table public.help_plan force row level security;
create policy territory on help_plan as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.help_plan REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('help_plan');
CREATE TRIGGER audit_insert AFTER INSERT ON public.help_plan REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('help_plan');
CREATE TRIGGER audit_update AFTER UPDATE ON public.help_plan REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('help_plan');
grant insert, select, update on help_plan to bangfu_app;

create table public.help_plan_item (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  plan_id uuid not null,
  household_id uuid not null,
  member_id uuid,
  ordinal integer not null,
  measure_code text collate "C" not null,
  aim text not null,
  starts_on date,
  ends_on date,
  amount_fen bigint,
  responsible text
);
alter table help_plan_item add constraint help_plan_item_amount_fen_check CHECK ((amount_fen >= 0));
alter table help_plan_item add constraint help_plan_item_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table help_plan_item add constraint help_plan_item_dates CHECK ((starts_on <= ends_on));
alter table help_plan_item add constraint help_plan_item_pk PRIMARY KEY (county_code, id);
alter table help_plan_item add constraint help_plan_item_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table help_plan_item add constraint help_plan_item_plan FOREIGN KEY (county_code, plan_id) REFERENCES help_plan(county_code, id);
CREATE UNIQUE INDEX help_plan_item_once ON public.help_plan_item USING btree (county_code, plan_id, measure_code, member_id) NULLS NOT DISTINCT;
alter table public.help_plan_item enable row level security;
alter table public.help_plan_item force row level security;
create policy territory on help_plan_item as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.help_plan_item REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('help_plan_item');
CREATE TRIGGER audit_insert AFTER INSERT ON public.help_plan_item REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('help_plan_item');
CREATE TRIGGER audit_update AFTER UPDATE ON public.help_plan_item REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('help_plan_item');
grant delete, insert, select, update on help_plan_item to bangfu_app;

create table public.helper (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  name text not null,
  unit text not null,
  affiliation text,
  rank text,
  user_id uuid,
  phone_enc text,
  phone_masked text,
  content_hash text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default app.now(),
  updated_at timestamp with time zone not null default app.now()
);
alter table helper add constraint helper_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table helper add constraint helper_pk PRIMARY KEY (county_code, id);
alter table helper add constraint helper_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX helper_list ON public.helper USING btree (village_code);
alter table public.helper enable row level security;
alter table public.helper force row level security;
create policy territory on helper as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.helper REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('helper');
CREATE TRIGGER audit_insert AFTER INSERT ON public.helper REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('helper');
CREATE TRIGGER audit_update AFTER UPDATE ON public.helper REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('helper');
grant insert, select, update on helper to bangfu_app;

create table public.holiday (
  day date not null,
  kind text not null,
  name text,
  source text not null
);
alter table holiday add constraint holiday_kind_check CHECK ((kind = ANY (ARRAY['HOLIDAY'::text, 'WORKDAY'::text])));
alter table holiday add constraint holiday_pk PRIMARY KEY (day);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.holiday FOR EACH ROW EXECUTE FUNCTION app.audit_reference('holiday', '', 'day');
grant delete, insert, select, update on holiday to bangfu_app;

create table public.household (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  status text not null default 'CANDIDATE'::text,
  head_name text not null,
  member_count integer not null default 0,
  household_code text,
  natural_village text,
  phone_enc text,
  phone_masked text,
  bank_name text,
  bank_account_no_enc text,
  bank_account_no_masked text,
  identification_standard text,
  poor_household_type text,
  household_kind text,
  monitoring_category text,
  is_martyr_family boolean,
  is_one_child_family boolean,
  is_two_daughter_family boolean,
  measure_category text,
  industry_help_type text,
  first_identified_month text,
  exit_year smallint,
  planned_exit_year smallint,
  return_year smallint,
  return_reason text,
  main_cause text,
  other_causes text[],
  cause_note text,
  is_relocated boolean,
  relocation_mode text,
  resettlement_mode text,
  resettlement_place text,
  relocation_difficulties text[],
  phone_last4 text,
  ended_on date,
  end_reason text,
  origin_county_code text collate "C",
  origin_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null default app.now(),
  updated_at timestamp with time zone not null default app.now(),
  house_position text collate "C"
);
alter table household add constraint household_code_once UNIQUE (county_code, household_code);
alter table household add constraint household_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table household add constraint household_first_identified_month_check CHECK ((first_identified_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text));
alter table household add constraint household_house_position CHECK ((house_position ~ '^geo:-?[0-9]{1,2}\.[0-9]{6},-?[0-9]{1,3}\.[0-9]{6}(;u=[0-9]{1,6})?(;on=[0-9]{4}-[0-9]{2}-[0-9]{2})?;by=(phone|visit|typed)$'::text));
alter table household add constraint household_member_count_check CHECK ((member_count >= 0));
alter table household add constraint household_pk PRIMARY KEY (county_code, id);
alter table household add constraint household_status_check CHECK ((status = ANY (ARRAY['CANDIDATE'::text, 'REGISTERED'::text, 'PRE_EXIT'::text, 'EXITED_ENTITLED'::text, 'EXITED_NOT_ENTITLED'::text, 'RETURNED'::text, 'CLEARED_OUT'::text, 'DEREGISTERED'::text])));
alter table household add constraint household_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX household_code_search ON public.household USING btree (household_code, village_code) WHERE (household_code IS NOT NULL);
CREATE INDEX household_county_village ON public.household USING btree (county_code, village_code, status);
CREATE INDEX household_village ON public.household USING btree (village_code);
CREATE INDEX household_village_status ON public.household USING btree (village_code, status);
alter table public.household enable row level security;
alter table public.household force row level security;
create policy territory on household as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.household REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('household');
CREATE TRIGGER audit_insert AFTER INSERT ON public.household REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('household');
CREATE TRIGGER audit_update AFTER UPDATE ON public.household REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('household');
CREATE TRIGGER dirty_delete AFTER DELETE ON public.household REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_old('household');
CREATE TRIGGER dirty_insert AFTER INSERT ON public.household REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_new('household');
CREATE TRIGGER dirty_update AFTER UPDATE ON public.household REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_both('household');
CREATE TRIGGER tombstones AFTER UPDATE ON public.household REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.bury_household();
grant insert, select, update on household to bangfu_app;

create table public.household_comparison (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  year smallint not null,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default app.now(),
  recorded_by uuid not null default app.actor(),
  superseded_at timestamp with time zone,
  correction_reason text,
  source text,
  compared_on date,
  has_public_payroll_member boolean,
  has_village_cadre boolean,
  owns_car boolean,
  owns_commercial_property boolean,
  owns_registered_firm boolean
);
alter table household_comparison add constraint household_comparison_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table household_comparison add constraint household_comparison_pk PRIMARY KEY (county_code, id);
alter table household_comparison add constraint household_comparison_version UNIQUE (county_code, household_id, year, version);
alter table household_comparison add constraint household_comparison_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table household_comparison add constraint household_comparison_year_check CHECK (((year >= 2000) AND (year <= 2100)));
alter table household_comparison add constraint household_comparison_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
CREATE UNIQUE INDEX household_comparison_current ON public.household_comparison USING btree (county_code, household_id, year) WHERE (superseded_at IS NULL);
alter table public.household_comparison enable row level security;
alter table public.household_comparison force row level security;
create policy territory on household_comparison as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.household_comparison REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('household_comparison');
CREATE TRIGGER audit_insert AFTER INSERT ON public.household_comparison REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('household_comparison');
CREATE TRIGGER audit_update AFTER UPDATE ON public.household_comparison REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('household_comparison');
CREATE TRIGGER dirty_delete AFTER DELETE ON public.household_comparison REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_old('household_comparison');
CREATE TRIGGER dirty_insert AFTER INSERT ON public.household_comparison REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_new('household_comparison');
CREATE TRIGGER dirty_update AFTER UPDATE ON public.household_comparison REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_both('household_comparison');
grant insert, select, update on household_comparison to bangfu_app;

create table public.household_fact (
  county_code text collate "C" not null,
  household_id uuid not null,
  village_code text collate "C" not null,
  year integer not null,
  status text,
  poor_household_type text,
  main_cause text,
  other_causes text[],
  first_identified_month date,
  months_since_identified integer,
  exit_year integer,
  member_count integer,
  labour_count integer,
  disabled_count integer,
  chronic_or_serious_illness_count integer,
  school_child_count integer,
  has_minimum_allowance boolean,
  is_extreme_poverty_support boolean,
  wage_fen bigint,
  business_fen bigint,
  property_fen bigint,
  transfer_fen bigint,
  cost_fen bigint,
  net_income_fen bigint,
  net_income_per_capita_fen bigint,
  food_ok boolean,
  clothing_ok boolean,
  compulsory_education_ok boolean,
  dropout_count integer,
  basic_medical_ok boolean,
  uninsured_count integer,
  housing_safe boolean,
  housing_grade text,
  safe_water boolean,
  has_public_payroll_member boolean,
  has_village_cadre boolean,
  owns_car boolean,
  owns_commercial_property boolean,
  owns_registered_firm boolean,
  is_relocated boolean
);
alter table household_fact add constraint household_fact_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table household_fact add constraint household_fact_pk PRIMARY KEY (county_code, household_id, year);
alter table household_fact add constraint household_fact_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX household_fact_village ON public.household_fact USING btree (county_code, village_code, year);
alter table public.household_fact enable row level security;
alter table public.household_fact force row level security;
create policy territory on household_fact as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant delete, insert, select, update on household_fact to bangfu_app;

create table public.household_link (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  other_county_code text collate "C" not null,
  other_household_id uuid not null,
  kind text not null,
  occurred_on date not null,
  reason text,
  created_at timestamp with time zone not null default app.now()
);
alter table household_link add constraint household_link_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table household_link add constraint household_link_kind_check CHECK ((kind = ANY (ARRAY['SPLIT_FROM'::text, 'MERGED_INTO'::text, 'MOVED_FROM'::text, 'MOVED_TO'::text])));
alter table household_link add constraint household_link_pk PRIMARY KEY (county_code, id);
alter table household_link add constraint household_link_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table household_link add constraint household_link_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
CREATE INDEX household_link_household_idx ON public.household_link USING btree (county_code, household_id);
alter table public.household_link enable row level security;
alter table public.household_link force row level security;
create policy territory on household_link as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.household_link REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('household_link');
CREATE TRIGGER audit_insert AFTER INSERT ON public.household_link REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('household_link');
CREATE TRIGGER audit_update AFTER UPDATE ON public.household_link REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('household_link');
grant insert, select, update on household_link to bangfu_app;

create table public.household_verdict (
  county_code text collate "C" not null,
  household_id uuid not null,
  village_code text collate "C" not null,
  year integer not null,
  rule_code text collate "C" not null,
  verdict text not null,
  leaves text not null,
  rule_version_id uuid not null,
  run_id uuid not null,
  computed_at timestamp with time zone not null
);
alter table household_verdict add constraint household_verdict_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table household_verdict add constraint household_verdict_pk PRIMARY KEY (county_code, household_id, year, rule_code);
alter table household_verdict add constraint household_verdict_verdict_check CHECK ((verdict = ANY (ARRAY['met'::text, 'not_met'::text, 'unproven'::text])));
alter table household_verdict add constraint household_verdict_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table public.household_verdict enable row level security;
alter table public.household_verdict force row level security;
create policy territory on household_verdict as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant delete, insert, select, update on household_verdict to bangfu_app;

create table public.household_year (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  year smallint not null,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default app.now(),
  superseded_at timestamp with time zone,
  correction_reason text,
  member_count integer not null,
  member_count_year_start integer,
  member_count_year_end integer,
  income_period_start date,
  income_period_end date,
  farmland_mu numeric(12,2),
  irrigated_mu numeric(12,2),
  forest_mu numeric(12,2),
  land_returned_to_forest_mu numeric(12,2),
  orchard_mu numeric(12,2),
  grassland_mu numeric(12,2),
  water_mu numeric(12,2),
  production_house_m2 numeric(12,2),
  livestock_poultry integer,
  livestock_cattle integer,
  livestock_sheep integer,
  livestock_pigs integer,
  livestock_other integer,
  in_cooperative boolean,
  led_by_enterprise boolean,
  led_by_pioneer boolean,
  water_difficult boolean,
  safe_water boolean,
  water_sources text[],
  has_electricity boolean,
  has_production_power boolean,
  has_tv boolean,
  distance_to_road_km numeric(12,2),
  road_type text,
  housing_m2 numeric(12,2),
  is_dilapidated boolean,
  housing_grade text,
  housing_renovation_year smallint,
  has_sanitary_toilet boolean,
  fuel_type text,
  food_ok boolean,
  clothing_ok boolean,
  compulsory_education_ok boolean,
  basic_medical_ok boolean,
  housing_safe boolean,
  wage_migrant_work_fen bigint,
  wage_public_post_fen bigint,
  wage_reward_fen bigint,
  wage_other_fen bigint,
  wage_unsplit_fen bigint,
  business_crop_fen bigint,
  business_livestock_fen bigint,
  business_forest_fruit_fen bigint,
  business_reward_fen bigint,
  business_other_fen bigint,
  business_unsplit_fen bigint,
  property_asset_dividend_fen bigint,
  property_land_transfer_fen bigint,
  property_entrusted_farming_fen bigint,
  property_other_fen bigint,
  property_unsplit_fen bigint,
  transfer_family_planning_fen bigint,
  transfer_minimum_allowance_fen bigint,
  transfer_extreme_poverty_fen bigint,
  transfer_pension_fen bigint,
  transfer_return_forest_fen bigint,
  transfer_public_forest_fen bigint,
  transfer_grassland_fen bigint,
  transfer_resettlement_fen bigint,
  transfer_ecology_other_fen bigint,
  transfer_ecology_unsplit_fen bigint,
  transfer_planting_fen bigint,
  transfer_land_fertility_fen bigint,
  transfer_insurance_aid_fen bigint,
  transfer_old_age_fen bigint,
  transfer_entitled_groups_fen bigint,
  transfer_disability_fen bigint,
  transfer_education_aid_fen bigint,
  transfer_disaster_relief_fen bigint,
  transfer_family_support_fen bigint,
  transfer_heating_fen bigint,
  transfer_coal_fen bigint,
  transfer_price_fen bigint,
  transfer_temporary_relief_fen bigint,
  transfer_donation_fen bigint,
  transfer_other_fen bigint,
  transfer_unsplit_fen bigint,
  business_cost_crop_fen bigint,
  business_cost_livestock_fen bigint,
  business_cost_forest_fruit_fen bigint,
  business_cost_farm_inputs_fen bigint,
  business_cost_depreciation_lease_fen bigint,
  business_cost_utilities_fuel_fen bigint,
  business_cost_land_lease_fen bigint,
  business_cost_fodder_fen bigint,
  business_cost_veterinary_fen bigint,
  business_cost_breeding_stock_fen bigint,
  business_cost_sales_communication_fen bigint,
  business_cost_other_fen bigint,
  business_cost_unsplit_fen bigint,
  claims_fen bigint,
  out_of_pocket_fen bigint,
  cost_relief_subsidy_fen bigint,
  reported_income_fen bigint,
  reported_net_income_fen bigint,
  reported_per_capita_income_fen bigint,
  wage_income_fen bigint,
  business_income_fen bigint,
  property_income_fen bigint,
  transfer_income_fen bigint,
  business_cost_fen bigint,
  gross_income_fen bigint,
  net_income_fen bigint,
  per_capita_income_fen bigint
);
alter table household_year add constraint household_year_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table household_year add constraint household_year_member_count_check CHECK ((member_count >= 0));
alter table household_year add constraint household_year_pk PRIMARY KEY (county_code, id);
alter table household_year add constraint household_year_version UNIQUE (county_code, household_id, year, version);
alter table household_year add constraint household_year_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table household_year add constraint household_year_year_check CHECK (((year >= 2000) AND (year <= 2100)));
alter table household_year add constraint household_year_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
CREATE INDEX household_year_village ON public.household_year USING btree (county_code, village_code, year) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX household_year_current ON public.household_year USING btree (county_code, household_id, year) WHERE (superseded_at IS NULL);
alter table public.household_year enable row level security;
alter table public.household_year force row level security;
create policy territory on household_year as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.household_year REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('household_year');
CREATE TRIGGER audit_insert AFTER INSERT ON public.household_year REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('household_year');
CREATE TRIGGER audit_update AFTER UPDATE ON public.household_year REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('household_year');
CREATE TRIGGER dirty_delete AFTER DELETE ON public.household_year REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_old('household_year');
CREATE TRIGGER dirty_insert AFTER INSERT ON public.household_year REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_new('household_year');
CREATE TRIGGER dirty_update AFTER UPDATE ON public.household_year REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_both('household_year');
grant insert, select, update on household_year to bangfu_app;

create table public.identity_register (
  id_hash text not null,
  county_code text collate "C" not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  member_id uuid not null,
  registered_at timestamp with time zone not null default app.now()
);
alter table identity_register add constraint identity_register_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table identity_register add constraint identity_register_pkey PRIMARY KEY (id_hash);
alter table identity_register add constraint identity_register_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX identity_register_member ON public.identity_register USING btree (county_code, member_id);
alter table public.identity_register enable row level security;
alter table public.identity_register force row level security;
create policy territory on identity_register as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant delete, insert, select, update on identity_register to bangfu_app;

create table public.import_batch (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  state text not null default 'uploaded'::text,
  file_name text not null,
  file_kind text not null,
  file_sha256 text not null,
  file_bytes bigint not null,
  stored_name text,
  encoding text,
  layout text,
  sheet text,
  year smallint not null,
  columns jsonb,
  mapping jsonb not null default '{}'::jsonb,
  notes jsonb not null default '[]'::jsonb,
  warnings jsonb not null default '[]'::jsonb,
  commit_mode text,
  rows_in integer,
  rows_created integer,
  rows_updated integer,
  rows_unchanged integer,
  rows_rejected integer,
  households_created integer,
  households_updated integer,
  progress smallint not null default 0,
  cancel_requested boolean not null default false,
  failure jsonb,
  actor jsonb not null,
  uploaded_by uuid not null default app.actor(),
  commit_request text,
  commit_xid xid8,
  created_at timestamp with time zone not null default app.now(),
  validated_at timestamp with time zone,
  committed_at timestamp with time zone,
  undone_at timestamp with time zone,
  version integer not null default 1
);
alter table import_batch add constraint import_batch_commit_mode_check CHECK ((commit_mode = ANY (ARRAY['all'::text, 'good'::text])));
alter table import_batch add constraint import_batch_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table import_batch add constraint import_batch_file_kind_check CHECK ((file_kind = ANY (ARRAY['xlsx'::text, 'csv'::text])));
alter table import_batch add constraint import_batch_identity CHECK (((rows_in IS NULL) OR (rows_in = (((rows_created + rows_updated) + rows_unchanged) + rows_rejected))));
alter table import_batch add constraint import_batch_pk PRIMARY KEY (county_code, id);
alter table import_batch add constraint import_batch_sheet_check CHECK ((sheet = ANY (ARRAY['household'::text, 'person'::text])));
alter table import_batch add constraint import_batch_state_check CHECK ((state = ANY (ARRAY['uploaded'::text, 'parsing'::text, 'needs_mapping'::text, 'validated'::text, 'committing'::text, 'committed'::text, 'undoing'::text, 'undone'::text, 'failed'::text, 'cancelled'::text])));
alter table import_batch add constraint import_batch_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX import_batch_territory ON public.import_batch USING btree (village_code);
alter table public.import_batch enable row level security;
alter table public.import_batch force row level security;
create policy territory on import_batch as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select, update on import_batch to bangfu_app;

create table public.import_effect (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  batch_id uuid not null,
  households uuid[] not null,
  created jsonb not null,
  superseded jsonb not null,
  before jsonb not null
);
alter table import_effect add constraint import_effect_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table import_effect add constraint import_effect_pk PRIMARY KEY (county_code, id);
alter table import_effect add constraint import_effect_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX import_effect_batch ON public.import_effect USING btree (county_code, batch_id);
alter table public.import_effect enable row level security;
alter table public.import_effect force row level security;
create policy territory on import_effect as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select, update on import_effect to bangfu_app;

create table public.import_mapping (
  id uuid not null,
  division_code text collate "C" not null,
  layout text not null,
  heading text not null,
  target text not null,
  updated_by uuid not null default app.actor(),
  updated_at timestamp with time zone not null default app.now()
);
alter table import_mapping add constraint import_mapping_once UNIQUE (division_code, layout, heading);
alter table import_mapping add constraint import_mapping_pk PRIMARY KEY (id);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.import_mapping FOR EACH ROW EXECUTE FUNCTION app.audit_reference('import_mapping', '', 'id');
grant insert, select, update on import_mapping to bangfu_app;

create table public.import_row (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  batch_id uuid not null,
  n integer not null,
  household_row integer not null,
  outcome text not null,
  corrected boolean not null default false,
  cells_enc text not null,
  faults jsonb not null,
  version integer not null default 1
);
alter table import_row add constraint import_row_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table import_row add constraint import_row_once UNIQUE (county_code, batch_id, n);
alter table import_row add constraint import_row_outcome_check CHECK ((outcome = ANY (ARRAY['created'::text, 'updated'::text, 'unchanged'::text, 'rejected'::text])));
alter table import_row add constraint import_row_pk PRIMARY KEY (county_code, id);
alter table import_row add constraint import_row_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table import_row add constraint import_row_batch FOREIGN KEY (county_code, batch_id) REFERENCES import_batch(county_code, id);
CREATE INDEX import_row_household ON public.import_row USING btree (county_code, batch_id, household_row);
alter table public.import_row enable row level security;
alter table public.import_row force row level security;
create policy territory on import_row as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant delete, insert, select, update on import_row to bangfu_app;

create table public.installation (
  singleton boolean not null default true,
  mode text not null default 'production'::text,
  region_code text collate "C" not null default '15'::text,
  clock_offset interval not null default '00:00:00'::interval,
  epoch uuid not null default gen_random_uuid()
);
alter table installation add constraint installation_clock_only_in_trial CHECK (((mode <> 'production'::text) OR (clock_offset = '00:00:00'::interval)));
alter table installation add constraint installation_mode_check CHECK ((mode = ANY (ARRAY['production'::text, 'trial'::text, 'test'::text])));
alter table installation add constraint installation_pkey PRIMARY KEY (singleton);
alter table installation add constraint installation_region_code_check CHECK ((region_code ~ '^[0-9]{2}$'::text));
alter table installation add constraint installation_singleton_check CHECK (singleton);
grant select on installation to bangfu_app;

create table public.login_attempt (
  source text not null,
  attempts integer not null,
  window_started_at timestamp with time zone not null
);
alter table login_attempt add constraint login_attempt_pkey PRIMARY KEY (source);
grant delete, insert, select, update on login_attempt to bangfu_app;

create table public.measure_version (
  id uuid not null,
  code text collate "C" not null,
  version integer not null,
  kind text not null,
  level text not null,
  delivery text not null,
  name jsonb not null,
  beneficiaries jsonb,
  eligibility jsonb,
  rule_note jsonb,
  amount jsonb,
  period jsonb,
  funding jsonb,
  after_exit jsonb,
  received_when jsonb,
  moves jsonb not null,
  overlapping jsonb not null,
  sources jsonb not null,
  examples jsonb not null,
  valid_from date not null,
  valid_to date,
  published_at timestamp with time zone not null default app.now(),
  published_by uuid not null default app.actor()
);
alter table measure_version add constraint measure_version_code_check CHECK ((code ~ '^[A-Z]{3}-[0-9]{2}$'::text));
alter table measure_version add constraint measure_version_dates CHECK ((valid_from < valid_to));
alter table measure_version add constraint measure_version_delivery_check CHECK ((delivery = ANY (ARRAY['CLAIM'::text, 'AT_SOURCE'::text, 'PLAN'::text])));
alter table measure_version add constraint measure_version_from_once UNIQUE (code, valid_from);
alter table measure_version add constraint measure_version_judged CHECK (((level = ANY (ARRAY['household'::text, 'member'::text])) OR ((eligibility IS NULL) AND (received_when IS NULL))));
alter table measure_version add constraint measure_version_kind_check CHECK ((kind = ANY (ARRAY['INDUSTRY'::text, 'RELOCATION'::text, 'EMPLOYMENT'::text, 'EDUCATION'::text, 'HEALTH'::text, 'SOCIAL_SECURITY'::text, 'ECOLOGY'::text, 'FINANCE'::text, 'HOUSING'::text, 'WATER'::text, 'INFRASTRUCTURE'::text, 'SOCIAL'::text, 'REGION'::text])));
alter table measure_version add constraint measure_version_level_check CHECK ((level = ANY (ARRAY['household'::text, 'member'::text, 'village'::text, 'region'::text])));
alter table measure_version add constraint measure_version_once UNIQUE (code, version);
alter table measure_version add constraint measure_version_pk PRIMARY KEY (id);
alter table measure_version add constraint measure_version_version_check CHECK ((version >= 1));
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.measure_version FOR EACH ROW EXECUTE FUNCTION app.audit_reference('measure_version', '', 'id');
CREATE TRIGGER immutable BEFORE UPDATE ON public.measure_version FOR EACH ROW EXECUTE FUNCTION app.keep_measure_version();
grant insert, select, update on measure_version to bangfu_app;

create table public.member (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  name text not null,
  name_initials text,
  member_code text,
  ordinal integer,
  gender text,
  birth_date date,
  id_type text,
  id_no_enc text,
  id_no_masked text,
  relation_to_head text not null,
  ethnic_group text,
  phone_enc text,
  phone_masked text,
  member_identified_month text,
  is_relocated_person boolean,
  member_status text not null,
  member_change_reason text,
  joined_on date,
  left_on date,
  disability_cert_no_enc text,
  disability_cert_no_masked text,
  disability_cert_year smallint,
  id_no_bidx text,
  origin_county_code text collate "C",
  origin_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null default app.now(),
  updated_at timestamp with time zone not null default app.now()
);
alter table member add constraint member_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table member add constraint member_member_identified_month_check CHECK ((member_identified_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'::text));
alter table member add constraint member_pk PRIMARY KEY (county_code, id);
alter table member add constraint member_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table member add constraint member_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
CREATE INDEX member_bidx ON public.member USING btree (id_no_bidx) WHERE (id_no_bidx IS NOT NULL);
CREATE INDEX member_of_household ON public.member USING btree (county_code, household_id);
CREATE UNIQUE INDEX member_code_once ON public.member USING btree (county_code, member_code) WHERE (member_code IS NOT NULL);
alter table public.member enable row level security;
alter table public.member force row level security;
create policy territory on member as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.member REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('member');
CREATE TRIGGER audit_insert AFTER INSERT ON public.member REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('member');
CREATE TRIGGER audit_update AFTER UPDATE ON public.member REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('member');
CREATE TRIGGER dirty_delete AFTER DELETE ON public.member REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_old('member');
CREATE TRIGGER dirty_insert AFTER INSERT ON public.member REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_new('member');
CREATE TRIGGER dirty_update AFTER UPDATE ON public.member REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_both('member');
CREATE TRIGGER name_grams_delete AFTER DELETE ON public.member REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.write_name_grams();
CREATE TRIGGER name_grams_insert AFTER INSERT ON public.member REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.write_name_grams();
CREATE TRIGGER name_grams_update AFTER UPDATE ON public.member REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.write_name_grams();
grant insert, select, update on member to bangfu_app;

create table public.member_name_gram (
  county_code text collate "C" not null,
  gram text collate "C" not null,
  member_id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null
);
alter table member_name_gram add constraint member_name_gram_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table member_name_gram add constraint member_name_gram_pk PRIMARY KEY (county_code, member_id, gram);
alter table member_name_gram add constraint member_name_gram_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX member_name_gram_search ON public.member_name_gram USING btree (gram, village_code, household_id);
alter table public.member_name_gram enable row level security;
alter table public.member_name_gram force row level security;
create policy territory on member_name_gram as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant delete, insert, select, update on member_name_gram to bangfu_app;

create table public.member_year (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  member_id uuid not null,
  year smallint not null,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default app.now(),
  superseded_at timestamp with time zone,
  correction_reason text,
  political_status text,
  marital_status text,
  is_active_military boolean,
  is_unsupported_child boolean,
  education text,
  school_status text,
  dropout_reason text,
  graduate_unemployed_reason text,
  speaks_mandarin boolean,
  health text[],
  had_medical_assistance boolean,
  had_other_health_help boolean,
  labour_skill text,
  work_area text,
  work_months integer,
  employer text,
  works_abroad boolean,
  public_welfare_post text,
  public_welfare_months integer,
  has_medical_insurance boolean,
  has_employee_medical_insurance boolean,
  has_critical_illness_insurance boolean,
  has_commercial_medical_insurance boolean,
  has_pension_insurance boolean,
  has_employee_pension boolean,
  has_accident_insurance_subsidy boolean,
  has_minimum_allowance boolean,
  is_extreme_poverty_support boolean
);
alter table member_year add constraint member_year_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table member_year add constraint member_year_pk PRIMARY KEY (county_code, id);
alter table member_year add constraint member_year_version UNIQUE (county_code, member_id, year, version);
alter table member_year add constraint member_year_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table member_year add constraint member_year_year_check CHECK (((year >= 2000) AND (year <= 2100)));
alter table member_year add constraint member_year_member FOREIGN KEY (county_code, member_id) REFERENCES member(county_code, id);
CREATE INDEX member_year_household ON public.member_year USING btree (county_code, household_id, year) WHERE (superseded_at IS NULL);
CREATE INDEX member_year_village ON public.member_year USING btree (county_code, village_code, year) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX member_year_current ON public.member_year USING btree (county_code, member_id, year) WHERE (superseded_at IS NULL);
alter table public.member_year enable row level security;
alter table public.member_year force row level security;
create policy territory on member_year as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.member_year REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('member_year');
CREATE TRIGGER audit_insert AFTER INSERT ON public.member_year REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('member_year');
CREATE TRIGGER audit_update AFTER UPDATE ON public.member_year REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('member_year');
CREATE TRIGGER dirty_delete AFTER DELETE ON public.member_year REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_old('member_year');
CREATE TRIGGER dirty_insert AFTER INSERT ON public.member_year REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_new('member_year');
CREATE TRIGGER dirty_update AFTER UPDATE ON public.member_year REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_both('member_year');
grant insert, select, update on member_year to bangfu_app;

create table public.migration (
  id integer not null default nextval('migration_id_seq'::regclass),
  "timestamp" bigint not null,
  name character varying not null
);
alter table migration add constraint "PK_3043fc6b8af7c99b8b98830094f" PRIMARY KEY (id);

create table public.notice (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  case_id uuid not null,
  household_id uuid,
  step text not null,
  place text not null,
  place_detail text,
  poster_name text not null,
  poster_village text not null,
  poster_head_count integer,
  opened_on date not null,
  opened_at timestamp with time zone not null,
  min_days integer not null,
  unit text not null,
  start_day_counts boolean not null,
  closes_on date,
  paused_days integer not null default 0,
  closed_on date,
  state text not null,
  published_by uuid not null,
  version integer not null default 1,
  texts jsonb
);
alter table notice add constraint notice_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table notice add constraint notice_min_days_check CHECK ((min_days >= 0));
alter table notice add constraint notice_pk PRIMARY KEY (county_code, id);
alter table notice add constraint notice_place_check CHECK ((place = ANY (ARRAY['village'::text, 'township'::text, 'county'::text, 'website'::text])));
alter table notice add constraint notice_state_check CHECK ((state = ANY (ARRAY['RUNNING'::text, 'PAUSED'::text, 'CLOSED'::text, 'VOID'::text])));
alter table notice add constraint notice_unit_check CHECK ((unit = ANY (ARRAY['calendar'::text, 'working'::text])));
alter table notice add constraint notice_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table notice add constraint notice_case FOREIGN KEY (county_code, case_id) REFERENCES case_file(county_code, id);
CREATE INDEX notice_case_idx ON public.notice USING btree (county_code, case_id);
CREATE INDEX notice_territory ON public.notice USING btree (village_code, state, closes_on);
CREATE UNIQUE INDEX notice_running_once ON public.notice USING btree (county_code, case_id) WHERE (state = ANY (ARRAY['RUNNING'::text, 'PAUSED'::text]));
alter table public.notice enable row level security;
alter table public.notice force row level security;
create policy territory on notice as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.notice REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('notice');
CREATE TRIGGER audit_insert AFTER INSERT ON public.notice REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('notice');
CREATE TRIGGER audit_update AFTER UPDATE ON public.notice REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('notice');
grant insert, select, update on notice to bangfu_app;

create table public.objection (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  case_id uuid not null,
  household_id uuid,
  notice_id uuid not null,
  statement text not null,
  objector text,
  filed_by uuid not null,
  filed_by_name text not null,
  filed_at timestamp with time zone not null,
  filed_on date not null,
  state text not null,
  result text,
  finding text,
  settled_by uuid,
  settled_by_name text,
  settled_at timestamp with time zone,
  settled_on date,
  version integer not null default 1
);
alter table objection add constraint objection_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table objection add constraint objection_pk PRIMARY KEY (county_code, id);
alter table objection add constraint objection_result_check CHECK ((result = ANY (ARRAY['NOT_UPHELD'::text, 'UPHELD_RETURN'::text, 'UPHELD_REFUSE'::text])));
alter table objection add constraint objection_settled CHECK (((state = 'SETTLED'::text) = ((result IS NOT NULL) AND (finding IS NOT NULL) AND (settled_by IS NOT NULL))));
alter table objection add constraint objection_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'SETTLED'::text, 'LAPSED'::text])));
alter table objection add constraint objection_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table objection add constraint objection_case FOREIGN KEY (county_code, case_id) REFERENCES case_file(county_code, id);
alter table objection add constraint objection_notice FOREIGN KEY (county_code, notice_id) REFERENCES notice(county_code, id);
CREATE INDEX objection_case_idx ON public.objection USING btree (county_code, case_id);
alter table public.objection enable row level security;
alter table public.objection force row level security;
create policy territory on objection as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.objection REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('objection');
CREATE TRIGGER audit_insert AFTER INSERT ON public.objection REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('objection');
CREATE TRIGGER audit_update AFTER UPDATE ON public.objection REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('objection');
grant insert, select, update on objection to bangfu_app;

create table public.pairing (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  helper_id uuid not null,
  helper_name text not null,
  helper_unit text not null,
  helper_rank text,
  helper_phone_masked text,
  started_on date not null,
  ended_on date,
  end_reason text,
  predecessor_id uuid,
  content_hash text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default app.now(),
  updated_at timestamp with time zone not null default app.now()
);
alter table pairing add constraint pairing_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table pairing add constraint pairing_dates CHECK (((ended_on IS NULL) OR ((ended_on >= started_on) AND (end_reason IS NOT NULL))));
alter table pairing add constraint pairing_pk PRIMARY KEY (county_code, id);
alter table pairing add constraint pairing_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table pairing add constraint pairing_helper FOREIGN KEY (county_code, helper_id) REFERENCES helper(county_code, id);
alter table pairing add constraint pairing_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
alter table pairing add constraint pairing_predecessor FOREIGN KEY (county_code, predecessor_id) REFERENCES pairing(county_code, id);
CREATE INDEX pairing_of_helper ON public.pairing USING btree (county_code, helper_id) WHERE (ended_on IS NULL);
CREATE INDEX pairing_of_household ON public.pairing USING btree (county_code, household_id, id);
CREATE INDEX pairing_village ON public.pairing USING btree (village_code);
CREATE UNIQUE INDEX pairing_once ON public.pairing USING btree (county_code, household_id, helper_id) WHERE (ended_on IS NULL);
alter table public.pairing enable row level security;
alter table public.pairing force row level security;
create policy territory on pairing as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.pairing REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('pairing');
CREATE TRIGGER audit_insert AFTER INSERT ON public.pairing REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('pairing');
CREATE TRIGGER audit_update AFTER UPDATE ON public.pairing REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('pairing');
grant insert, select, update on pairing to bangfu_app;

create table public.parameter (
  id uuid not null,
  name text collate "C" not null,
  year smallint,
  division_code text collate "C",
  basis text collate "C",
  subject text collate "C",
  value bigint,
  value_text text,
  effective_from date,
  effective_to date,
  source text not null,
  note text,
  recorded_at timestamp with time zone not null default app.now(),
  recorded_by uuid not null default app.actor(),
  sequence bigint not null generated always as identity
);
alter table parameter add constraint parameter_dates CHECK ((effective_from < effective_to));
alter table parameter add constraint parameter_name_check CHECK ((name ~ '^[a-z][a-z0-9_]{1,60}$'::text));
alter table parameter add constraint parameter_one_value CHECK (((value IS NULL) OR (value_text IS NULL)));
alter table parameter add constraint parameter_pk PRIMARY KEY (id);
alter table parameter add constraint parameter_year_check CHECK (((year >= 1949) AND (year <= 2100)));
alter table parameter add constraint parameter_division FOREIGN KEY (division_code) REFERENCES division(code);
CREATE INDEX parameter_lookup ON public.parameter USING btree (name, year, division_code);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.parameter FOR EACH ROW EXECUTE FUNCTION app.audit_reference('parameter', '', 'id');
grant insert, select on parameter to bangfu_app;

create table public.parked_village (
  county_code text collate "C" not null,
  village_code text collate "C" not null,
  sqlstate text not null,
  message text not null,
  parked_at timestamp with time zone not null,
  run_id uuid not null
);
alter table parked_village add constraint parked_village_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table parked_village add constraint parked_village_pk PRIMARY KEY (county_code, village_code);
alter table parked_village add constraint parked_village_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table public.parked_village enable row level security;
alter table public.parked_village force row level security;
create policy territory on parked_village as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant delete, insert, select, update on parked_village to bangfu_app;

create table public.payment (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  member_id uuid,
  measure_code text collate "C" not null,
  assignment_id uuid not null,
  project_id uuid,
  fund_id uuid,
  term text collate "C" not null,
  amount_fen bigint not null,
  paid_on date not null,
  channel text not null default 'BANK'::text,
  settlement text,
  settled_on date,
  failure_reason text,
  reason text,
  reverses_id uuid,
  reversed_by_id uuid,
  entitlement jsonb,
  booked_by uuid not null default app.actor(),
  booked_by_name text not null,
  created_at timestamp with time zone not null default app.now()
);
alter table payment add constraint payment_amount_fen_check CHECK ((amount_fen <> 0));
alter table payment add constraint payment_channel_check CHECK ((channel = ANY (ARRAY['BANK'::text, 'DIRECT'::text])));
alter table payment add constraint payment_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table payment add constraint payment_pk PRIMARY KEY (county_code, id);
alter table payment add constraint payment_reason CHECK (((reverses_id IS NULL) OR (reason IS NOT NULL)));
alter table payment add constraint payment_settlement CHECK (((reverses_id IS NULL) = (settlement IS NOT NULL)));
alter table payment add constraint payment_settlement_check CHECK ((settlement = ANY (ARRAY['PAYABLE'::text, 'SENT'::text, 'PAID'::text])));
alter table payment add constraint payment_sign CHECK (((reverses_id IS NULL) = (amount_fen > 0)));
alter table payment add constraint payment_term_check CHECK ((term ~ '^(once|[0-9]{4}|[0-9]{4}-(0[1-9]|1[0-2]))$'::text));
alter table payment add constraint payment_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table payment add constraint payment_assignment FOREIGN KEY (county_code, assignment_id) REFERENCES assignment(county_code, id);
alter table payment add constraint payment_fund FOREIGN KEY (county_code, fund_id) REFERENCES fund(county_code, id);
alter table payment add constraint payment_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
alter table payment add constraint payment_member FOREIGN KEY (county_code, member_id) REFERENCES member(county_code, id);
alter table payment add constraint payment_project FOREIGN KEY (county_code, project_id) REFERENCES project(county_code, id);
alter table payment add constraint payment_reverses FOREIGN KEY (county_code, reverses_id) REFERENCES payment(county_code, id);
CREATE INDEX payment_of_assignment ON public.payment USING btree (county_code, assignment_id);
CREATE INDEX payment_of_fund ON public.payment USING btree (county_code, fund_id) WHERE (fund_id IS NOT NULL);
CREATE INDEX payment_of_household ON public.payment USING btree (county_code, household_id);
CREATE INDEX payment_of_project ON public.payment USING btree (county_code, project_id) WHERE (project_id IS NOT NULL);
CREATE INDEX payment_payable ON public.payment USING btree (village_code, fund_id) WHERE ((settlement = 'PAYABLE'::text) AND (channel = 'BANK'::text) AND (reversed_by_id IS NULL));
CREATE INDEX payment_village ON public.payment USING btree (village_code);
CREATE UNIQUE INDEX payment_once ON public.payment USING btree (county_code, measure_code, COALESCE(member_id, household_id), term) WHERE ((reverses_id IS NULL) AND (reversed_by_id IS NULL));
CREATE UNIQUE INDEX payment_reversed_once ON public.payment USING btree (county_code, reverses_id) WHERE (reverses_id IS NOT NULL);
alter table public.payment enable row level security;
alter table public.payment force row level security;
create policy territory on payment as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.payment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('payment');
CREATE TRIGGER audit_insert AFTER INSERT ON public.payment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('payment');
CREATE TRIGGER audit_update AFTER UPDATE ON public.payment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('payment');
CREATE TRIGGER dirty_delete AFTER DELETE ON public.payment REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_old('household');
CREATE TRIGGER dirty_insert AFTER INSERT ON public.payment REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_new('household');
CREATE TRIGGER dirty_update AFTER UPDATE ON public.payment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_both('household');
CREATE TRIGGER immutable BEFORE UPDATE ON public.payment FOR EACH ROW EXECUTE FUNCTION app.keep_payment();
grant insert, select, update on payment to bangfu_app;

create table public.payment_batch (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  title text not null,
  state text not null,
  fund_id uuid,
  format text not null,
  purpose text not null,
  rows integer not null default 0,
  total_fen bigint not null default 0,
  paid integer not null default 0,
  failed integer not null default 0,
  unknown integer not null default 0,
  actor jsonb not null,
  sha256 text,
  bytes integer,
  stored_name text,
  failure jsonb,
  expires_at timestamp with time zone,
  version integer not null default 1,
  created_by uuid not null default app.actor(),
  created_at timestamp with time zone not null default app.now()
);
alter table payment_batch add constraint payment_batch_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table payment_batch add constraint payment_batch_format_check CHECK ((format = ANY (ARRAY['csv'::text, 'xlsx'::text])));
alter table payment_batch add constraint payment_batch_pk PRIMARY KEY (county_code, id);
alter table payment_batch add constraint payment_batch_state_check CHECK ((state = ANY (ARRAY['QUEUED'::text, 'EXPORTED'::text, 'FAILED'::text, 'SETTLED'::text])));
alter table payment_batch add constraint payment_batch_sum CHECK ((rows = ((paid + failed) + unknown)));
alter table payment_batch add constraint payment_batch_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table payment_batch add constraint payment_batch_fund FOREIGN KEY (county_code, fund_id) REFERENCES fund(county_code, id);
CREATE INDEX payment_batch_village ON public.payment_batch USING btree (village_code);
alter table public.payment_batch enable row level security;
alter table public.payment_batch force row level security;
create policy territory on payment_batch as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.payment_batch REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('payment_batch');
CREATE TRIGGER audit_insert AFTER INSERT ON public.payment_batch REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('payment_batch');
CREATE TRIGGER audit_update AFTER UPDATE ON public.payment_batch REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('payment_batch');
grant insert, select, update on payment_batch to bangfu_app;

create table public.payment_batch_row (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  batch_id uuid not null,
  line integer not null,
  reference text collate "C" not null,
  payment_id uuid not null,
  household_id uuid not null,
  payee_name text not null,
  account_no_enc text not null,
  account_no_masked text not null,
  bank_name text,
  amount_fen bigint not null,
  state text not null,
  failure_reason text,
  settled_on date
);
alter table payment_batch_row add constraint payment_batch_row_amount_fen_check CHECK ((amount_fen > 0));
alter table payment_batch_row add constraint payment_batch_row_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table payment_batch_row add constraint payment_batch_row_line UNIQUE (county_code, batch_id, line);
alter table payment_batch_row add constraint payment_batch_row_line_check CHECK ((line >= 1));
alter table payment_batch_row add constraint payment_batch_row_pk PRIMARY KEY (county_code, id);
alter table payment_batch_row add constraint payment_batch_row_reference UNIQUE (county_code, reference);
alter table payment_batch_row add constraint payment_batch_row_state_check CHECK ((state = ANY (ARRAY['SENT'::text, 'PAID'::text, 'FAILED'::text])));
alter table payment_batch_row add constraint payment_batch_row_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table payment_batch_row add constraint payment_batch_row_batch FOREIGN KEY (county_code, batch_id) REFERENCES payment_batch(county_code, id);
alter table payment_batch_row add constraint payment_batch_row_payment FOREIGN KEY (county_code, payment_id) REFERENCES payment(county_code, id);
CREATE UNIQUE INDEX payment_batch_row_once ON public.payment_batch_row USING btree (county_code, payment_id) WHERE (state = ANY (ARRAY['SENT'::text, 'PAID'::text]));
alter table public.payment_batch_row enable row level security;
alter table public.payment_batch_row force row level security;
create policy territory on payment_batch_row as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.payment_batch_row REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('payment_batch_row');
CREATE TRIGGER audit_insert AFTER INSERT ON public.payment_batch_row REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('payment_batch_row');
CREATE TRIGGER audit_update AFTER UPDATE ON public.payment_batch_row REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('payment_batch_row');
grant insert, select, update on payment_batch_row to bangfu_app;

create table public.payment_result (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  batch_id uuid not null,
  sha256 text not null,
  file_name text not null,
  rows integer not null,
  paid integer not null,
  failed integer not null,
  unknown integer not null,
  missing integer not null,
  imported_by uuid not null default app.actor(),
  imported_at timestamp with time zone not null default app.now()
);
alter table payment_result add constraint payment_result_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table payment_result add constraint payment_result_once UNIQUE (county_code, batch_id, sha256);
alter table payment_result add constraint payment_result_pk PRIMARY KEY (county_code, id);
alter table payment_result add constraint payment_result_sum CHECK ((rows = ((paid + failed) + unknown)));
alter table payment_result add constraint payment_result_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table payment_result add constraint payment_result_batch FOREIGN KEY (county_code, batch_id) REFERENCES payment_batch(county_code, id);
alter table public.payment_result enable row level security;
alter table public.payment_result force row level security;
create policy territory on payment_result as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.payment_result REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('payment_result');
CREATE TRIGGER audit_insert AFTER INSERT ON public.payment_result REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('payment_result');
CREATE TRIGGER audit_update AFTER UPDATE ON public.payment_result REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('payment_result');
grant insert, select on payment_result to bangfu_app;

create table public.payment_result_row (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  result_id uuid not null,
  line integer not null,
  reference text,
  outcome text not null,
  reason text,
  payment_id uuid
);
alter table payment_result_row add constraint payment_result_row_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table payment_result_row add constraint payment_result_row_line UNIQUE (county_code, result_id, line);
alter table payment_result_row add constraint payment_result_row_outcome_check CHECK ((outcome = ANY (ARRAY['PAID'::text, 'FAILED'::text, 'UNKNOWN'::text])));
alter table payment_result_row add constraint payment_result_row_pk PRIMARY KEY (county_code, id);
alter table payment_result_row add constraint payment_result_row_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table payment_result_row add constraint payment_result_row_result FOREIGN KEY (county_code, result_id) REFERENCES payment_result(county_code, id);
alter table public.payment_result_row enable row level security;
alter table public.payment_result_row force row level security;
create policy territory on payment_result_row as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.payment_result_row REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('payment_result_row');
CREATE TRIGGER audit_insert AFTER INSERT ON public.payment_result_row REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('payment_result_row');
CREATE TRIGGER audit_update AFTER UPDATE ON public.payment_result_row REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('payment_result_row');
grant insert, select on payment_result_row to bangfu_app;

create table public.poverty_designation (
  id uuid not null,
  division_code text collate "C" not null,
  level text not null,
  contiguous_area text,
  exit_year smallint,
  exit_announced text,
  source text not null
);
alter table poverty_designation add constraint poverty_designation_exit_announced_check CHECK ((exit_announced ~ '^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$'::text));
alter table poverty_designation add constraint poverty_designation_exit_year_check CHECK (((exit_year >= 2014) AND (exit_year <= 2100)));
alter table poverty_designation add constraint poverty_designation_level_check CHECK ((level = ANY (ARRAY['NATIONAL'::text, 'REGIONAL'::text])));
alter table poverty_designation add constraint poverty_designation_once UNIQUE (division_code, level);
alter table poverty_designation add constraint poverty_designation_pk PRIMARY KEY (id);
alter table poverty_designation add constraint poverty_designation_division FOREIGN KEY (division_code) REFERENCES division(code);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.poverty_designation FOR EACH ROW EXECUTE FUNCTION app.audit_reference('poverty_designation', '', 'id');
grant insert, select, update on poverty_designation to bangfu_app;

create table public.procedure_pack (
  id uuid not null,
  code text collate "C" not null,
  version integer not null,
  subject_kind text not null,
  name jsonb not null,
  source text not null,
  content jsonb not null,
  content_hash text not null,
  valid_from date not null,
  valid_to date,
  published_at timestamp with time zone not null default app.now(),
  published_by uuid not null default app.actor()
);
alter table procedure_pack add constraint procedure_pack_code_check CHECK ((code ~ '^[a-z][a-z0-9_]{1,40}$'::text));
alter table procedure_pack add constraint procedure_pack_dates CHECK ((valid_from < valid_to));
alter table procedure_pack add constraint procedure_pack_from UNIQUE (code, valid_from);
alter table procedure_pack add constraint procedure_pack_pk PRIMARY KEY (id);
alter table procedure_pack add constraint procedure_pack_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['household'::text, 'village'::text, 'county'::text])));
alter table procedure_pack add constraint procedure_pack_version UNIQUE (code, version);
alter table procedure_pack add constraint procedure_pack_version_check CHECK ((version >= 1));
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.procedure_pack FOR EACH ROW EXECUTE FUNCTION app.audit_reference('procedure_pack', '', 'id');
CREATE TRIGGER immutable BEFORE UPDATE ON public.procedure_pack FOR EACH ROW EXECUTE FUNCTION app.keep_pack();
grant insert, select, update on procedure_pack to bangfu_app;

create table public.project (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  code text collate "C" not null,
  name text not null,
  category text not null,
  year smallint not null,
  content text not null,
  nature text not null,
  estimate_fen bigint not null,
  status text not null,
  demonstrated_on date,
  demonstration_opinion text,
  demonstration_experts text[],
  entered_on date,
  contract_no text,
  contractor text,
  contract_fen bigint,
  contract_signed_on date,
  contract_from date,
  contract_to date,
  progress_percent smallint not null default 0,
  completed_on date,
  accepted_on date,
  acceptance_opinion text,
  acceptance_members text[],
  created_by uuid not null default app.actor(),
  version integer not null default 1,
  created_at timestamp with time zone not null default app.now(),
  updated_at timestamp with time zone not null default app.now()
);
alter table project add constraint project_code_once UNIQUE (county_code, code);
alter table project add constraint project_contract_fen_check CHECK ((contract_fen > 0));
alter table project add constraint project_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table project add constraint project_estimate_fen_check CHECK ((estimate_fen > 0));
alter table project add constraint project_pk PRIMARY KEY (county_code, id);
alter table project add constraint project_progress_percent_check CHECK (((progress_percent >= 0) AND (progress_percent <= 100)));
alter table project add constraint project_status_check CHECK ((status = ANY (ARRAY['PROPOSED'::text, 'DEMONSTRATED'::text, 'ENTRY_NOTICE'::text, 'ENTRY_REVIEW'::text, 'LISTED'::text, 'CONTRACTED'::text, 'RUNNING'::text, 'COMPLETED'::text, 'COMPLETION_NOTICE'::text, 'ACCEPTED'::text, 'REFUSED'::text, 'CANCELLED'::text])));
alter table project add constraint project_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table project add constraint project_year_check CHECK (((year >= 2000) AND (year <= 2100)));
CREATE INDEX project_village ON public.project USING btree (village_code);
alter table public.project enable row level security;
alter table public.project force row level security;
create policy territory on project as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.project REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('project');
CREATE TRIGGER audit_insert AFTER INSERT ON public.project REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('project');
CREATE TRIGGER audit_update AFTER UPDATE ON public.project REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('project');
grant insert, select, update on project to bangfu_app;

create table public.project_beneficiary (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid,
  benefit text,
  project_id uuid not null
);
alter table project_beneficiary add constraint project_beneficiary_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table project_beneficiary add constraint project_beneficiary_pk PRIMARY KEY (county_code, id);
alter table project_beneficiary add constraint project_beneficiary_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table project_beneficiary add constraint project_beneficiary_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
alter table project_beneficiary add constraint project_beneficiary_project FOREIGN KEY (county_code, project_id) REFERENCES project(county_code, id);
CREATE INDEX project_beneficiary_of_household ON public.project_beneficiary USING btree (county_code, household_id) WHERE (household_id IS NOT NULL);
CREATE UNIQUE INDEX project_beneficiary_once ON public.project_beneficiary USING btree (county_code, project_id, village_code, household_id) NULLS NOT DISTINCT;
alter table public.project_beneficiary enable row level security;
alter table public.project_beneficiary force row level security;
create policy territory on project_beneficiary as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.project_beneficiary REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('project_beneficiary');
CREATE TRIGGER audit_insert AFTER INSERT ON public.project_beneficiary REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('project_beneficiary');
CREATE TRIGGER audit_update AFTER UPDATE ON public.project_beneficiary REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('project_beneficiary');
grant delete, insert, select, update on project_beneficiary to bangfu_app;

create table public.project_budget (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  fund_id uuid not null,
  amount_fen bigint not null,
  project_id uuid not null
);
alter table project_budget add constraint project_budget_amount_fen_check CHECK ((amount_fen > 0));
alter table project_budget add constraint project_budget_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table project_budget add constraint project_budget_once UNIQUE (county_code, project_id, fund_id);
alter table project_budget add constraint project_budget_pk PRIMARY KEY (county_code, id);
alter table project_budget add constraint project_budget_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table project_budget add constraint project_budget_fund FOREIGN KEY (county_code, fund_id) REFERENCES fund(county_code, id);
alter table project_budget add constraint project_budget_project FOREIGN KEY (county_code, project_id) REFERENCES project(county_code, id);
CREATE INDEX project_budget_fund_idx ON public.project_budget USING btree (county_code, fund_id);
alter table public.project_budget enable row level security;
alter table public.project_budget force row level security;
create policy territory on project_budget as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.project_budget REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('project_budget');
CREATE TRIGGER audit_insert AFTER INSERT ON public.project_budget REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('project_budget');
CREATE TRIGGER audit_update AFTER UPDATE ON public.project_budget REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('project_budget');
grant delete, insert, select, update on project_budget to bangfu_app;

create table public.project_expense (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  fund_id uuid not null,
  amount_fen bigint not null,
  paid_on date not null,
  payee text not null,
  category text not null,
  invoice_no text,
  reverses_id uuid,
  reversed_by_id uuid,
  reason text,
  booked_by uuid not null default app.actor(),
  created_at timestamp with time zone not null default app.now(),
  project_id uuid not null
);
alter table project_expense add constraint project_expense_amount_fen_check CHECK ((amount_fen <> 0));
alter table project_expense add constraint project_expense_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table project_expense add constraint project_expense_pk PRIMARY KEY (county_code, id);
alter table project_expense add constraint project_expense_reason CHECK (((reverses_id IS NULL) OR (reason IS NOT NULL)));
alter table project_expense add constraint project_expense_sign CHECK (((reverses_id IS NULL) = (amount_fen > 0)));
alter table project_expense add constraint project_expense_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table project_expense add constraint project_expense_fund FOREIGN KEY (county_code, fund_id) REFERENCES fund(county_code, id);
alter table project_expense add constraint project_expense_project FOREIGN KEY (county_code, project_id) REFERENCES project(county_code, id);
alter table project_expense add constraint project_expense_reverses FOREIGN KEY (county_code, reverses_id) REFERENCES project_expense(county_code, id);
CREATE INDEX project_expense_of_fund ON public.project_expense USING btree (county_code, fund_id);
CREATE INDEX project_expense_of_project ON public.project_expense USING btree (county_code, project_id);
CREATE UNIQUE INDEX project_expense_invoice ON public.project_expense USING btree (county_code, invoice_no) WHERE ((invoice_no IS NOT NULL) AND (reverses_id IS NULL) AND (reversed_by_id IS NULL));
CREATE UNIQUE INDEX project_expense_reversed_once ON public.project_expense USING btree (county_code, reverses_id) WHERE (reverses_id IS NOT NULL);
alter table public.project_expense enable row level security;
alter table public.project_expense force row level security;
create policy territory on project_expense as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.project_expense REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('project_expense');
CREATE TRIGGER audit_insert AFTER INSERT ON public.project_expense REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('project_expense');
CREATE TRIGGER audit_update AFTER UPDATE ON public.project_expense REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('project_expense');
grant insert, select, update on project_expense to bangfu_app;

create table public.project_notice (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  phase text not null,
  place text not null,
  content text not null,
  opened_on date not null,
  min_days integer not null,
  day_unit text not null,
  start_day_counts boolean not null,
  closed_on date,
  posted_by uuid not null default app.actor(),
  project_id uuid not null
);
alter table project_notice add constraint project_notice_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table project_notice add constraint project_notice_day_unit_check CHECK ((day_unit = ANY (ARRAY['calendar'::text, 'working'::text])));
alter table project_notice add constraint project_notice_min_days_check CHECK ((min_days >= 1));
alter table project_notice add constraint project_notice_phase_check CHECK ((phase = ANY (ARRAY['ENTRY'::text, 'COMPLETION'::text])));
alter table project_notice add constraint project_notice_pk PRIMARY KEY (county_code, id);
alter table project_notice add constraint project_notice_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table project_notice add constraint project_notice_project FOREIGN KEY (county_code, project_id) REFERENCES project(county_code, id);
CREATE INDEX project_notice_of_project ON public.project_notice USING btree (county_code, project_id);
CREATE UNIQUE INDEX project_notice_running ON public.project_notice USING btree (county_code, project_id, phase) WHERE (closed_on IS NULL);
alter table public.project_notice enable row level security;
alter table public.project_notice force row level security;
create policy territory on project_notice as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.project_notice REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('project_notice');
CREATE TRIGGER audit_insert AFTER INSERT ON public.project_notice REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('project_notice');
CREATE TRIGGER audit_update AFTER UPDATE ON public.project_notice REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('project_notice');
grant insert, select, update on project_notice to bangfu_app;

create table public.project_progress (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  reported_on date not null,
  percent smallint not null,
  note text not null,
  evidence text[] not null default '{}'::text[],
  reported_by uuid not null default app.actor(),
  created_at timestamp with time zone not null default app.now(),
  project_id uuid not null
);
alter table project_progress add constraint project_progress_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table project_progress add constraint project_progress_percent_check1 CHECK (((percent >= 0) AND (percent <= 100)));
alter table project_progress add constraint project_progress_pk PRIMARY KEY (county_code, id);
alter table project_progress add constraint project_progress_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table project_progress add constraint project_progress_project FOREIGN KEY (county_code, project_id) REFERENCES project(county_code, id);
CREATE INDEX project_progress_of_project ON public.project_progress USING btree (county_code, project_id);
alter table public.project_progress enable row level security;
alter table public.project_progress force row level security;
create policy territory on project_progress as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.project_progress REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('project_progress');
CREATE TRIGGER audit_insert AFTER INSERT ON public.project_progress REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('project_progress');
CREATE TRIGGER audit_update AFTER UPDATE ON public.project_progress REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('project_progress');
grant insert, select on project_progress to bangfu_app;

create table public.question (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  name text not null,
  dataset text collate "C" not null,
  definition jsonb not null,
  link_key text collate "C" not null,
  sentence jsonb not null,
  owner_id uuid not null,
  owner_name text not null,
  shared boolean not null default false,
  version integer not null default 1,
  created_at timestamp with time zone not null default app.now(),
  updated_at timestamp with time zone not null default app.now()
);
alter table question add constraint question_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table question add constraint question_link_key_check CHECK ((link_key ~ '^[0-9a-z]{16}$'::text));
alter table question add constraint question_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120)));
alter table question add constraint question_pk PRIMARY KEY (county_code, id);
alter table question add constraint question_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX question_owner ON public.question USING btree (owner_id, id);
CREATE INDEX question_village ON public.question USING btree (village_code, id);
alter table public.question enable row level security;
alter table public.question force row level security;
create policy territory on question as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.question REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('question');
CREATE TRIGGER audit_insert AFTER INSERT ON public.question REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('question');
CREATE TRIGGER audit_update AFTER UPDATE ON public.question REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('question');
grant delete, insert, select, update on question to bangfu_app;

create table public.question_freeze (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  question_id uuid,
  definition jsonb not null,
  link_key text collate "C" not null,
  sentence jsonb not null,
  answer jsonb not null,
  sql_text text not null,
  parameters jsonb not null,
  rule_versions jsonb not null,
  columns text[] not null,
  rows integer not null,
  sha256 text not null,
  as_of jsonb not null,
  answered_at timestamp with time zone not null default app.now(),
  created_by uuid not null default app.actor(),
  created_by_name text not null
);
alter table question_freeze add constraint question_freeze_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table question_freeze add constraint question_freeze_pk PRIMARY KEY (county_code, id);
alter table question_freeze add constraint question_freeze_rows_check CHECK ((rows >= 0));
alter table question_freeze add constraint question_freeze_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text));
alter table question_freeze add constraint question_freeze_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX question_freeze_village ON public.question_freeze USING btree (village_code, id);
alter table public.question_freeze enable row level security;
alter table public.question_freeze force row level security;
create policy territory on question_freeze as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.question_freeze REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('question_freeze');
CREATE TRIGGER audit_insert AFTER INSERT ON public.question_freeze REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('question_freeze');
CREATE TRIGGER audit_update AFTER UPDATE ON public.question_freeze REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('question_freeze');
CREATE TRIGGER immutable BEFORE DELETE OR UPDATE ON public.question_freeze FOR EACH ROW EXECUTE FUNCTION app.keep_freeze();
grant insert, select on question_freeze to bangfu_app;

create table public.question_link (
  key text collate "C" not null,
  definition jsonb not null,
  created_by uuid not null default app.actor(),
  created_at timestamp with time zone not null default app.now()
);
alter table question_link add constraint question_link_key_check1 CHECK ((key ~ '^[0-9a-z]{16}$'::text));
alter table question_link add constraint question_link_pk PRIMARY KEY (key);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.question_link FOR EACH ROW EXECUTE FUNCTION app.audit_reference('question_link', '', 'key');
grant insert, select on question_link to bangfu_app;

create table public.recalculation_difference (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  run_id uuid not null,
  relation text not null,
  row_key jsonb not null,
  stored jsonb,
  recomputed jsonb
);
alter table recalculation_difference add constraint recalculation_difference_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table recalculation_difference add constraint recalculation_difference_pk PRIMARY KEY (county_code, id);
alter table recalculation_difference add constraint recalculation_difference_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX recalculation_difference_run ON public.recalculation_difference USING btree (county_code, run_id, id);
alter table public.recalculation_difference enable row level security;
alter table public.recalculation_difference force row level security;
create policy territory on recalculation_difference as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select on recalculation_difference to bangfu_app;

create table public.recalculation_run (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  kind text not null,
  cause text not null,
  started_at timestamp with time zone not null,
  duration_ms integer not null,
  villages integer not null,
  households integer not null,
  years integer[] not null,
  rule_versions uuid[] not null,
  basis text not null,
  facts_changed integer not null,
  facts_unchanged integer not null,
  verdicts_changed integer not null,
  parked integer not null,
  differences integer
);
alter table recalculation_run add constraint recalculation_run_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table recalculation_run add constraint recalculation_run_kind_check CHECK ((kind = ANY (ARRAY['CHANGES'::text, 'WHOLE'::text, 'PROOF'::text])));
alter table recalculation_run add constraint recalculation_run_pk PRIMARY KEY (county_code, id);
alter table recalculation_run add constraint recalculation_run_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX recalculation_run_kind ON public.recalculation_run USING btree (county_code, kind, id);
alter table public.recalculation_run enable row level security;
alter table public.recalculation_run force row level security;
create policy territory on recalculation_run as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant delete, insert, select on recalculation_run to bangfu_app;

create table public.recalculation_state (
  county_code text collate "C" not null,
  village_code text collate "C" not null,
  computed_at timestamp with time zone not null,
  run_id uuid not null,
  years integer[],
  newest_year integer,
  basis text,
  fingerprint text,
  recorded_years integer[],
  recorded_households integer[]
);
alter table recalculation_state add constraint recalculation_state_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table recalculation_state add constraint recalculation_state_pk PRIMARY KEY (county_code, village_code);
alter table recalculation_state add constraint recalculation_state_recorded CHECK ((cardinality(recorded_years) = cardinality(recorded_households)));
alter table recalculation_state add constraint recalculation_state_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX recalculation_state_counties ON public.recalculation_state USING btree (village_code) WHERE (years IS NOT NULL);
alter table public.recalculation_state enable row level security;
alter table public.recalculation_state force row level security;
create policy territory on recalculation_state as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select, update on recalculation_state to bangfu_app;

create table public.review_meeting (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  case_id uuid not null,
  household_id uuid,
  step text not null,
  held_on date not null,
  place text not null,
  convener text not null,
  entitled integer not null,
  present integer not null,
  in_favour integer not null,
  against integer not null,
  abstained integer not null,
  passed boolean not null,
  summary text not null,
  is_void boolean not null default false,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null
);
alter table review_meeting add constraint review_meeting_abstained_check CHECK ((abstained >= 0));
alter table review_meeting add constraint review_meeting_against_check CHECK ((against >= 0));
alter table review_meeting add constraint review_meeting_check CHECK (((present >= 1) AND (present <= entitled)));
alter table review_meeting add constraint review_meeting_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table review_meeting add constraint review_meeting_entitled_check CHECK ((entitled >= 1));
alter table review_meeting add constraint review_meeting_in_favour_check CHECK ((in_favour >= 0));
alter table review_meeting add constraint review_meeting_pk PRIMARY KEY (county_code, id);
alter table review_meeting add constraint review_meeting_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table review_meeting add constraint review_meeting_votes CHECK ((((in_favour + against) + abstained) <= present));
alter table review_meeting add constraint review_meeting_case FOREIGN KEY (county_code, case_id) REFERENCES case_file(county_code, id);
CREATE INDEX review_meeting_case_idx ON public.review_meeting USING btree (county_code, case_id);
alter table public.review_meeting enable row level security;
alter table public.review_meeting force row level security;
create policy territory on review_meeting as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.review_meeting REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('review_meeting');
CREATE TRIGGER audit_insert AFTER INSERT ON public.review_meeting REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('review_meeting');
CREATE TRIGGER audit_update AFTER UPDATE ON public.review_meeting REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('review_meeting');
grant insert, select, update on review_meeting to bangfu_app;

create table public.risk_clue (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid,
  subject_name_enc text,
  subject_phone_enc text,
  subject_phone_masked text,
  place text,
  channel text not null,
  kind text not null,
  severity text not null,
  description text not null,
  attachment_ids uuid[] not null,
  occurred_at timestamp with time zone not null,
  reported_by uuid not null,
  reported_by_name text not null,
  reported_at timestamp with time zone not null,
  device_id text,
  status text not null default 'OPEN'::text,
  checked_by uuid,
  checked_by_name text,
  result text,
  finding text,
  settled_household_id uuid,
  settled_by uuid,
  settled_by_name text,
  settled_at timestamp with time zone,
  content_hash text not null,
  version integer not null default 1
);
alter table risk_clue add constraint risk_clue_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table risk_clue add constraint risk_clue_pk PRIMARY KEY (county_code, id);
alter table risk_clue add constraint risk_clue_result_check CHECK ((result = ANY (ARRAY['UNFOUNDED'::text, 'ALREADY_HELPED'::text, 'HELPED'::text, 'CANDIDATE'::text, 'FORWARDED'::text])));
alter table risk_clue add constraint risk_clue_settled CHECK (((status = 'SETTLED'::text) = ((result IS NOT NULL) AND (finding IS NOT NULL) AND (settled_by IS NOT NULL) AND (settled_at IS NOT NULL))));
alter table risk_clue add constraint risk_clue_severity_check CHECK ((severity = ANY (ARRAY['LOW'::text, 'MEDIUM'::text, 'HIGH'::text])));
alter table risk_clue add constraint risk_clue_status_check CHECK ((status = ANY (ARRAY['OPEN'::text, 'CHECKING'::text, 'SETTLED'::text])));
alter table risk_clue add constraint risk_clue_subject CHECK (((household_id IS NOT NULL) OR (subject_name_enc IS NOT NULL) OR (place IS NOT NULL)));
alter table risk_clue add constraint risk_clue_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table risk_clue add constraint risk_clue_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
alter table risk_clue add constraint risk_clue_settled_household FOREIGN KEY (county_code, settled_household_id) REFERENCES household(county_code, id);
CREATE INDEX risk_clue_of_household ON public.risk_clue USING btree (county_code, household_id, id) WHERE (household_id IS NOT NULL);
CREATE INDEX risk_clue_open ON public.risk_clue USING btree (village_code) WHERE (status <> 'SETTLED'::text);
CREATE INDEX risk_clue_village ON public.risk_clue USING btree (village_code);
alter table public.risk_clue enable row level security;
alter table public.risk_clue force row level security;
create policy territory on risk_clue as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.risk_clue REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('risk_clue');
CREATE TRIGGER audit_insert AFTER INSERT ON public.risk_clue REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('risk_clue');
CREATE TRIGGER audit_update AFTER UPDATE ON public.risk_clue REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('risk_clue');
grant insert, select, update on risk_clue to bangfu_app;

create table public.role_grant (
  id uuid not null,
  user_id uuid not null,
  role text not null,
  division_code text collate "C" not null,
  valid_from date not null default app.today(),
  valid_to date,
  revoked_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null default now()
);
alter table role_grant add constraint role_grant_division_code_check CHECK ((division_code ~ '^[0-9]{2,12}$'::text));
alter table role_grant add constraint role_grant_pkey PRIMARY KEY (id);
alter table role_grant add constraint role_grant_user FOREIGN KEY (user_id) REFERENCES app_user(id);
CREATE INDEX role_grant_of_user ON public.role_grant USING btree (user_id);
CREATE UNIQUE INDEX role_grant_once ON public.role_grant USING btree (user_id, role, division_code) WHERE (revoked_at IS NULL);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.role_grant FOR EACH ROW EXECUTE FUNCTION app.audit_reference('role_grant', '', 'id');
CREATE TRIGGER separation BEFORE INSERT OR UPDATE ON public.role_grant FOR EACH ROW EXECUTE FUNCTION app.check_separation();
grant insert, select, update on role_grant to bangfu_app;

create table public.rule_version (
  id uuid not null,
  code text collate "C" not null,
  version integer not null,
  level text not null,
  name jsonb not null,
  description jsonb not null,
  expression jsonb not null,
  examples jsonb not null,
  source jsonb not null,
  valid_from date not null,
  valid_to date,
  published_at timestamp with time zone not null default app.now(),
  published_by uuid not null default app.actor()
);
alter table rule_version add constraint rule_version_code_check CHECK ((code ~ '^[a-z][a-z0-9_.-]{2,60}$'::text));
alter table rule_version add constraint rule_version_dates CHECK ((valid_from < valid_to));
alter table rule_version add constraint rule_version_from_once UNIQUE (code, valid_from);
alter table rule_version add constraint rule_version_level_check CHECK ((level = ANY (ARRAY['household'::text, 'member'::text, 'village'::text, 'county'::text])));
alter table rule_version add constraint rule_version_once UNIQUE (code, version);
alter table rule_version add constraint rule_version_pk PRIMARY KEY (id);
alter table rule_version add constraint rule_version_version_check CHECK ((version >= 1));
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.rule_version FOR EACH ROW EXECUTE FUNCTION app.audit_reference('rule_version', '', 'id');
CREATE TRIGGER immutable BEFORE UPDATE ON public.rule_version FOR EACH ROW EXECUTE FUNCTION app.keep_rule_version();
grant insert, select, update on rule_version to bangfu_app;

create table public.sample (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  division_code text collate "C" not null,
  name text not null,
  question jsonb not null,
  unit text not null,
  method text not null,
  settings jsonb not null,
  frame_size integer not null,
  frame_sha256 text not null,
  strata jsonb not null,
  drawn integer not null,
  algorithm text not null,
  algorithm_version integer not null,
  seal_sha256 text not null,
  state text not null default 'DRAWN'::text,
  drawn_at timestamp with time zone not null,
  drawn_by uuid not null default app.actor(),
  drawn_by_name text not null,
  sealed_at timestamp with time zone,
  opens_at timestamp with time zone,
  closed_at timestamp with time zone,
  results jsonb,
  version integer not null default 1,
  created_at timestamp with time zone not null default app.now()
);
alter table sample add constraint sample_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table sample add constraint sample_frame_size_check CHECK ((frame_size >= 0));
alter table sample add constraint sample_method_check CHECK ((method = ANY (ARRAY['simple'::text, 'stratified'::text, 'cluster'::text, 'pps'::text])));
alter table sample add constraint sample_pk PRIMARY KEY (county_code, id);
alter table sample add constraint sample_state_check CHECK ((state = ANY (ARRAY['DRAWN'::text, 'SEALED'::text, 'ISSUED'::text, 'CLOSED'::text])));
alter table sample add constraint sample_unit_check CHECK ((unit = ANY (ARRAY['household'::text, 'village'::text])));
alter table sample add constraint sample_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX sample_village ON public.sample USING btree (village_code);
alter table public.sample enable row level security;
alter table public.sample force row level security;
create policy changed_by_whoever_drew on sample as restrictive for update to public using (drawn_by = ( SELECT app.actor() AS actor)) with check (drawn_by = ( SELECT app.actor() AS actor));
create policy territory on sample as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.sample REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('sample');
CREATE TRIGGER audit_insert AFTER INSERT ON public.sample REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('sample');
CREATE TRIGGER audit_update AFTER UPDATE ON public.sample REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('sample');
grant insert, select, update on sample to bangfu_app;

create table public.sample_answer (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  task_id uuid not null,
  sample_id uuid not null,
  household_id uuid,
  drawn_by uuid not null,
  version integer not null,
  reason text,
  answers jsonb not null,
  recorded jsonb not null,
  differences jsonb not null,
  content_sha256 text not null,
  saved_at timestamp with time zone not null default app.now(),
  saved_by uuid not null default app.actor()
);
alter table sample_answer add constraint sample_answer_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table sample_answer add constraint sample_answer_pk PRIMARY KEY (county_code, id);
alter table sample_answer add constraint sample_answer_reason CHECK (((version = 1) OR (reason IS NOT NULL)));
alter table sample_answer add constraint sample_answer_version UNIQUE (county_code, task_id, version);
alter table sample_answer add constraint sample_answer_version_check CHECK ((version >= 1));
alter table sample_answer add constraint sample_answer_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table sample_answer add constraint sample_answer_task FOREIGN KEY (county_code, task_id) REFERENCES sample_task(county_code, id);
CREATE INDEX sample_answer_sample ON public.sample_answer USING btree (sample_id);
alter table public.sample_answer enable row level security;
alter table public.sample_answer force row level security;
create policy sent on sample_answer as restrictive for all to public using ((drawn_by = ( SELECT app.actor() AS actor)) OR (saved_by = ( SELECT app.actor() AS actor))) with check ((saved_by = ( SELECT app.actor() AS actor)) OR (( SELECT app.actor_role() AS actor_role) = 'system'::text));
create policy territory on sample_answer as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select on sample_answer to bangfu_app;

create table public.sample_attempt (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  task_id uuid not null,
  drawn_by uuid not null,
  tried_on date not null,
  reason text not null,
  note text,
  content_sha256 text not null,
  saved_at timestamp with time zone not null default app.now(),
  saved_by uuid not null default app.actor()
);
alter table sample_attempt add constraint sample_attempt_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table sample_attempt add constraint sample_attempt_pk PRIMARY KEY (county_code, id);
alter table sample_attempt add constraint sample_attempt_reason_check CHECK ((reason = ANY (ARRAY['ABSENT'::text, 'REFUSED'::text, 'MOVED'::text, 'DECEASED'::text, 'NOT_FOUND'::text, 'UNSAFE'::text])));
alter table sample_attempt add constraint sample_attempt_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table sample_attempt add constraint sample_attempt_task FOREIGN KEY (county_code, task_id) REFERENCES sample_task(county_code, id);
CREATE INDEX sample_attempt_of ON public.sample_attempt USING btree (county_code, task_id, tried_on);
alter table public.sample_attempt enable row level security;
alter table public.sample_attempt force row level security;
create policy sent on sample_attempt as restrictive for all to public using ((drawn_by = ( SELECT app.actor() AS actor)) OR (saved_by = ( SELECT app.actor() AS actor))) with check ((saved_by = ( SELECT app.actor() AS actor)) OR (( SELECT app.actor_role() AS actor_role) = 'system'::text));
create policy territory on sample_attempt as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select on sample_attempt to bangfu_app;

create table public.sample_cause (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  answer_id uuid not null,
  drawn_by uuid not null,
  field text not null,
  cause text not null,
  note text,
  saved_at timestamp with time zone not null default app.now(),
  saved_by uuid not null default app.actor()
);
alter table sample_cause add constraint sample_cause_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table sample_cause add constraint sample_cause_pk PRIMARY KEY (county_code, id);
alter table sample_cause add constraint sample_cause_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table sample_cause add constraint sample_cause_answer FOREIGN KEY (county_code, answer_id) REFERENCES sample_answer(county_code, id);
CREATE INDEX sample_cause_of ON public.sample_cause USING btree (county_code, answer_id);
alter table public.sample_cause enable row level security;
alter table public.sample_cause force row level security;
create policy sent on sample_cause as restrictive for all to public using ((drawn_by = ( SELECT app.actor() AS actor)) OR (saved_by = ( SELECT app.actor() AS actor))) with check ((saved_by = ( SELECT app.actor() AS actor)) OR (( SELECT app.actor_role() AS actor_role) = 'system'::text));
create policy territory on sample_cause as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select on sample_cause to bangfu_app;

create table public.sample_event (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  sample_id uuid not null,
  kind text not null,
  detail jsonb not null,
  at timestamp with time zone not null default app.now(),
  actor_id uuid not null default app.actor(),
  actor_name text not null
);
alter table sample_event add constraint sample_event_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table sample_event add constraint sample_event_kind_check CHECK ((kind = ANY (ARRAY['DRAWN'::text, 'SEALED'::text, 'UNSEALED'::text, 'VOIDED'::text, 'RECHECKED'::text, 'ISSUED'::text, 'REPLACED'::text, 'CLOSED'::text, 'REFUSAL_SETTLED'::text])));
alter table sample_event add constraint sample_event_pk PRIMARY KEY (county_code, id);
alter table sample_event add constraint sample_event_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table sample_event add constraint sample_event_sample FOREIGN KEY (county_code, sample_id) REFERENCES sample(county_code, id);
CREATE INDEX sample_event_of ON public.sample_event USING btree (county_code, sample_id, id);
alter table public.sample_event enable row level security;
alter table public.sample_event force row level security;
create policy territory on sample_event as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.sample_event REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('sample_event');
CREATE TRIGGER audit_insert AFTER INSERT ON public.sample_event REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('sample_event');
CREATE TRIGGER audit_update AFTER UPDATE ON public.sample_event REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('sample_event');
grant insert, select on sample_event to bangfu_app;

create table public.sample_refusal (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  task_id uuid,
  answer_id uuid,
  operation_id uuid not null,
  kind text collate "C" not null,
  sent_by uuid not null,
  sent_by_name text not null,
  occurred_at timestamp with time zone,
  received_at timestamp with time zone not null default app.now(),
  code text not null,
  title text not null,
  title_en text not null,
  content_enc text not null
);
alter table sample_refusal add constraint sample_refusal_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table sample_refusal add constraint sample_refusal_kind_check CHECK ((kind = ANY (ARRAY['sample.attempt'::text, 'sample.answer'::text, 'sample.cause'::text, 'sample.replace'::text])));
alter table sample_refusal add constraint sample_refusal_of CHECK ((num_nonnulls(task_id, answer_id) = 1));
alter table sample_refusal add constraint sample_refusal_pk PRIMARY KEY (county_code, id);
alter table sample_refusal add constraint sample_refusal_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX sample_refusal_answer ON public.sample_refusal USING btree (county_code, answer_id);
CREATE INDEX sample_refusal_sender ON public.sample_refusal USING btree (county_code, sent_by);
CREATE INDEX sample_refusal_task ON public.sample_refusal USING btree (county_code, task_id);
alter table public.sample_refusal enable row level security;
alter table public.sample_refusal force row level security;
create policy drawn on sample_refusal as restrictive for select to public using ((sent_by = ( SELECT app.actor() AS actor)) OR (EXISTS ( SELECT 1
   FROM sample_task t
  WHERE ((t.county_code = sample_refusal.county_code) AND (t.id = sample_refusal.task_id) AND (t.drawn_by = ( SELECT app.actor() AS actor))))) OR (EXISTS ( SELECT 1
   FROM sample_answer a
  WHERE ((a.county_code = sample_refusal.county_code) AND (a.id = sample_refusal.answer_id) AND (a.drawn_by = ( SELECT app.actor() AS actor))))));
create policy territory on sample_refusal as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select on sample_refusal to bangfu_app;

create table public.sample_refusal_settlement (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  outcome text not null,
  note text,
  settled_by uuid not null default app.actor(),
  settled_by_name text not null,
  settled_at timestamp with time zone not null default app.now()
);
alter table sample_refusal_settlement add constraint sample_refusal_settlement_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table sample_refusal_settlement add constraint sample_refusal_settlement_outcome_check CHECK ((outcome = ANY (ARRAY['LATE_NOTE'::text, 'DISMISSED'::text])));
alter table sample_refusal_settlement add constraint sample_refusal_settlement_pk PRIMARY KEY (county_code, id);
alter table sample_refusal_settlement add constraint sample_refusal_settlement_reason CHECK (((outcome <> 'DISMISSED'::text) OR (note IS NOT NULL)));
alter table sample_refusal_settlement add constraint sample_refusal_settlement_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table sample_refusal_settlement add constraint sample_refusal_settlement_of FOREIGN KEY (county_code, id) REFERENCES sample_refusal(county_code, id);
alter table public.sample_refusal_settlement enable row level security;
alter table public.sample_refusal_settlement force row level security;
create policy settled on sample_refusal_settlement as restrictive for insert to public with check (settled_by = ( SELECT app.actor() AS actor));
create policy territory on sample_refusal_settlement as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
create policy told on sample_refusal_settlement as restrictive for select to public using ((settled_by = ( SELECT app.actor() AS actor)) OR (EXISTS ( SELECT 1
   FROM sample_refusal r
  WHERE ((r.county_code = sample_refusal_settlement.county_code) AND (r.id = sample_refusal_settlement.id) AND (r.sent_by = ( SELECT app.actor() AS actor))))));
grant insert, select on sample_refusal_settlement to bangfu_app;

create table public.sample_secret (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  drawn_by uuid not null default app.actor(),
  nonce text not null,
  seed text not null,
  closed_at timestamp with time zone
);
alter table sample_secret add constraint sample_secret_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table sample_secret add constraint sample_secret_pk PRIMARY KEY (county_code, id);
alter table sample_secret add constraint sample_secret_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table sample_secret add constraint sample_secret_sample FOREIGN KEY (county_code, id) REFERENCES sample(county_code, id);
alter table public.sample_secret enable row level security;
alter table public.sample_secret force row level security;
create policy drawn on sample_secret as restrictive for all to public using ((drawn_by = ( SELECT app.actor() AS actor)) OR ((closed_at IS NOT NULL) AND (( SELECT app.actor_role() AS actor_role) = 'inspector'::text))) with check ((drawn_by = ( SELECT app.actor() AS actor)) OR (( SELECT app.actor_role() AS actor_role) = 'system'::text));
create policy territory on sample_secret as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant delete, insert, select, update on sample_secret to bangfu_app;

create table public.sample_task (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  sample_county text collate "C" not null,
  sample_id uuid not null,
  ordinal integer not null,
  stratum text not null,
  drawn_by uuid not null default app.actor(),
  sample_name text not null,
  year smallint not null,
  household_id uuid,
  assignee_id uuid not null,
  opens_at timestamp with time zone not null,
  state text not null default 'OPEN'::text,
  issued_at timestamp with time zone not null default app.now(),
  closed_at timestamp with time zone
);
alter table sample_task add constraint sample_task_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table sample_task add constraint sample_task_once UNIQUE (county_code, sample_id, ordinal);
alter table sample_task add constraint sample_task_pk PRIMARY KEY (county_code, id);
alter table sample_task add constraint sample_task_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'FAILED'::text, 'ANSWERED'::text, 'REPLACED'::text])));
alter table sample_task add constraint sample_task_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table sample_task add constraint sample_task_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
CREATE INDEX sample_task_assignee ON public.sample_task USING btree (assignee_id, village_code) WHERE (state = ANY (ARRAY['OPEN'::text, 'FAILED'::text]));
CREATE INDEX sample_task_sample ON public.sample_task USING btree (sample_id);
alter table public.sample_task enable row level security;
alter table public.sample_task force row level security;
create policy sent on sample_task as restrictive for all to public using ((drawn_by = ( SELECT app.actor() AS actor)) OR ((assignee_id = ( SELECT app.actor() AS actor)) AND (opens_at <= ( SELECT app.now() AS now)))) with check ((drawn_by = ( SELECT app.actor() AS actor)) OR (assignee_id = ( SELECT app.actor() AS actor)) OR (( SELECT app.actor_role() AS actor_role) = 'system'::text));
create policy territory on sample_task as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select on sample_task to bangfu_app;
grant update (state, closed_at) on sample_task to bangfu_app;

create table public.sample_unit (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  sample_id uuid not null,
  drawn_by uuid not null default app.actor(),
  ordinal integer not null,
  role text not null,
  stratum text not null,
  cluster text,
  weight_num bigint not null,
  weight_den bigint not null,
  household_county text collate "C" not null,
  household_id uuid,
  household_village text collate "C" not null,
  household_status text,
  state text not null default 'DRAWN'::text,
  assignee_id uuid,
  issued_at timestamp with time zone,
  replaced_by integer,
  replace_reason text,
  closed_at timestamp with time zone
);
alter table sample_unit add constraint sample_unit_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table sample_unit add constraint sample_unit_ordinal UNIQUE (county_code, sample_id, ordinal);
alter table sample_unit add constraint sample_unit_ordinal_check CHECK ((ordinal >= 1));
alter table sample_unit add constraint sample_unit_pk PRIMARY KEY (county_code, id);
alter table sample_unit add constraint sample_unit_role_check CHECK ((role = ANY (ARRAY['PRIMARY'::text, 'REPLACEMENT'::text])));
alter table sample_unit add constraint sample_unit_state_check CHECK ((state = ANY (ARRAY['DRAWN'::text, 'ISSUED'::text, 'REPLACED'::text])));
alter table sample_unit add constraint sample_unit_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table sample_unit add constraint sample_unit_weight_den_check CHECK ((weight_den > 0));
alter table sample_unit add constraint sample_unit_weight_num_check CHECK ((weight_num > 0));
alter table sample_unit add constraint sample_unit_sample FOREIGN KEY (county_code, sample_id) REFERENCES sample(county_code, id);
alter table public.sample_unit enable row level security;
alter table public.sample_unit force row level security;
create policy drawn on sample_unit as restrictive for all to public using ((drawn_by = ( SELECT app.actor() AS actor)) OR ((closed_at IS NOT NULL) AND (( SELECT app.actor_role() AS actor_role) = 'inspector'::text))) with check ((drawn_by = ( SELECT app.actor() AS actor)) OR (( SELECT app.actor_role() AS actor_role) = 'system'::text));
create policy territory on sample_unit as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant delete, insert, select on sample_unit to bangfu_app;
grant update (state, assignee_id, issued_at, replaced_by, replace_reason, closed_at) on sample_unit to bangfu_app;

create table public.screen_setting (
  id uuid not null,
  screen text collate "C" not null,
  name text collate "C" not null,
  value numeric not null,
  reason text not null,
  set_at timestamp with time zone not null default app.now(),
  set_by uuid not null default app.actor()
);
alter table screen_setting add constraint screen_setting_pk PRIMARY KEY (id);
CREATE INDEX screen_setting_newest ON public.screen_setting USING btree (screen, name, set_at);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.screen_setting FOR EACH ROW EXECUTE FUNCTION app.audit_reference('screen_setting', '', 'id');
grant insert, select on screen_setting to bangfu_app;

create table public.sync_gap (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  device_id uuid not null,
  from_seq bigint not null,
  to_seq bigint not null,
  noticed_at timestamp with time zone not null default app.now()
);
alter table sync_gap add constraint sync_gap_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table sync_gap add constraint sync_gap_pk PRIMARY KEY (county_code, id);
alter table sync_gap add constraint sync_gap_range CHECK ((from_seq <= to_seq));
alter table sync_gap add constraint sync_gap_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table sync_gap add constraint sync_gap_device FOREIGN KEY (county_code, device_id) REFERENCES device(county_code, id);
CREATE INDEX sync_gap_of_device ON public.sync_gap USING btree (county_code, device_id);
alter table public.sync_gap enable row level security;
alter table public.sync_gap force row level security;
create policy territory on sync_gap as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.sync_gap REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('sync_gap');
CREATE TRIGGER audit_insert AFTER INSERT ON public.sync_gap REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('sync_gap');
CREATE TRIGGER audit_update AFTER UPDATE ON public.sync_gap REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('sync_gap');
grant insert, select on sync_gap to bangfu_app;

create table public.sync_operation (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  device_id uuid not null,
  device_seq bigint,
  kind text collate "C" not null,
  entity_id uuid,
  base_version integer,
  occurred_at timestamp with time zone,
  received_at timestamp with time zone not null default app.now(),
  clock_suspect boolean not null default false,
  schema_version integer not null,
  code_list_version text,
  content_hash text not null,
  status text not null,
  code text,
  result jsonb not null,
  payload_enc text,
  actor_id uuid not null default app.actor()
);
alter table sync_operation add constraint sync_operation_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table sync_operation add constraint sync_operation_pk PRIMARY KEY (county_code, id);
alter table sync_operation add constraint sync_operation_seq UNIQUE (county_code, device_id, device_seq);
alter table sync_operation add constraint sync_operation_status_check CHECK ((status = ANY (ARRAY['applied'::text, 'conflict'::text, 'rejected'::text])));
alter table sync_operation add constraint sync_operation_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table sync_operation add constraint sync_operation_device FOREIGN KEY (county_code, device_id) REFERENCES device(county_code, id);
CREATE INDEX sync_operation_kept ON public.sync_operation USING btree (village_code, id) WHERE (status = 'rejected'::text);
alter table public.sync_operation enable row level security;
alter table public.sync_operation force row level security;
create policy territory on sync_operation as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select on sync_operation to bangfu_app;

create table public.sync_policy (
  id text not null default 'sync'::text,
  min_app_version text not null default '0.0.0'::text,
  cursor_days integer not null default 30
);
alter table sync_policy add constraint sync_policy_cursor_days_check CHECK (((cursor_days >= 1) AND (cursor_days <= 400)));
alter table sync_policy add constraint sync_policy_id_check CHECK ((id = 'sync'::text));
alter table sync_policy add constraint sync_policy_min_app_version_check CHECK ((min_app_version ~ '^[0-9]{1,4}(\.[0-9]{1,4}){2}$'::text));
alter table sync_policy add constraint sync_policy_pk PRIMARY KEY (id);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.sync_policy FOR EACH ROW EXECUTE FUNCTION app.audit_reference('sync_policy', '', 'id');
grant insert, select, update on sync_policy to bangfu_app;

create table public.sync_settlement (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  outcome text not null,
  note text not null,
  settled_by uuid not null default app.actor(),
  settled_by_name text not null,
  settled_at timestamp with time zone not null default app.now()
);
alter table sync_settlement add constraint sync_settlement_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table sync_settlement add constraint sync_settlement_outcome_check CHECK ((outcome = ANY (ARRAY['TAKEN_UP'::text, 'LAID_ASIDE'::text])));
alter table sync_settlement add constraint sync_settlement_pk PRIMARY KEY (county_code, id);
alter table sync_settlement add constraint sync_settlement_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table sync_settlement add constraint sync_settlement_operation FOREIGN KEY (county_code, id) REFERENCES sync_operation(county_code, id);
alter table public.sync_settlement enable row level security;
alter table public.sync_settlement force row level security;
create policy territory on sync_settlement as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.sync_settlement REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('sync_settlement');
CREATE TRIGGER audit_insert AFTER INSERT ON public.sync_settlement REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('sync_settlement');
CREATE TRIGGER audit_update AFTER UPDATE ON public.sync_settlement REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('sync_settlement');
grant insert, select on sync_settlement to bangfu_app;

create table public.sync_tombstone (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  entity text not null,
  entity_id uuid not null,
  buried_at timestamp with time zone not null default app.now()
);
alter table sync_tombstone add constraint sync_tombstone_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table sync_tombstone add constraint sync_tombstone_entity_check CHECK ((entity = 'household'::text));
alter table sync_tombstone add constraint sync_tombstone_pk PRIMARY KEY (county_code, id);
alter table sync_tombstone add constraint sync_tombstone_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX sync_tombstone_village ON public.sync_tombstone USING btree (county_code, village_code);
alter table public.sync_tombstone enable row level security;
alter table public.sync_tombstone force row level security;
create policy territory on sync_tombstone as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant insert, select on sync_tombstone to bangfu_app;

create table public.task (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid,
  visit_id uuid,
  clue_id uuid,
  origin text,
  kind text not null,
  description text not null,
  due_on date not null,
  status text not null,
  owner_id uuid,
  owner_name text,
  created_by uuid not null,
  created_by_name text not null,
  created_at timestamp with time zone not null,
  done_by uuid,
  done_by_name text,
  done_at timestamp with time zone,
  done_note text,
  verified_by uuid,
  verified_by_name text,
  verified_at timestamp with time zone,
  reopened integer not null default 0,
  content_hash text not null,
  version integer not null default 1
);
alter table task add constraint task_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table task add constraint task_done CHECK (((status = ANY (ARRAY['DONE'::text, 'VERIFIED'::text])) = (done_by IS NOT NULL)));
alter table task add constraint task_other_eyes CHECK (((verified_by IS NULL) OR (verified_by <> done_by)));
alter table task add constraint task_owner CHECK (((status = 'OPEN'::text) = (owner_name IS NULL)));
alter table task add constraint task_pk PRIMARY KEY (county_code, id);
alter table task add constraint task_status_check CHECK ((status = ANY (ARRAY['OPEN'::text, 'ASSIGNED'::text, 'DONE'::text, 'VERIFIED'::text])));
alter table task add constraint task_verified CHECK (((status = 'VERIFIED'::text) = (verified_by IS NOT NULL)));
alter table task add constraint task_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table task add constraint task_clue FOREIGN KEY (county_code, clue_id) REFERENCES risk_clue(county_code, id);
alter table task add constraint task_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
CREATE INDEX task_of_household ON public.task USING btree (county_code, household_id, id) WHERE (household_id IS NOT NULL);
CREATE INDEX task_of_visit ON public.task USING btree (county_code, visit_id) WHERE (visit_id IS NOT NULL);
CREATE INDEX task_open_village ON public.task USING btree (village_code, due_on) WHERE (status <> 'VERIFIED'::text);
CREATE INDEX task_owner_idx ON public.task USING btree (owner_id, due_on) WHERE ((owner_id IS NOT NULL) AND (status = ANY (ARRAY['ASSIGNED'::text, 'OPEN'::text])));
CREATE INDEX task_village ON public.task USING btree (village_code, due_on);
alter table public.task enable row level security;
alter table public.task force row level security;
create policy territory on task as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.task REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('task');
CREATE TRIGGER audit_insert AFTER INSERT ON public.task REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('task');
CREATE TRIGGER audit_update AFTER UPDATE ON public.task REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('task');
grant insert, select, update on task to bangfu_app;

create table public.task_event (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  household_id uuid,
  task_id uuid not null,
  seq integer not null,
  action text not null,
  from_status text,
  to_status text not null,
  note text,
  due_on date,
  owner_id uuid,
  owner_name text,
  actor_id uuid not null,
  actor_name text not null,
  actor_role text not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  content_hash text not null
);
alter table task_event add constraint task_event_action_check CHECK ((action = ANY (ARRAY['CREATE'::text, 'ASSIGN'::text, 'DO'::text, 'VERIFY'::text, 'REOPEN'::text, 'NOTE'::text])));
alter table task_event add constraint task_event_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table task_event add constraint task_event_pk PRIMARY KEY (county_code, id);
alter table task_event add constraint task_event_seq UNIQUE (county_code, task_id, seq);
alter table task_event add constraint task_event_seq_check CHECK ((seq >= 1));
alter table task_event add constraint task_event_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table task_event add constraint task_event_task FOREIGN KEY (county_code, task_id) REFERENCES task(county_code, id);
alter table public.task_event enable row level security;
alter table public.task_event force row level security;
create policy territory on task_event as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.task_event REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('task_event');
CREATE TRIGGER audit_insert AFTER INSERT ON public.task_event REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('task_event');
CREATE TRIGGER audit_update AFTER UPDATE ON public.task_event REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('task_event');
CREATE TRIGGER immutable BEFORE DELETE OR UPDATE ON public.task_event FOR EACH ROW EXECUTE FUNCTION app.keep_visit();
grant insert, select on task_event to bangfu_app;

create table public.team_days (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  team_id uuid not null,
  member_id uuid not null,
  year smallint not null,
  month smallint not null,
  days smallint[] not null,
  day_count integer not null,
  version integer not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamp with time zone not null,
  superseded_at timestamp with time zone,
  correction_reason text
);
alter table team_days add constraint team_days_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table team_days add constraint team_days_day_count_check CHECK (((day_count >= 0) AND (day_count <= 31)));
alter table team_days add constraint team_days_month_check CHECK (((month >= 1) AND (month <= 12)));
alter table team_days add constraint team_days_pk PRIMARY KEY (county_code, id);
alter table team_days add constraint team_days_version UNIQUE (county_code, member_id, year, month, version);
alter table team_days add constraint team_days_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table team_days add constraint team_days_member FOREIGN KEY (county_code, member_id) REFERENCES team_member(county_code, id);
CREATE INDEX team_days_village ON public.team_days USING btree (county_code, village_code, year) WHERE (superseded_at IS NULL);
CREATE UNIQUE INDEX team_days_current ON public.team_days USING btree (county_code, member_id, year, month) WHERE (superseded_at IS NULL);
alter table public.team_days enable row level security;
alter table public.team_days force row level security;
create policy territory on team_days as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.team_days REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('team_days');
CREATE TRIGGER audit_insert AFTER INSERT ON public.team_days REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('team_days');
CREATE TRIGGER audit_update AFTER UPDATE ON public.team_days REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('team_days');
grant insert, select, update on team_days to bangfu_app;

create table public.team_member (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  team_id uuid not null,
  name text not null,
  role text not null,
  user_id uuid,
  unit text,
  affiliation text,
  rank text,
  phone_enc text,
  phone_masked text,
  joined_on date not null,
  left_on date,
  leave_reason text,
  predecessor_id uuid,
  version integer not null default 1,
  created_at timestamp with time zone not null default app.now(),
  updated_at timestamp with time zone not null default app.now()
);
alter table team_member add constraint team_member_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table team_member add constraint team_member_dates CHECK (((left_on IS NULL) OR (left_on >= joined_on)));
alter table team_member add constraint team_member_pk PRIMARY KEY (county_code, id);
alter table team_member add constraint team_member_role_check CHECK ((role = ANY (ARRAY['FIRST_SECRETARY'::text, 'LEADER'::text, 'MEMBER'::text])));
alter table team_member add constraint team_member_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table team_member add constraint team_member_predecessor FOREIGN KEY (county_code, predecessor_id) REFERENCES team_member(county_code, id);
alter table team_member add constraint team_member_team FOREIGN KEY (county_code, team_id) REFERENCES work_team(county_code, id);
CREATE INDEX team_member_team_idx ON public.team_member USING btree (county_code, team_id);
CREATE UNIQUE INDEX team_member_first_secretary ON public.team_member USING btree (county_code, team_id) WHERE ((role = 'FIRST_SECRETARY'::text) AND (left_on IS NULL));
alter table public.team_member enable row level security;
alter table public.team_member force row level security;
create policy territory on team_member as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.team_member REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('team_member');
CREATE TRIGGER audit_insert AFTER INSERT ON public.team_member REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('team_member');
CREATE TRIGGER audit_update AFTER UPDATE ON public.team_member REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('team_member');
grant insert, select, update on team_member to bangfu_app;

create table public.team_village (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  team_id uuid not null,
  is_seat boolean not null,
  team_name text not null,
  sending_unit text not null,
  first_secretary text not null,
  size integer not null,
  term_to date not null,
  from_on date not null,
  ended_on date
);
alter table team_village add constraint team_village_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table team_village add constraint team_village_pk PRIMARY KEY (county_code, id);
alter table team_village add constraint team_village_size_check CHECK ((size >= 0));
alter table team_village add constraint team_village_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table team_village add constraint team_village_team FOREIGN KEY (county_code, team_id) REFERENCES work_team(county_code, id);
CREATE INDEX team_village_list ON public.team_village USING btree (village_code) WHERE (ended_on IS NULL);
CREATE INDEX team_village_team_idx ON public.team_village USING btree (county_code, team_id);
CREATE UNIQUE INDEX team_village_once ON public.team_village USING btree (county_code, village_code) WHERE (ended_on IS NULL);
alter table public.team_village enable row level security;
alter table public.team_village force row level security;
create policy territory on team_village as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.team_village REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('team_village');
CREATE TRIGGER audit_insert AFTER INSERT ON public.team_village REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('team_village');
CREATE TRIGGER audit_update AFTER UPDATE ON public.team_village REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('team_village');
grant insert, select, update on team_village to bangfu_app;

create table public.user_session (
  id_hash text not null,
  user_id uuid not null,
  grant_id uuid not null,
  created_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone
);
alter table user_session add constraint user_session_pkey PRIMARY KEY (id_hash);
alter table user_session add constraint user_session_grant FOREIGN KEY (grant_id) REFERENCES role_grant(id);
alter table user_session add constraint user_session_user FOREIGN KEY (user_id) REFERENCES app_user(id);
CREATE INDEX user_session_user ON public.user_session USING btree (user_id) WHERE (revoked_at IS NULL);
grant insert, select, update on user_session to bangfu_app;

create table public.village_fact (
  county_code text collate "C" not null,
  village_code text collate "C" not null,
  year integer not null,
  registered_households integer,
  registered_persons integer,
  poor_households integer,
  poor_persons integer,
  exited_households integer,
  rural_resident_population integer,
  hardened_road boolean,
  production_power boolean,
  safe_water_covered boolean,
  clinic boolean,
  village_doctor boolean,
  culture_room boolean,
  broadcasting boolean,
  broadband boolean,
  collective_income_fen bigint,
  cooperative boolean,
  poor_village boolean not null,
  decision text
);
alter table village_fact add constraint village_fact_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table village_fact add constraint village_fact_pk PRIMARY KEY (county_code, village_code, year);
alter table village_fact add constraint village_fact_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table public.village_fact enable row level security;
alter table public.village_fact force row level security;
create policy territory on village_fact as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant delete, insert, select, update on village_fact to bangfu_app;

create table public.village_verdict (
  county_code text collate "C" not null,
  village_code text collate "C" not null,
  year integer not null,
  rule_code text collate "C" not null,
  verdict text not null,
  leaves text not null,
  rule_version_id uuid not null,
  run_id uuid not null,
  computed_at timestamp with time zone not null
);
alter table village_verdict add constraint village_verdict_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table village_verdict add constraint village_verdict_pk PRIMARY KEY (county_code, village_code, year, rule_code);
alter table village_verdict add constraint village_verdict_verdict_check CHECK ((verdict = ANY (ARRAY['met'::text, 'not_met'::text, 'unproven'::text])));
alter table village_verdict add constraint village_verdict_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table public.village_verdict enable row level security;
alter table public.village_verdict force row level security;
create policy territory on village_verdict as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
grant delete, insert, select, update on village_verdict to bangfu_app;

create table public.village_year (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  year smallint not null,
  version integer not null default 1,
  recorded_at timestamp with time zone not null default app.now(),
  recorded_by uuid not null default app.actor(),
  superseded_at timestamp with time zone,
  correction_reason text,
  source text,
  village_type text,
  rural_resident_population integer,
  hardened_road boolean,
  production_power boolean,
  safe_water_covered boolean,
  clinic boolean,
  village_doctor boolean,
  culture_room boolean,
  broadcasting boolean,
  broadband boolean,
  collective_income_fen bigint,
  cooperative boolean
);
alter table village_year add constraint village_year_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table village_year add constraint village_year_pk PRIMARY KEY (county_code, id);
alter table village_year add constraint village_year_rural_resident_population_check CHECK ((rural_resident_population >= 0));
alter table village_year add constraint village_year_version UNIQUE (county_code, village_code, year, version);
alter table village_year add constraint village_year_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table village_year add constraint village_year_village_type_check CHECK ((village_type = ANY (ARRAY['01'::text, '02'::text, '03'::text, '04'::text, '05'::text])));
alter table village_year add constraint village_year_year_check CHECK (((year >= 2000) AND (year <= 2100)));
CREATE UNIQUE INDEX village_year_current ON public.village_year USING btree (county_code, village_code, year) WHERE (superseded_at IS NULL);
alter table public.village_year enable row level security;
alter table public.village_year force row level security;
create policy territory on village_year as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.village_year REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('village_year');
CREATE TRIGGER audit_insert AFTER INSERT ON public.village_year REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('village_year');
CREATE TRIGGER audit_update AFTER UPDATE ON public.village_year REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('village_year');
CREATE TRIGGER dirty_delete AFTER DELETE ON public.village_year REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_old('village_year');
CREATE TRIGGER dirty_insert AFTER INSERT ON public.village_year REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_new('village_year');
CREATE TRIGGER dirty_update AFTER UPDATE ON public.village_year REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.mark_dirty_both('village_year');
grant insert, select, update on village_year to bangfu_app;

create table public.visit (
  county_code text collate "C" not null,
  id uuid not null,
  recorded_on date not null,
  village_code text collate "C" not null,
  household_id uuid not null,
  way text not null,
  types text[] not null,
  not_home_reason text,
  visited_at timestamp with time zone not null,
  visited_on date not null,
  clock_ahead boolean not null default false,
  clock_offset_seconds integer,
  recorded_at timestamp with time zone not null,
  visitor_id uuid not null,
  visitor_name text not null,
  visitor_role text not null,
  persons_met uuid[] not null,
  others_met text,
  assurances jsonb not null,
  base_visit_id uuid,
  income_changes jsonb not null,
  needs text[] not null,
  needs_note text,
  problems jsonb not null,
  notes text,
  attachment_ids uuid[] not null,
  position_enc text,
  position_accuracy_m integer,
  device_id text,
  corrects_id uuid,
  correction_no integer not null default 0,
  correction_reason text,
  content_hash text not null
) partition by RANGE (recorded_on);
alter table visit add constraint visit_correction CHECK ((((corrects_id IS NULL) = (correction_no = 0)) AND ((corrects_id IS NULL) = (correction_reason IS NULL))));
alter table visit add constraint visit_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table visit add constraint visit_day CHECK ((visited_on <= recorded_on));
alter table visit add constraint visit_pk PRIMARY KEY (county_code, id, recorded_on);
alter table visit add constraint visit_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
alter table visit add constraint visit_way_check CHECK ((way = ANY (ARRAY['HOME'::text, 'PHONE'::text, 'VILLAGE_OFFICE'::text, 'NOT_HOME'::text])));
alter table visit add constraint visit_household FOREIGN KEY (county_code, household_id) REFERENCES household(county_code, id);
CREATE INDEX visit_corrections ON ONLY public.visit USING btree (county_code, corrects_id, correction_no) WHERE (corrects_id IS NOT NULL);
CREATE INDEX visit_in_county ON ONLY public.visit USING btree (county_code, visited_on, id);
CREATE INDEX visit_in_village ON ONLY public.visit USING btree (village_code, visited_on);
CREATE INDEX visit_of_household ON ONLY public.visit USING btree (county_code, household_id, visited_on, id);
alter table public.visit enable row level security;
alter table public.visit force row level security;
create policy territory on visit as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.visit REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('visit');
CREATE TRIGGER audit_insert AFTER INSERT ON public.visit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('visit');
CREATE TRIGGER audit_update AFTER UPDATE ON public.visit REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('visit');
CREATE TRIGGER immutable BEFORE DELETE OR UPDATE ON public.visit FOR EACH ROW EXECUTE FUNCTION app.keep_visit();
grant insert, select on visit to bangfu_app;

create table public.visit_2025 partition of visit FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

create table public.visit_2026 partition of visit FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

create table public.visit_2027 partition of visit FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');

create table public.visit_2028 partition of visit FOR VALUES FROM ('2028-01-01') TO ('2029-01-01');

create table public.visit_2029 partition of visit FOR VALUES FROM ('2029-01-01') TO ('2030-01-01');

create table public.visit_2030 partition of visit FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');

create table public.visit_2031 partition of visit FOR VALUES FROM ('2031-01-01') TO ('2032-01-01');

create table public.visit_2032 partition of visit FOR VALUES FROM ('2032-01-01') TO ('2033-01-01');

create table public.visit_default partition of visit DEFAULT;

create table public.work_team (
  county_code text collate "C" not null,
  id uuid not null,
  village_code text collate "C" not null,
  name text not null,
  sending_unit text not null,
  sending_affiliation text,
  term_from date not null,
  term_to date not null,
  short_term_reason text,
  status text not null default 'ACTIVE'::text,
  ended_on date,
  end_reason text,
  content_hash text not null,
  version integer not null default 1,
  created_at timestamp with time zone not null default app.now(),
  updated_at timestamp with time zone not null default app.now()
);
alter table work_team add constraint work_team_county_code CHECK ((county_code ~ '^[0-9]{6}$'::text));
alter table work_team add constraint work_team_ended CHECK (((status = 'ENDED'::text) = ((ended_on IS NOT NULL) AND (end_reason IS NOT NULL))));
alter table work_team add constraint work_team_pk PRIMARY KEY (county_code, id);
alter table work_team add constraint work_team_status_check CHECK ((status = ANY (ARRAY['ACTIVE'::text, 'ENDED'::text])));
alter table work_team add constraint work_team_term CHECK ((term_from < term_to));
alter table work_team add constraint work_team_village_code CHECK ((village_code ~ '^[0-9]{12}$'::text));
CREATE INDEX work_team_village ON public.work_team USING btree (village_code);
alter table public.work_team enable row level security;
alter table public.work_team force row level security;
create policy territory on work_team as permissive for all to public using ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to))) with check ((village_code >= ( SELECT app.scope_from() AS scope_from)) AND (village_code < ( SELECT app.scope_to() AS scope_to)));
CREATE TRIGGER audit_delete AFTER DELETE ON public.work_team REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_delete('work_team');
CREATE TRIGGER audit_insert AFTER INSERT ON public.work_team REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_insert('work_team');
CREATE TRIGGER audit_update AFTER UPDATE ON public.work_team REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION app.audit_case_update('work_team');
grant insert, select, update on work_team to bangfu_app;

create view register_coverage with (security_invoker=true) as
 SELECT county_code,
    id,
    village_code,
    register_code,
    comparison_id,
    list_on,
    from_code,
    to_code
   FROM comparison_coverage c
  WHERE expired_at IS NULL AND NOT (EXISTS ( SELECT 1
           FROM comparison_coverage n
          WHERE n.county_code = c.county_code AND n.register_code = c.register_code AND ((ROW(n.list_on, n.id) > ROW(c.list_on, c.id))) AND n.from_code <= c.from_code AND n.to_code >= c.to_code));

create view register_hit with (security_invoker=true) as
 SELECT county_code,
    village_code,
    household_id,
    member_id,
    register_code,
    comparison_id,
    list_on,
    detail,
    strength
   FROM register_match r
  WHERE verdict = 'TRUE'::text OR strength = 'ID'::text AND NOT expired AND verdict IS DISTINCT FROM 'FALSE_ALARM'::text;

create view register_match with (security_invoker=true) as
 SELECT m.county_code,
    m.village_code,
    m.household_id,
    m.member_id,
    m.register_code,
    m.comparison_id,
    m.list_on,
    m.detail,
    m.strength,
    m.doubt,
    m.id AS match_id,
    m.match_key,
    v.verdict,
    c.expired_at IS NOT NULL AS expired
   FROM comparison_match m
     JOIN comparison_coverage c ON c.county_code = m.county_code AND c.comparison_id = m.comparison_id
     LEFT JOIN ( SELECT DISTINCT ON (d.county_code, d.register_code, d.match_key) d.county_code,
            d.register_code,
            d.match_key,
            d.verdict
           FROM comparison_verdict d
          ORDER BY d.county_code, d.register_code, d.match_key, d.decided_at DESC, d.id DESC) v ON v.county_code = m.county_code AND v.register_code = m.register_code AND v.match_key = m.match_key
  WHERE NOT (EXISTS ( SELECT 1
           FROM comparison_coverage n
          WHERE n.county_code = c.county_code AND n.register_code = c.register_code AND ((ROW(n.list_on, n.id) > ROW(c.list_on, c.id))) AND m.village_code >= n.from_code AND m.village_code < n.to_code));

CREATE OR REPLACE FUNCTION app.actor()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.actor', true), '')::uuid $function$
;
grant execute on function app.actor() to bangfu_app;

CREATE OR REPLACE FUNCTION app.actor_role()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.role', true), '') $function$
;
grant execute on function app.actor_role() to bangfu_app;

CREATE OR REPLACE FUNCTION app.audit_case_delete()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'app', 'pg_temp'
AS $function$
declare v_actor uuid := app.require_actor();
begin
  insert into audit_log (county_code, id, recorded_on, village_code, at, actor_id, actor_role, request_id, op, table_name, row_id, household_id, payload)
  select o.county_code, app.uuid_v7(), current_date, o.village_code, app.now(), v_actor, app.actor_role(), app.setting('app.request'), 'DELETE', tg_argv[0],
    o.id::text, case when tg_argv[0] = 'household' then o.id else (to_jsonb(o) ->> 'household_id')::uuid end, jsonb_build_object('before', jsonb_strip_nulls(to_jsonb(o)))::text
  from old_rows o;
  perform app.touch('app.touched', (select array_agg(distinct o.county_code) from old_rows o));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION app.audit_case_insert()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'app', 'pg_temp'
AS $function$
declare
  v_actor uuid := app.require_actor();
  v_role text := app.actor_role();
  v_request text := app.setting('app.request');
  v_now timestamptz := app.now();
begin
  insert into audit_log (county_code, id, recorded_on, village_code, at, actor_id, actor_role, request_id, op, table_name, row_id, household_id, payload)
  select n.county_code, app.uuid_v7(), current_date, n.village_code, v_now, v_actor, v_role, v_request, 'INSERT', tg_argv[0],
    n.id::text, case when tg_argv[0] = 'household' then n.id else (n.image ->> 'household_id')::uuid end, jsonb_build_object('after', n.image)::text
  from (select r.county_code, r.village_code, r.id, jsonb_strip_nulls(to_jsonb(r)) as image from new_rows r offset 0) n;
  perform app.touch('app.touched', (select array_agg(distinct n.county_code) from new_rows n));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION app.audit_case_update()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'app', 'pg_temp'
AS $function$
declare v_actor uuid := app.require_actor();
begin
  insert into audit_log (county_code, id, recorded_on, village_code, at, actor_id, actor_role, request_id, op, table_name, row_id, household_id, payload)
  select n.county_code, app.uuid_v7(), current_date, n.village_code, app.now(), v_actor, app.actor_role(), app.setting('app.request'), 'UPDATE', tg_argv[0],
    n.id::text, case when tg_argv[0] = 'household' then n.id else (to_jsonb(n) ->> 'household_id')::uuid end,
    jsonb_build_object('before', (select jsonb_object_agg(e.key, e.value) from jsonb_each(to_jsonb(o)) e where e.value is distinct from to_jsonb(n) -> e.key),
      'after', jsonb_strip_nulls(to_jsonb(n)))::text
  from old_rows o join new_rows n on n.county_code = o.county_code and n.id = o.id
  where to_jsonb(o) is distinct from to_jsonb(n);
  perform app.touch('app.touched', (select array_agg(distinct n.county_code) from new_rows n));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION app.audit_reference()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'app', 'pg_temp'
AS $function$
declare
  v_actor uuid := app.require_actor();
  v_hidden text[] := string_to_array(coalesce(tg_argv[1], ''), ',');
  v_old jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) - v_hidden end;
  v_new jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) - v_hidden end;
begin
  if v_old is distinct from v_new then
    insert into audit_log (county_code, id, recorded_on, village_code, at, actor_id, actor_role, request_id, op, table_name, row_id, payload)
    values (left(app.region_row(), 6), app.uuid_v7(), current_date, app.region_row(), app.now(), v_actor, app.actor_role(), app.setting('app.request'),
      tg_op, tg_argv[0], coalesce(v_new, v_old) ->> coalesce(tg_argv[2], 'id'),
      jsonb_strip_nulls(jsonb_build_object('before', v_old, 'after', v_new))::text);
    perform app.touch('app.touched', array[left(app.region_row(), 6)]);
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION app.audit_scope_from()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.audit_scope', true), '') $function$
;
grant execute on function app.audit_scope_from() to bangfu_app;

CREATE OR REPLACE FUNCTION app.audit_scope_to()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.audit_scope', true), '') || ':' $function$
;
grant execute on function app.audit_scope_to() to bangfu_app;

CREATE OR REPLACE FUNCTION app.bury_household()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'app', 'pg_temp'
AS $function$
begin
  insert into sync_tombstone (county_code, id, village_code, entity, entity_id)
  select o.county_code, app.uuid_v7(), o.village_code, 'household', o.id
  from old_rows o join new_rows n on n.county_code = o.county_code and n.id = o.id
  where n.village_code <> o.village_code;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION app.carry_task_events(p_county text, p_household uuid, p_village text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'app', 'pg_temp'
AS $function$
  update task_event set village_code = p_village where county_code = p_county and household_id = p_household and village_code <> p_village
$function$
;
grant execute on function app.carry_task_events(text,uuid,text) to bangfu_app;

CREATE OR REPLACE FUNCTION app.carry_visits(p_county text, p_household uuid, p_village text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'app', 'pg_temp'
AS $function$
  update visit set village_code = p_village where county_code = p_county and household_id = p_household and village_code <> p_village
$function$
;
grant execute on function app.carry_visits(text,uuid,text) to bangfu_app;

CREATE OR REPLACE FUNCTION app.chain_step(p_state bytea, p_row bytea)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select case when p_state is null then sha256(p_row) else sha256(p_state || p_row) end $function$
;
grant execute on function app.chain_step(bytea,bytea) to bangfu_app;

CREATE OR REPLACE FUNCTION app.check_separation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (
    select 1 from role_grant g where g.user_id = new.user_id and g.id <> new.id and g.revoked_at is null and g.role <> new.role
      and (g.role in ('system_admin', 'security_admin', 'audit_admin') or new.role in ('system_admin', 'security_admin', 'audit_admin'))
  ) and new.revoked_at is null then
    raise exception 'one person cannot hold two separated roles' using errcode = '23514', constraint = 'role_grant_separated';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION app.county_of(p_code text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select rpad(left(p_code, 6), 6, '0') $function$
;
grant execute on function app.county_of(text) to bangfu_app;

CREATE OR REPLACE FUNCTION app.delete_imported(p_batch_county text, p_batch uuid, p_county text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'app', 'pg_temp'
AS $function$
declare
  v_committed timestamptz;
  v_households uuid[];
  v_members uuid[];
  v_years uuid[];
  v_member_years uuid[];
begin
  select b.committed_at into v_committed from import_batch b where b.county_code = p_batch_county and b.id = p_batch and b.state = 'undoing' for update;
  if v_committed is null then
    raise exception 'the batch is not being undone' using errcode = 'BF020';
  end if;
  select array_agg(x.id::uuid) filter (where x.kind = 'household'), array_agg(x.id::uuid) filter (where x.kind = 'member'),
    array_agg(x.id::uuid) filter (where x.kind = 'householdYear'), array_agg(x.id::uuid) filter (where x.kind = 'memberYear')
    into v_households, v_members, v_years, v_member_years
  from import_effect e, lateral jsonb_each(e.created) k(kind, ids), lateral (select k.kind, jsonb_array_elements_text(k.ids) as id) x
  where e.county_code = p_county and e.batch_id = p_batch;
  v_households := coalesce(v_households, '{}');
  v_members := coalesce(v_members, '{}');
  delete from household_verdict v where v.county_code = p_county and v.household_id = any(v_households);
  delete from household_fact f where f.county_code = p_county and f.household_id = any(v_households);
  delete from member_year y where y.county_code = p_county and y.recorded_at = v_committed
    and (y.id = any(coalesce(v_member_years, '{}')) or y.member_id = any(v_members) or y.household_id = any(v_households));
  delete from household_year y where y.county_code = p_county and y.recorded_at = v_committed
    and (y.id = any(coalesce(v_years, '{}')) or y.household_id = any(v_households));
  delete from identity_register r where r.county_code = p_county and (r.member_id = any(v_members) or r.household_id = any(v_households));
  delete from member m where m.county_code = p_county and m.created_at = v_committed and (m.id = any(v_members) or m.household_id = any(v_households));
  delete from episode e where e.county_code = p_county and e.household_id = any(v_households) and e.created_at = v_committed;
  delete from household h where h.county_code = p_county and h.id = any(v_households) and h.created_at = v_committed;
  return cardinality(v_households);
end $function$
;
grant execute on function app.delete_imported(text,uuid,text) to bangfu_app;

CREATE OR REPLACE FUNCTION app.identities_taken(p_hashes text[])
 RETURNS SETOF text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'app', 'pg_temp'
AS $function$
declare v_scope text := coalesce(current_setting('app.scope', true), '');
begin
  perform set_config('app.scope', (select i.region_code from installation i), true);
  return query select r.id_hash from identity_register r where r.id_hash = any(p_hashes);
  perform set_config('app.scope', v_scope, true); -- an error in between aborts the transaction, and the setting with it
end $function$
;
grant execute on function app.identities_taken(text[]) to bangfu_app;

CREATE OR REPLACE FUNCTION app.install_case_table(p_table text, audited boolean DEFAULT true, dirty text DEFAULT NULL::text, deletable boolean DEFAULT false, note text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  insert into app.case_table values (p_table, audited, dirty is not null, deletable, note);
  execute format('alter table %I enable row level security', p_table);
  execute format('alter table %I force row level security', p_table);
  execute format('create policy territory on %I using (village_code >= (select app.scope_from()) and village_code < (select app.scope_to()))
    with check (village_code >= (select app.scope_from()) and village_code < (select app.scope_to()))', p_table);
  execute format('grant select, insert, update %s on %I to bangfu_app', case when deletable then ', delete' else '' end, p_table);
  execute format('alter table %I add constraint %I check (county_code ~ ''^[0-9]{6}$''), add constraint %I check (village_code ~ ''^[0-9]{12}$'')',
    p_table, p_table || '_county_code', p_table || '_village_code');
  if audited then
    execute format('create trigger audit_insert after insert on %I referencing new table as new_rows for each statement execute function app.audit_case_insert(%L)', p_table, p_table);
    execute format('create trigger audit_update after update on %I referencing old table as old_rows new table as new_rows for each statement execute function app.audit_case_update(%L)', p_table, p_table);
    execute format('create trigger audit_delete after delete on %I referencing old table as old_rows for each statement execute function app.audit_case_delete(%L)', p_table, p_table);
  end if;
  if dirty is not null then
    execute format('create trigger dirty_insert after insert on %I referencing new table as new_rows for each statement execute function app.mark_dirty_new(%L)', p_table, dirty);
    execute format('create trigger dirty_update after update on %I referencing old table as old_rows new table as new_rows for each statement execute function app.mark_dirty_both(%L)', p_table, dirty);
    execute format('create trigger dirty_delete after delete on %I referencing old table as old_rows for each statement execute function app.mark_dirty_old(%L)', p_table, dirty);
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION app.install_reference_table(p_table text, audited boolean DEFAULT true, hidden text DEFAULT ''::text, key_column text DEFAULT 'id'::text, note text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  insert into app.reference_table values (p_table, audited, note);
  execute format('grant select, insert, update on %I to bangfu_app', p_table);
  if audited then
    execute format('create trigger audit after insert or update or delete on %I for each row execute function app.audit_reference(%L, %L, %L)', p_table, p_table, hidden, key_column);
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION app.keep_freeze()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a frozen answer cannot be changed' using errcode = '23514', constraint = 'question_freeze_immutable';
end $function$
;

CREATE OR REPLACE FUNCTION app.keep_measure_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if to_jsonb(new) - 'valid_to' is distinct from to_jsonb(old) - 'valid_to' then
    raise exception 'a published measure version cannot be changed' using errcode = '23514', constraint = 'measure_version_immutable';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION app.keep_pack()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if to_jsonb(new) - 'valid_to' is distinct from to_jsonb(old) - 'valid_to' then
    raise exception 'a published pack cannot be changed' using errcode = '23514', constraint = 'procedure_pack_immutable';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION app.keep_payment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if to_jsonb(new) - '{settlement,settled_on,failure_reason,reversed_by_id,village_code}'::text[]
     is distinct from to_jsonb(old) - '{settlement,settled_on,failure_reason,reversed_by_id,village_code}'::text[]
     or (old.reversed_by_id is not null and new.reversed_by_id is distinct from old.reversed_by_id) then
    raise exception 'a booked payment cannot be changed' using errcode = '23514', constraint = 'payment_immutable';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION app.keep_rule_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if to_jsonb(new) - 'valid_to' is distinct from to_jsonb(old) - 'valid_to' then
    raise exception 'a published rule version cannot be changed' using errcode = '23514', constraint = 'rule_version_immutable';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION app.keep_seal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a sealed record cannot be changed' using errcode = '23514', constraint = tg_argv[0] || '_immutable';
end $function$
;

CREATE OR REPLACE FUNCTION app.keep_visit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- Only the village of the household may follow the household; everything that was written down stays as it was written.
  if tg_op = 'DELETE' or to_jsonb(new) - 'village_code' is distinct from to_jsonb(old) - 'village_code' then
    raise exception 'a visit cannot be changed' using errcode = '23514', constraint = 'visit_immutable';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION app.mark_dirty_both()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'app', 'pg_temp'
AS $function$
begin
  insert into dirty_village (county_code, village_code, cause)
  select n.county_code, n.village_code, tg_argv[0] from new_rows n union select o.county_code, o.village_code, tg_argv[0] from old_rows o;
  perform app.touch('app.dirty', (select array_agg(distinct n.county_code) from new_rows n));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION app.mark_dirty_new()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'app', 'pg_temp'
AS $function$
begin
  insert into dirty_village (county_code, village_code, cause) select distinct n.county_code, n.village_code, tg_argv[0] from new_rows n;
  perform app.touch('app.dirty', (select array_agg(distinct n.county_code) from new_rows n));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION app.mark_dirty_old()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'app', 'pg_temp'
AS $function$
begin
  insert into dirty_village (county_code, village_code, cause) select distinct o.county_code, o.village_code, tg_argv[0] from old_rows o;
  perform app.touch('app.dirty', (select array_agg(distinct o.county_code) from old_rows o));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION app.move_clock(p_by interval)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'app', 'pg_temp'
AS $function$
begin
  if (select mode from installation) = 'production' then
    raise exception 'the clock cannot be moved in production' using errcode = 'BF010';
  end if;
  update installation set clock_offset = clock_offset + p_by;
  perform app.record_event('CLOCK', 'installation', 'clock', app.region_row(), jsonb_build_object('movedBy', p_by::text));
  return now() + (select clock_offset from installation);
end $function$
;
grant execute on function app.move_clock(interval) to bangfu_app;

CREATE OR REPLACE FUNCTION app.name_grams(p_name text, p_initials text)
 RETURNS SETOF text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select substr(p_name, i, 1) from generate_series(1, char_length(p_name)) i
  union select substr(p_name, i, 2) from generate_series(1, char_length(p_name) - 1) i
  union select lower(p_initials) where p_initials <> ''
$function$
;

CREATE OR REPLACE FUNCTION app.now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select now() + (select clock_offset from installation) $function$
;
grant execute on function app.now() to bangfu_app;

CREATE OR REPLACE FUNCTION app.record_event(p_op text, p_table text, p_row text, p_village text, p_payload jsonb, p_household uuid DEFAULT NULL::uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'app', 'pg_temp'
AS $function$
begin
  insert into audit_log (county_code, id, recorded_on, village_code, at, actor_id, actor_role, request_id, op, table_name, row_id, household_id, payload)
  values (app.county_of(p_village), app.uuid_v7(), current_date, rpad(p_village, 12, '0'), app.now(), app.require_actor(), app.actor_role(),
    app.setting('app.request'), p_op, p_table, p_row, p_household, p_payload::text);
  perform app.touch('app.touched', array[app.county_of(p_village)]);
end $function$
;
grant execute on function app.record_event(text,text,text,text,jsonb,uuid) to bangfu_app;

CREATE OR REPLACE FUNCTION app.region_row()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select rpad(region_code, 12, '0') from installation $function$
;
grant execute on function app.region_row() to bangfu_app;

CREATE OR REPLACE FUNCTION app.require_actor()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
declare v uuid := app.actor();
begin
  if v is null or app.actor_role() is null then
    raise exception 'a write without an actor is refused' using errcode = 'BF001';
  end if;
  return v;
end $function$
;
grant execute on function app.require_actor() to bangfu_app;

CREATE OR REPLACE FUNCTION app.row_digest(a audit_log)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select sha256(convert_to(concat_ws(E'\x1f', a.county_code, a.id::text, a.recorded_on::text, a.village_code,
    extract(epoch from a.at)::text, a.actor_id::text, a.actor_role, coalesce(a.request_id, ''), a.op, a.table_name, a.row_id,
    coalesce(a.household_id::text, ''), a.payload), 'UTF8'))
$function$
;
grant execute on function app.row_digest(audit_log) to bangfu_app;

CREATE OR REPLACE FUNCTION app.scope_from()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.scope', true), '') $function$
;
grant execute on function app.scope_from() to bangfu_app;

CREATE OR REPLACE FUNCTION app.scope_to()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.scope', true), '') || ':' $function$
;
grant execute on function app.scope_to() to bangfu_app;

CREATE OR REPLACE FUNCTION app.seal_audit(p_county text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'app', 'pg_temp'
AS $function$
declare
  v_head audit_head;
  v_until xid8;
  v_count bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('bangfu.audit.' || p_county, 0));
  perform set_config('app.audit_scope', p_county, true);
  select * into v_head from audit_head where county_code = p_county for update;
  if not found then
    insert into audit_head values (p_county, 0, sha256(convert_to('bangfu:' || p_county, 'UTF8')), '0'::xid8) returning * into v_head;
  end if;
  v_until := pg_snapshot_xmin(pg_current_snapshot());
  if v_head.boundary > pg_current_xact_id() then v_head.boundary := '0'::xid8; end if; -- restored into a younger cluster
  with fresh as (
    select a.id, a.recorded_on, row_number() over (order by a.xid, a.id) as n, app.row_digest(a) as digest
    from audit_log a
    where a.county_code = p_county and a.xid >= v_head.boundary and a.xid < v_until
      and (v_head.boundary <> '0'::xid8 or not exists (select 1 from audit_seal s where s.county_code = p_county and s.audit_id = a.id))
  ), chained as (
    select f.id, f.recorded_on, f.n,
      app.chain(case when f.n = 1 then v_head.hash || f.digest else f.digest end) over (order by f.n rows unbounded preceding) as hash
    from fresh f
  ), written as (
    insert into audit_seal (county_code, seq, audit_id, recorded_on, hash)
    select p_county, v_head.seq + c.n, c.id, c.recorded_on, c.hash from chained c order by c.n
    returning seq, hash
  )
  select count(*), coalesce(max(w.seq), v_head.seq), coalesce((array_agg(w.hash order by w.seq desc))[1], v_head.hash)
    into v_count, v_head.seq, v_head.hash from written w;
  update audit_head set seq = v_head.seq, hash = v_head.hash, boundary = v_until where county_code = p_county;
  return v_count;
end $function$
;
grant execute on function app.seal_audit(text) to bangfu_app;

CREATE OR REPLACE FUNCTION app.session_state(p_hash text, p_idle_minutes integer)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return (
    select concat_ws(' ', s.user_id, s.grant_id, g.role, g.division_code, s.last_seen_at < now() - interval '1 minute', u.display_name)
    from user_session s
    join role_grant g on g.id = s.grant_id
    join app_user u on u.id = s.user_id
    where s.id_hash = p_hash and s.revoked_at is null and s.expires_at > now() and s.last_seen_at > now() - make_interval(mins => p_idle_minutes)
      and u.status = 'ACTIVE' and g.revoked_at is null and g.valid_from <= app.today() and (g.valid_to is null or g.valid_to >= app.today())
  );
end $function$
;

CREATE OR REPLACE FUNCTION app.set_check_parameters(p_version uuid, p_id uuid, p_values jsonb, p_origin text, p_basis jsonb, p_from date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'app', 'pg_temp'
AS $function$
      begin
        perform app.require_actor();
        insert into check_version (id, code, version, ordinal, severity, room, subject, name, meaning, basis, parameters, registers, reach, shown, rule_level, rule, examples, sql, sql_sha256, valid_from, valid_to)
        select p_id, v.code, v.version + 1, v.ordinal, v.severity, v.room, v.subject, v.name, v.meaning, v.basis || p_basis,
          (select jsonb_agg(case when p_values ? (e ->> 'name') then e || jsonb_build_object('value', p_values -> (e ->> 'name'), 'origin', p_origin) else e end order by n)
           from jsonb_array_elements(v.parameters) with ordinality t(e, n)),
          v.registers, v.reach, v.shown, v.rule_level, v.rule, v.examples, v.sql, v.sql_sha256, p_from, v.valid_to
        from check_version v where v.id = p_version;
        update check_version v set valid_to = p_from where v.id = p_version and v.valid_to is null;
      end $function$
;
grant execute on function app.set_check_parameters(uuid,uuid,jsonb,text,jsonb,date) to bangfu_app;

CREATE OR REPLACE FUNCTION app.setting(p_name text)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting(p_name, true), '') $function$
;
grant execute on function app.setting(text) to bangfu_app;

CREATE OR REPLACE FUNCTION app.today()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select (app.now() at time zone 'Asia/Shanghai')::date $function$
;
grant execute on function app.today() to bangfu_app;

CREATE OR REPLACE FUNCTION app.touch(p_setting text, p_counties text[])
 RETURNS void
 LANGUAGE sql
AS $function$
  select set_config(p_setting, (select string_agg(distinct c, ',') from unnest(
    string_to_array(coalesce(nullif(current_setting(p_setting, true), ''), ''), ',') || p_counties) c where c <> ''), true)
$function$
;
grant execute on function app.touch(text,text[]) to bangfu_app;

CREATE OR REPLACE FUNCTION app.unsealed_counties()
 RETURNS SETOF text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'app', 'pg_temp'
AS $function$
declare v_county text := '';
begin
  perform set_config('app.audit_scope', (select region_code from installation), true);
  loop -- one index probe a county, however many rows there are
    select a.county_code into v_county from audit_log a where a.county_code > v_county order by a.county_code limit 1;
    exit when not found;
    if exists (select 1 from audit_log a where a.county_code = v_county
      and a.xid >= coalesce((select h.boundary from audit_head h where h.county_code = v_county), '0'::xid8)) then
      return next v_county;
    end if;
  end loop;
end $function$
;
grant execute on function app.unsealed_counties() to bangfu_app;

CREATE OR REPLACE FUNCTION app.uuid_v7()
 RETURNS uuid
 LANGUAGE sql
 PARALLEL SAFE
AS $function$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$function$
;
grant execute on function app.uuid_v7() to bangfu_app;

CREATE OR REPLACE FUNCTION app.write_name_grams()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'app', 'pg_temp'
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into member_name_gram (county_code, gram, member_id, village_code, household_id)
    select n.county_code, g.gram, n.id, n.village_code, n.household_id from new_rows n, lateral app.name_grams(n.name, n.name_initials) g(gram);
  elsif tg_op = 'DELETE' then
    delete from member_name_gram g using old_rows o where g.county_code = o.county_code and g.member_id = o.id;
  else
    -- Most corrections leave the name alone: only what the index holds is written again.
    delete from member_name_gram g using old_rows o join new_rows n on n.county_code = o.county_code and n.id = o.id
    where g.county_code = o.county_code and g.member_id = o.id
      and (o.name, o.name_initials, o.village_code, o.household_id) is distinct from (n.name, n.name_initials, n.village_code, n.household_id);
    insert into member_name_gram (county_code, gram, member_id, village_code, household_id)
    select n.county_code, g.gram, n.id, n.village_code, n.household_id
    from old_rows o join new_rows n on n.county_code = o.county_code and n.id = o.id, lateral app.name_grams(n.name, n.name_initials) g(gram)
    where (o.name, o.name_initials, o.village_code, o.household_id) is distinct from (n.name, n.name_initials, n.village_code, n.household_id);
  end if;
  return null;
end $function$
;
