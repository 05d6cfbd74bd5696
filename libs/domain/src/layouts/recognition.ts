import type { LayoutId } from '../fields/layouts.js';
import type { ColumnTarget } from './column-target.js';

/** How a column was recognised. `mapped`: by hand, now or for an earlier file of this layout. `content`: by what its cells hold. */
export type RecognisedBy = 'heading' | 'mapped' | 'content';

export interface RecognisedColumn {
  /** Position in the file, from 0. */
  readonly index: number;
  readonly heading: string;
  readonly target: ColumnTarget | null;
  readonly by: RecognisedBy | null;
  /** A second column of the same meaning; only the first is read. */
  readonly duplicate: boolean;
}

export interface Recognition {
  readonly layout: LayoutId | null;
  readonly sheet: 'household' | 'person';
  /** First heading row, from 0, and how many there are (1 or 2). Data follow. */
  readonly headingRow: number;
  readonly headingRows: 1 | 2;
  readonly columns: readonly RecognisedColumn[];
  /** Headings nobody knows; their cells are not read unless somebody maps them. */
  readonly unknown: readonly string[];
  /** What must be there and is not; the file cannot be checked before it is mapped. */
  readonly missing: readonly MissingColumn[];
}

export interface MissingColumn {
  readonly target: ColumnTarget;
  readonly zh: string;
  readonly en: string;
}

export interface RecogniseOptions {
  /** Folded heading → target, chosen by hand. */
  readonly mapping?: ReadonlyMap<string, ColumnTarget>;
  /** The place needs no columns because the reader's territory is one village. */
  readonly placeKnown?: boolean;
}
