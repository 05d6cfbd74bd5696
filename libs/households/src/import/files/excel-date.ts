import { addDays } from '#domain';

/** Day of a spreadsheet's serial number; null outside 1900-03-01 … 9999. Excel believes that 1900 was a leap year, so nothing earlier is certain. */
export function excelDay(serial: number, date1904: boolean): string | null {
  const days = Math.floor(serial) + (date1904 ? 1462 : 0);
  return days >= 61 && days <= 2_958_465 ? addDays('1899-12-30', days) : null;
}
