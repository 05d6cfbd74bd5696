/** One value of a code list. `code` is the value stored; `zh` its name in forms; `aliases` earlier, later and local names. */
export interface CodeItem {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly aliases: readonly string[];
}

export interface CodeList {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /**
   * `national`: the stored codes are those of the national system. `own`: no national code is known, the identifiers are ours.
   * A list whose national numbers cannot be trusted is `own` and is read by name only (民族).
   */
  readonly numbering: 'national' | 'own';
  readonly items: readonly CodeItem[];
}

type Row = readonly [code: string, zh: string, en: string, ...aliases: string[]];

/** Builds a code list from short rows. */
export function codeList(name: string, zh: string, en: string, numbering: CodeList['numbering'], rows: readonly Row[]): CodeList {
  return { name, zh, en, numbering, items: rows.map(([code, label, english, ...aliases]) => ({ code, zh: label, en: english, aliases })) };
}
