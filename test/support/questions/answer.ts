/** The body of an answer, as far as tests look at it. */
export interface Answer {
  definition: Record<string, unknown>;
  key: string;
  sentence: { zh: string; en: string };
  number: number | null;
  total: number | null;
  unproven: number | null;
  sum: number | null;
  hits: number | null;
  groups: { key: string | null; name: { zh: string }; number: number | null; sum: number | null; hidden: boolean; drillDown: Record<string, unknown> | null }[];
  rows: { id: string; villageCode: string; values: unknown[]; texts: string[] }[];
  columns: { name: string }[];
  nextCursor: string | null;
  understood: { parameters: { name: string; value: number | null }[]; division: string; year: number | null };
  asOf: { on: string; past: boolean; ofToday: string[]; ofThatDay: string[]; note: { zh: string } };
  hidden: boolean;
  code?: string;
  title?: string;
  params?: { faults?: { path: string }[]; first?: string };
}
