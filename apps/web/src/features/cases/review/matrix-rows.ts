import type { ExplanationNode, LeafExplanation, RuleExplanation } from '#domain';

/** The seven things an exit is judged by, with the fact of the case and the field of the yearly record. */
export const dimensions = [
  { fact: 'net_income_per_capita_fen', field: null },
  { fact: 'food_ok', field: 'foodOk' },
  { fact: 'clothing_ok', field: 'clothingOk' },
  { fact: 'compulsory_education_ok', field: 'compulsoryEducationOk' },
  { fact: 'basic_medical_ok', field: 'basicMedicalOk' },
  { fact: 'housing_safe', field: 'housingSafe' },
  { fact: 'safe_water', field: 'safeWater' },
] as const;

/** What other departments' registers said; null means that nobody has compared. */
export const comparisons = ['has_public_payroll_member', 'has_village_cadre', 'owns_car', 'owns_commercial_property', 'owns_registered_firm'] as const;

/** Every condition of the explanations by the fact it looks at. */
export function leavesByFact(explanations: readonly RuleExplanation[]): ReadonlyMap<string, LeafExplanation> {
  return new Map(explanations.flatMap(({ root }) => leaves(root)).map((leaf) => [leaf.fact, leaf]));
}

function leaves(node: ExplanationNode): LeafExplanation[] {
  if (node.kind === 'group') return node.children.flatMap(leaves);
  return node.kind === 'leaf' ? [node] : [];
}

/** The threshold, in fen, that the income condition compares with. */
export function incomeLine(leaf: LeafExplanation | undefined): number | null {
  const required = leaf?.required[0];
  if (required?.kind === 'parameter') return required.value;
  return required?.kind === 'constant' && typeof required.value === 'number' ? required.value : null;
}
