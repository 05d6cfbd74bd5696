import { explainInPack, type ExplanationNode, type LeafExplanation, type LocalText, type QuantifierExplanation, type RuleNeed, type Verdict, type VillagePack } from '#domain';

/** Where something that is missing is filled in. */
export type Jump = 'visit' | 'income' | 'members' | 'household';

export interface CheckItem {
  readonly key: string;
  readonly label: LocalText;
  readonly result: Verdict;
  readonly actual: LocalText | null;
  readonly required: LocalText | null;
  /** What would have to be known, in words a village team understands. */
  readonly missing: readonly LocalText[];
  readonly jump: Jump;
}

export interface CheckList {
  readonly rule: string;
  readonly verdict: Verdict;
  /** With this verdict the procedure stops the case. */
  readonly stops: boolean;
  readonly items: readonly CheckItem[];
}

/** What the rules of a procedure say of a household, computed on the phone: every condition with what is and what is asked for. */
export function checkLists(pack: VillagePack, householdId: string, { rules, year }: { rules: readonly RuleNeed[]; year: number }): CheckList[] {
  return rules.flatMap(({ rule, refuseWhen }) => {
    const explanation = explainInPack(pack, householdId, { year, rule });
    if (!explanation) return [];
    const { verdict, root } = explanation;
    return [{ rule, verdict, stops: refuseWhen.includes(verdict), items: leavesOf(root).map(itemOf) }];
  });
}

/** Conditions that have to be mended or proven, one by one. */
export function missingItems(lists: readonly CheckList[]): CheckItem[] {
  return lists.filter(({ stops }) => stops).flatMap(({ items }) => items.filter(({ result }) => result !== 'met'));
}

type Leaf = LeafExplanation | QuantifierExplanation;

function leavesOf(node: ExplanationNode): Leaf[] {
  return node.kind === 'group' ? node.children.flatMap(leavesOf) : [node];
}

function itemOf(leaf: Leaf): CheckItem {
  const plain = leaf.kind === 'leaf';
  return {
    key: leaf.path, label: plain ? leaf.label : leaf.sentence, result: leaf.result, actual: plain ? leaf.actualText : null, required: plain ? leaf.requiredText : null,
    missing: leaf.missing.map(({ meaning }) => meaning), jump: plain ? jumpOf(leaf.fact) : 'members',
  };
}

const seen = new Set(['food_ok', 'clothing_ok', 'compulsory_education_ok', 'basic_medical_ok', 'housing_safe', 'safe_water', 'housing_grade']);

/** Where a fact is filled in; also used for what a return asks to correct. */
export function jumpOf(fact: string): Jump {
  if (seen.has(fact)) return 'visit';
  if (fact.includes('income')) return 'income';
  return fact.startsWith('member') ? 'members' : 'household';
}
