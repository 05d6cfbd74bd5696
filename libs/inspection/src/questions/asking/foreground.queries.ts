/** Names the connection for as long as the question runs, so that another process can find it. */
export const nameConnection = `select set_config('application_name', $1, true)`;

/** Stops what runs under the name. Only connections of the same database role are seen and may be stopped. */
export const cancelNamed = `
select count(*) filter (where pg_cancel_backend(a.pid))::integer as stopped
from pg_stat_activity a where a.usename = current_user and a.datname = current_database() and a.application_name = $1 and a.state = 'active' and a.pid <> pg_backend_pid()`;
