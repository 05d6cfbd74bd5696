/** HTML that is whole already. Only {@link html} makes it, so that nothing that was typed stands in a sheet as markup. */
export class Html {
  constructor(readonly source: string) {}
}

export type HtmlPart = Html | string | number | null | undefined | readonly HtmlPart[];

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Template for sheets: every value is escaped unless it is {@link Html} itself; lists are joined, null is nothing. */
export function html(texts: TemplateStringsArray, ...values: readonly HtmlPart[]): Html {
  return new Html(texts.reduce((whole, text, index) => whole + text + (index < values.length ? part(values[index]) : ''), ''));
}

function part(value: HtmlPart): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Html) return value.source;
  if (typeof value === 'object') return value.map(part).join('');
  return String(value).replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}
