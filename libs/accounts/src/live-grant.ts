/** SQL that tells whether a grant is in force on a day. @param grant alias of `role_grant` @param day SQL of a date, today without it */
export const liveGrant = (grant: string, day = 'app.today()'): string =>
  `${grant}.revoked_at is null and ${grant}.valid_from <= ${day} and (${grant}.valid_to is null or ${grant}.valid_to >= ${day})`;

/** The same, and its holder may sign in. @param user alias of `app_user` */
export const liveHolder = (grant: string, user: string, day?: string): string => `${liveGrant(grant, day)} and ${user}.status = 'ACTIVE'`;
