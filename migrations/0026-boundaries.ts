import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Boundaries of townships and villages for maps, each file with the approval number (审图号) under which it may be shown. */
export class Boundaries00261763000000026 implements MigrationInterface {
  name = 'Boundaries00261763000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table division_boundary (
  code text collate "C" not null,
  approval_number text not null,
  areas integer not null,
  sha256 text not null,
  geojson jsonb not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  constraint division_boundary_pk primary key (code),
  constraint division_boundary_code check (code ~ '^[0-9]{6}$'),
  constraint division_boundary_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);
-- The shapes themselves would fill the log; their hash says which file it was.
select app.install_reference_table('division_boundary', hidden => 'geojson', key_column => 'code');
grant delete on division_boundary to bangfu_app;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table division_boundary');
  }
}
