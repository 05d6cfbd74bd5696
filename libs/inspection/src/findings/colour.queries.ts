import type { DayUnit } from '#domain';

export interface ColourRow {
  readonly id: string;
  readonly blue_days: number;
  readonly yellow_days: number;
  readonly red_days: number;
  readonly unit: DayUnit;
  readonly source: string;
  readonly valid_from: string;
  readonly published_at: Date;
}

/** $1 day. */
export const coloursInForce = 'select c.* from finding_colour c where c.valid_from <= $1::date order by c.valid_from desc, c.published_at desc, c.id desc limit 1';
export const colourHistory = 'select c.* from finding_colour c order by c.valid_from desc, c.published_at desc, c.id desc limit 100';
export const insertColours = 'insert into finding_colour (id, blue_days, yellow_days, red_days, unit, source, valid_from) values ($1, $2, $3, $4, $5, $6, $7::date)';
