/** A problem that a visit found, as it is being written down. */
export interface ProblemForm {
  readonly id: string;
  readonly kind: string;
  readonly description: string;
  readonly dueOn: string;
}
