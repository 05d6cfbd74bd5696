/** HTTP status and titles of one problem. `{name}` in a title is replaced by the parameter of that name. */
export interface ProblemDefinition {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}

/** Declares the problems of one slice; keeps the codes as literal types. */
export function defineProblems<const T extends Readonly<Record<string, ProblemDefinition>>>(definitions: T): T {
  return definitions;
}
