import type { Role } from '#domain';

export interface AccountRow {
  id: string;
  username: string;
  display_name: string;
  status: string;
  grants: { id: string; role: Role; division: string; validTo: string | null }[];
}

/** Users by name with their live grants, keyset by user name. */
export const listAccounts = `
  select u.id, u.username, u.display_name, u.status,
    coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'division', g.division_code, 'validTo', g.valid_to) order by g.created_at)
      from role_grant g where g.user_id = u.id and g.revoked_at is null), '[]') as grants
  from app_user u
  where u.username > $1 and ($2::text is null or u.username like $2 || '%' or u.display_name like $2 || '%')
  order by u.username limit $3`;
