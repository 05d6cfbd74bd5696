export interface SettingRow {
  readonly screen: string;
  readonly name: string;
  readonly value: number;
  readonly reason: string;
  readonly set_at: Date;
}
/** The newest of each. */
export const changedSettings = `
select distinct on (s.screen, s.name) s.screen, s.name, s.value::double precision as value, s.reason, s.set_at from screen_setting s order by s.screen, s.name, s.set_at desc, s.id desc`;
export const insertSetting = 'insert into screen_setting (id, screen, name, value, reason) values ($1, $2, $3, $4, $5)';
/** Nobody waits longer for an answer. */
export const allowTime = `select set_config('statement_timeout', '15000', true)`;
