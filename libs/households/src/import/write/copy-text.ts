const SPECIAL = /[\\\t\n\r]/;

/** One value in the text format of COPY. */
export function copyValue(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return SPECIAL.test(value) ? escape(value) : value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (Array.isArray(value)) return escape(`{${value.map((item) => `"${String(item).replace(/[\\"]/g, '\\$&')}"`).join(',')}}`);
  return escape(JSON.stringify(value));
}

/** One row in the text format of COPY, in the order of these columns. */
export function copyRow(row: Readonly<Record<string, unknown>>, columns: readonly string[]): string {
  let line = '';
  for (let index = 0; index < columns.length; index++) {
    if (index > 0) line += '\t';
    line += copyValue(row[columns[index] as string]);
  }
  return `${line}\n`;
}

function escape(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (character) => (character === '\\' ? '\\\\' : character === '\t' ? '\\t' : character === '\n' ? '\\n' : '\\r'));
}
