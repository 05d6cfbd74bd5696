import type { ScreenGrouping, TestedGroup } from '#domain';

/** What is asked of a screen: a division and a year, grouped, with the settings in force. */
export interface ScreenQuestion {
  readonly year: number;
  readonly division: string;
  /** Half-open range of the division's villages. */
  readonly from: string;
  readonly to: string;
  readonly by: ScreenGrouping;
  readonly settings: Readonly<Record<string, number>>;
}

/** A group with words for it where the division alone does not tell. */
export interface NamedGroup extends TestedGroup {
  readonly label: string | null;
}

/** One row behind a number. */
export interface ScreenRow {
  /** Sorts and names the row. */
  readonly key: string;
  readonly kind: 'household' | 'case' | 'visit' | 'attachment';
  readonly countyCode: string;
  readonly id: string;
  readonly householdId: string | null;
  readonly villageCode: string;
  readonly values: readonly { readonly label: string; readonly text: string }[];
}

export interface RowsQuestion extends ScreenQuestion {
  readonly group: string;
  /** Which number is opened. */
  readonly figure: string;
  /** Key of the last row of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

/** A screen counts in sets in the database; what the counts mean is judged by pure functions. */
export interface ScreenSource {
  groups(question: ScreenQuestion): Promise<NamedGroup[]>;
  /** One row more than the limit when there are more, in the order of their keys. */
  rows(question: RowsQuestion): Promise<ScreenRow[]>;
}

/** Setting by name. @throws Error for one that the catalogue does not hold */
export function settingOf(settings: Readonly<Record<string, number>>, name: string): number {
  const value = settings[name];
  if (value === undefined) throw new Error(`no setting ${name}`);
  return value;
}

/** Groupings by place, with the digits of their codes. */
const places: Partial<Record<ScreenGrouping, number>> = { village: 12, township: 9, county: 6 };

/** Whether the keys of the groups are division codes; the key of a team or post is not, whatever it looks like. */
export const isPlaceGrouping = (by: ScreenGrouping): boolean => by in places;

export const placeLength = (by: ScreenGrouping): number => places[by] ?? 12;
