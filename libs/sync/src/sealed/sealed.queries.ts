/** $1 county, $2 id, $3 village, $4 device, $5 key id, $6 public key. */
export const insertKey = `
insert into device_key (county_code, id, village_code, device_id, key_id, public_key) values ($1, $2, $3, $4, $5, $6)
on conflict (county_code, device_id, key_id) do nothing`;

/** $1 county, $2 device, $3 key id. */
export const findKey = 'select k.public_key from device_key k where k.county_code = $1 and k.device_id = $2 and k.key_id = $3';

export interface AuthorRow {
  role: string;
  active: boolean;
}
/** Role of a grant and whether its holder may still sign in. $1 grant. */
export const findAuthor = `select g.role, u.status = 'ACTIVE' as active from role_grant g join app_user u on u.id = g.user_id where g.id = $1`;
