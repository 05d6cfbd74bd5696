/** What stands behind the `?` of an address is foreign input: each page reads only what it knows, in the shape it expects. */
export type RawSearch = Record<string, unknown>;

/** A text of at most `max` characters; the router turns digits into numbers, so these are turned back. */
export function textOf(search: RawSearch, name: string, max = 100): string | undefined {
  const value = search[name];
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' && text.length <= max ? text : undefined;
}

/** One of the given words. */
export function wordOf<Word extends string>(search: RawSearch, name: string, words: readonly Word[]): Word | undefined {
  const text = textOf(search, name);
  return words.find((word) => word === text);
}

/** A year from 2000 to 2100. */
export function yearOf(search: RawSearch, name: string): number | undefined {
  const year = Number(search[name]);
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : undefined;
}

/** A path of our own, never another site. */
export function ownPathOf(search: RawSearch, name: string): string | undefined {
  const text = textOf(search, name, 500);
  return text && /^\/(?![/\\])/.test(text) ? text : undefined;
}
