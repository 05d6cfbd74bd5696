/** Where the primary stands, and whose copy the replica must be. */
export const primaryPosition = 'select pg_current_wal_lsn()::text as position, (select i.epoch from installation i) as epoch';
export interface PrimaryRow {
  position: string;
  epoch: string;
}

/** Position is null on a server that is no standby. */
export const replicaPosition = 'select case when pg_is_in_recovery() then pg_last_wal_replay_lsn()::text end as position, (select i.epoch from installation i) as epoch';
export interface ReplicaRow {
  position: string | null;
  epoch: string;
}
