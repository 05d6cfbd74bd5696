export interface HolidayRow {
  day: string;
  kind: 'HOLIDAY' | 'WORKDAY';
  name: string | null;
  source: string;
}

/** Exceptions to the weekend rule between two days. */
export const holidaysBetween = `select h.day, h.kind, h.name, h.source from holiday h where h.day between $1::date and $2::date order by h.day`;

/** $1 day, $2 kind, $3 name, $4 document. */
export const putHoliday = `
insert into holiday (day, kind, name, source) values ($1::date, $2, $3, $4)
on conflict (day) do update set kind = excluded.kind, name = excluded.name, source = excluded.source
returning day, kind, name, source`;

export const removeHoliday = `delete from holiday h where h.day = $1::date returning h.day`;
