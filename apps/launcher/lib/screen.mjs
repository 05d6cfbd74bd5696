const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Columns a text takes on a terminal: a Chinese character takes two. */
export const widthOf = (text) => [...text].reduce((width, character) => width + (wide.test(character) ? 2 : 1), 0);

const padded = (text, width) => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/**
 * Lays rows out as a table with a heading line.
 * @param {string[]} headings @param {string[][]} rows
 */
export function table(headings, rows) {
  const widths = headings.map((heading, column) => Math.max(widthOf(heading), ...rows.map((row) => widthOf(row[column] ?? ''))));
  const line = (cells) => '  ' + cells.map((cell, column) => padded(cell, widths[column])).join('  ').trimEnd();
  return [line(headings), line(widths.map((width) => '-'.repeat(width))), ...rows.map((row) => line(row.map((cell) => cell ?? '')))].join('\n');
}

/** Prints one step with what came of it. */
export function say(step, text) {
  console.log(`  ${step.padEnd(10)} ${text}`);
}

/** Seconds since `start` (milliseconds), for people. */
export const since = (start) => `${((Date.now() - start) / 1000).toFixed(1)} s`;
