/** Published figures that the product is held against. Counts are persons or households; funds are tenths of 亿元. */
export interface PublishedFigures {
  readonly series: {
    readonly source: string;
    readonly rows: readonly SeriesRow[];
    readonly cumulativeFall: { readonly from: number; readonly to: number; readonly printed: number };
  };
  readonly exits: {
    readonly source: string;
    readonly years: readonly number[];
    readonly region: { readonly persons: readonly number[]; readonly households: readonly number[] };
    readonly prefectures: Readonly<Record<string, readonly number[]>>;
  };
  readonly stock2016: {
    readonly source: string;
    readonly total: number;
    readonly categories: Readonly<Record<StockCategory, number>>;
    readonly levels: Readonly<Record<StockLevel, number>>;
    readonly prefectures: Readonly<Record<string, number>>;
    readonly counties: number;
  };
  readonly stock2015: {
    readonly source: string;
    readonly persons: number;
    readonly households: number;
    /** [persons, households] */
    readonly levels: Readonly<Record<StockLevel, readonly [number, number]>>;
  };
  readonly flow2016: { readonly opening: number; readonly exits: number; readonly closing: number };
  readonly counties: {
    readonly source: string;
    readonly national: number;
    readonly regional: number;
    readonly exits: Readonly<Record<string, Readonly<Partial<Record<'NATIONAL' | 'REGIONAL', number>>>>>;
  };
  readonly funds: {
    readonly source: string;
    readonly sums: readonly { readonly id: string; readonly zh: string; readonly total: number; readonly parts: Readonly<Record<string, number>> }[];
    readonly corruptSentence: {
      readonly text: string;
      readonly total: number;
      readonly legible: Readonly<Record<string, number>>;
      readonly region: { readonly total: number; readonly others: Readonly<Record<string, number>> };
    };
    readonly perHead: {
      readonly total: number;
      readonly parts: Readonly<Record<string, number>>;
      readonly special: { readonly fund: number; readonly persons: number; readonly years: number; readonly printed: number };
    };
  };
}

export interface SeriesRow {
  readonly year: number;
  readonly poor: number;
  readonly incidenceBp: number;
  /** The same figure as another source prints it. */
  readonly printedOtherwise?: { readonly incidenceBp: number; readonly source: string };
}

export const stockCategories = ['industry', 'relocation', 'ecology', 'education', 'social_safety_net'] as const;
export type StockCategory = (typeof stockCategories)[number];
export type StockLevel = 'national' | 'regional' | 'other';

/** One county of the end-2016 stock: registered persons, by category of measure. */
export interface StockCounty {
  readonly countyCode: string;
  readonly level: StockLevel;
  readonly persons: number;
  readonly categories: Readonly<Record<StockCategory, number>>;
}
