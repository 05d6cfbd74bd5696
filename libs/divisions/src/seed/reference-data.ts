/** What the vendored files hold, parsed. Reading the files is the caller's business (`seeds/reference`). */
export interface ReferenceData {
  readonly divisions: readonly { readonly code: string; readonly name: string }[];
  readonly divisionSource: string;
  readonly povertyCounties: readonly PovertyCounty[];
  readonly parameters: readonly ParameterSeed[];
  readonly holidays: readonly { readonly day: string; readonly kind: 'HOLIDAY' | 'WORKDAY'; readonly name?: string; readonly source: string }[];
}

export interface PovertyCounty {
  readonly countyCode: string;
  readonly level: 'NATIONAL' | 'REGIONAL';
  readonly exitYear: number | null;
  /** As published: 'YYYY-MM' or 'YYYY-MM-DD'. */
  readonly exitAnnounced: string | null;
  readonly contiguousArea: string | null;
}

export interface ParameterSeed {
  readonly name: string;
  /** Empty: the parameter exists and is not set. */
  readonly values: readonly ParameterSeedValue[];
}

export interface ParameterSeedValue {
  readonly year?: number;
  readonly division?: string;
  readonly basis?: string;
  readonly subject?: string;
  readonly value: number | string | null;
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
  readonly source: string;
  /** `seed`: stated in the client's documents. `source`: found in a published one. Nothing else may be seeded. */
  readonly tag: 'seed' | 'source';
  readonly note?: string;
}

/** Runs one statement and answers how many rows it wrote; the seeds need nothing more of a database. */
export type SeedQuery = (sql: string, params: unknown[]) => Promise<number>;
