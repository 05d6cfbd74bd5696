/** Kinship inside a household as far as the relation to the head tells it; other relations say nothing and are left out. */
export type Kin = 'parent' | 'spouse' | 'child';

const couples: readonly (readonly [string, string])[] = [['01', '02'], ['03', '05'], ['04', '06'], ['11', '12'], ['13', '14'], ['15', '16'], ['17', '18'], ['19', '20']];

const parents: Readonly<Record<string, readonly string[]>> = {
  '01': ['11', '12'], SIBLING: ['11', '12'], '03': ['01', '02'], '04': ['01', '02'], '07': ['03', '05'], '08': ['03', '05'], '09': ['04', '06'], '10': ['04', '06'],
};

const children: Readonly<Record<string, readonly string[]>> = {
  '01': ['03', '04'], '02': ['03', '04'], '11': ['01', 'SIBLING'], '12': ['01', 'SIBLING'], '13': ['02'], '14': ['02'], '15': ['02'], '16': ['02'],
};

const spouses: Readonly<Record<string, readonly string[]>> = Object.fromEntries(couples.flatMap(([one, other]) => [[one, [other]], [other, [one]]]));

const kinOf: Readonly<Record<Kin, Readonly<Record<string, readonly string[]>>>> = { parent: parents, spouse: spouses, child: children };

/** Relations to the head that relatives of this kind may have, for somebody with the given relation; empty when it does not tell. */
export function relationsOf(kin: Kin, relation: string | null): readonly string[] {
  return kinOf[kin][relation ?? ''] ?? [];
}

/** Every pair of relations with its kinship, for the statement that finds relatives. */
export function kinPairs(): { kin: Kin; of: string; relative: string }[] {
  return (Object.keys(kinOf) as Kin[]).flatMap((kin) => Object.entries(kinOf[kin]).flatMap(([of, relatives]) => relatives.map((relative) => ({ kin, of, relative }))));
}
