/** A piece of a text document, in the order in which one reads it. */
export type WordBlock =
  | { readonly kind: 'heading' | 'text' | 'note'; readonly text: string }
  | { readonly kind: 'table'; readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[]; /** Columns whose cells stand at the right. */ readonly numeric: readonly number[] };

/** A text document without pictures: what it is called, what stands below that, and its pieces. */
export interface WordDocument {
  readonly title: string;
  readonly subtitle: readonly string[];
  readonly blocks: readonly WordBlock[];
}
