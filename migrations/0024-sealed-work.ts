import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys with which phones sign their work, so that somebody else can carry it in and nobody can forge it. */
export class SealedWork00241763000000024 implements MigrationInterface {
  name = 'SealedWork00241763000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table device_key (
        county_code text collate "C" not null,
        id uuid not null,
        village_code text collate "C" not null,
        device_id uuid not null,
        -- First half of the SHA-256 of the public key; a device has a new one after a forgotten PIN, and the old one still proves what was signed before.
        key_id text collate "C" not null check (key_id ~ '^[0-9a-f]{32}$'),
        public_key text collate "C" not null check (public_key ~ '^[A-Za-z0-9_-]{87}$'),
        registered_at timestamptz not null default app.now(),
        constraint device_key_pk primary key (county_code, id),
        constraint device_key_once unique (county_code, device_id, key_id),
        constraint device_key_device foreign key (county_code, device_id) references device (county_code, id)
      );
      select app.install_case_table('device_key');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table device_key');
  }
}
