/** A text of a visit, already normalised (see {@link normaliseText}). */
export interface VisitText {
  readonly text: string;
  readonly household: string;
}

export interface CopyGroup {
  readonly texts: readonly string[];
  readonly households: readonly string[];
  /** The least similarity of a text of the group to the one that it was joined to; 1 when all are the same. */
  readonly similarity: number;
}

/** Characters that do not count when texts are compared. SQL leaves out the same ones. */
export const ignoredCharacters = ' \t\r\n\u3000,.;:!?\'"()[]{}<>-_/\\|~`@#$%^&*+=，。、；：！？“”‘’（）【】《》〈〉「」『』—…·～￥';

/** Lower case, without punctuation and spaces. */
export function normaliseText(text: string): string {
  const ignored = new Set(ignoredCharacters);
  return [...text.toLowerCase()].filter((character) => !ignored.has(character)).join('');
}

/** Every three characters in a row, each once. */
export function trigrams(text: string): ReadonlySet<string> {
  const characters = [...text];
  return new Set(characters.slice(0, Math.max(1, characters.length - 2)).map((_, i) => characters.slice(i, i + 3).join('')));
}

/** Shared trigrams as a share of all that occur in either: 0 nothing in common, 1 the same. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const gram of small) if (large.has(gram)) shared += 1;
  return shared / (a.size + b.size - shared);
}

interface Growing {
  readonly grams: ReadonlySet<string>;
  readonly texts: string[];
  readonly households: Set<string>;
  least: number;
}

/**
 * Groups of the same or nearly the same text found in at least so many households, the texts in the order of the alphabet. A text
 * joins the first group whose first text it resembles, so nothing is chained from one resemblance to the next.
 */
export function copiesAmong(texts: readonly VisitText[], { threshold, minHouseholds }: { readonly threshold: number; readonly minHouseholds: number }): CopyGroup[] {
  const byText = new Map<string, Set<string>>();
  for (const { text, household } of texts) byText.set(text, (byText.get(text) ?? new Set()).add(household));
  const groups: Growing[] = [];
  const byGram = new Map<string, number[]>();
  for (const [text, households] of [...byText].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const grams = trigrams(text);
    const telling = tellingGrams(grams, threshold);
    const candidates = [...new Set(telling.flatMap((gram) => byGram.get(gram) ?? []))].sort((a, b) => a - b).map((i) => groups[i]);
    const near = candidates.find((group) => group !== undefined && similarity(group.grams, grams) >= threshold);
    if (near) {
      near.least = Math.min(near.least, similarity(near.grams, grams));
      near.texts.push(text);
      for (const household of households) near.households.add(household);
    } else {
      for (const gram of telling) byGram.set(gram, [...(byGram.get(gram) ?? []), groups.length]);
      groups.push({ grams, texts: [text], households: new Set(households), least: 1 });
    }
  }
  return groups.filter(({ households }) => households.size >= minHouseholds).map(({ texts: own, households, least }) => ({ texts: own, households: [...households].sort(), similarity: least }));
}

/**
 * The first of the sorted trigrams, so many that two texts as similar as the threshold cannot have none of them in common:
 * of a set of n at most n − t·n may be missing in the other.
 */
function tellingGrams(grams: ReadonlySet<string>, threshold: number): string[] {
  return [...grams].sort().slice(0, grams.size - Math.ceil(threshold * grams.size) + 1);
}
