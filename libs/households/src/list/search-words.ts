import { normaliseName } from '#domain';

/** How a search word is looked up. */
export type Search =
  | { readonly by: 'name'; readonly text: string; readonly gram: string }
  | { readonly by: 'initials'; readonly from: string; readonly to: string }
  | { readonly by: 'code'; readonly code: string };

/**
 * Reads what a person typed: digits are a household number, two or more Latin letters pinyin initials, everything else a
 * part of a name of one character or more. Null when there is nothing to look for.
 */
export function readSearch(typed: string): Search | null {
  const text = normaliseName(typed);
  if (text === '') return null;
  if (/^[0-9]{4,40}$/.test(text)) return { by: 'code', code: text };
  // '{' follows 'z' in the C collation, so it closes the range of everything that begins with the letters.
  if (/^[A-Za-z]{2,20}$/.test(text)) return { by: 'initials', from: text.toLowerCase(), to: `${text.toLowerCase()}{` };
  return { by: 'name', text, gram: [...text].slice(0, 2).join('') };
}
