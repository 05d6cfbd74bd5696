import { entitlementsInPack, explainInPack, isRelevant, subjectInPack, verdictsInPack, type Entitlement, type HelpPack, type HelpYears, type LeafExplanation, type Need, type RuleExplanation, type Verdict } from '#domain';

/** What the phone finds out about a household without the network. */
export interface Judged {
  /** Newest year on record; null when nothing was recorded yet. */
  readonly year: number | null;
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** Why the household may or may not be exited; null when exit is no question for it. */
  readonly exit: RuleExplanation | null;
  /** Line that the income per head is measured by, fen. */
  readonly line: number | null;
  readonly help: JudgedHelp | null;
}

export interface JudgedHelp {
  readonly years: HelpYears;
  readonly gets: readonly Entitlement[];
  /** Due one by one, and nothing shows that it is received. */
  readonly lacks: readonly Entitlement[];
  readonly mayGet: readonly Entitlement[];
  readonly unanswered: readonly Need[];
}

const INCOME = 'net_income_per_capita_fen';
const numbers = (rows: readonly Readonly<Record<string, unknown>>[]): number[] => rows.flatMap(({ year }) => (typeof year === 'number' ? [year] : []));

/** Judges a household by the rules, numbers and measures of the pack. `today`: day by the server's clock. */
export function judge(pack: HelpPack, householdId: string, { today, kept }: { today: string; kept: readonly Readonly<Record<string, unknown>>[] }): Judged {
  const recorded = numbers([...pack.rows.years]).sort();
  const year = recorded.at(-1) ?? null;
  const running = Number(today.slice(0, 4));
  // Help is judged by the newest year that the county has recorded, as the server does; its own rows say which that is.
  const newest = Math.max(...numbers([...kept]), year ?? 0) || running;
  const verdicts = year === null ? {} : verdictsInPack(pack, householdId, year);
  const exit = year !== null && 'household.exit' in verdicts ? explainInPack(pack, householdId, { year, rule: 'household.exit' }) : null;
  return { year, verdicts, exit, line: exit && lineOf(exit), help: helpOf(pack, householdId, { newest, running }) };
}

function helpOf(pack: HelpPack, householdId: string, years: HelpYears): JudgedHelp | null {
  const found = entitlementsInPack(pack, householdId, years);
  if (!found) return null;
  const relevant = isRelevant(subjectInPack(pack, householdId, years.running)?.facts ?? {});
  const rest = found.items.filter(({ receiving, lacking }) => !receiving && !lacking);
  return {
    years, gets: found.items.filter(({ receiving }) => receiving), lacks: found.items.filter(({ lacking }) => lacking),
    mayGet: rest.filter(({ verdict }) => verdict === 'met' || (relevant && verdict === 'unproven')), unanswered: found.unanswered,
  };
}

/** All conditions of an explanation, in order. */
export function leavesOf(explanation: RuleExplanation): LeafExplanation[] {
  const walk = (node: RuleExplanation['root']): LeafExplanation[] => (node.kind === 'leaf' ? [node] : node.kind === 'group' ? node.children.flatMap(walk) : []);
  return walk(explanation.root);
}

function lineOf(explanation: RuleExplanation): number | null {
  const required = leavesOf(explanation).find(({ fact }) => fact === INCOME)?.required[0];
  return required && typeof required.value === 'number' ? required.value : null;
}
