import type { FactCatalogue, LocalText, ParameterValues, QuestionDataset, QuestionDefinition, Rule } from '#domain';

/** How a parameter that the question names was understood; null is 未设定. */
export interface UnderstoodParameter {
  readonly name: string;
  readonly label: LocalText;
  readonly value: number | null;
  readonly unit: string | null;
  readonly source: string | null;
}

/** A question with everything that its answer depends on: checked, placed, dated. */
export interface ResolvedQuestion {
  /** With its division. */
  readonly definition: QuestionDefinition & { readonly division: string };
  readonly dataset: QuestionDataset;
  /** With relative dates as days. */
  readonly chips: Rule | undefined;
  readonly of: Rule | undefined;
  readonly catalogue: FactCatalogue;
  readonly parameters: ParameterValues;
  readonly understood: readonly UnderstoodParameter[];
  readonly divisionName: string;
  readonly on: string;
  /** ISO time until which records count; null for today. */
  readonly at: string | null;
  readonly year: number | null;
}
