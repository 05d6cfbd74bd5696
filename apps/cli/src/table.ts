/** Width on a terminal: Chinese characters take two places. */
const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(character) ? 2 : 1), 0);

/** Columns under their headings; those named in `right` are numbers. */
export function textTable(headings: readonly string[], rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const widths = headings.map((heading, i) => Math.max(widthOf(heading), ...rows.map((row) => widthOf(row[i] ?? ''))));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => {
      const space = ' '.repeat(Math.max(0, (widths[i] ?? 0) - widthOf(cell)));
      return right.includes(i) ? space + cell : cell + space;
    }).join('  ').trimEnd();
  return [line(headings), ...rows.map(line)].join('\n');
}
