export interface HolidayRow {
  day: string;
  kind: 'HOLIDAY' | 'WORKDAY';
}

/** Exceptions to the weekend rule between two days. */
export const holidaysBetween = `select h.day, h.kind from holiday h where h.day between $1::date and $2::date order by h.day`;
