/** Splits CSV text (RFC 4180, any of `, ; TAB`) as it arrives. Quotes may hold separators, line breaks and doubled quotes. */
export class CsvParser {
  private rest = '';
  private cells: string[] = [];
  private line = 1;
  private rowLine = 1;

  constructor(private readonly separator: string) {}

  /** Rows that are complete after this piece of text, with the line on which each begins. */
  push(text: string, emit: (n: number, cells: string[]) => void): void {
    this.rest = this.consume(this.rest + text, emit, false);
  }

  /** The last row, which may lack its line break. An open quote means that the file was cut. */
  end(emit: (n: number, cells: string[]) => void): boolean {
    const rest = this.consume(this.rest, emit, true);
    this.rest = '';
    return rest === '';
  }

  private consume(text: string, emit: (n: number, cells: string[]) => void, last: boolean): string {
    const { separator } = this;
    let at = 0;
    for (;;) {
      if (at >= text.length && !(last && this.cells.length > 0)) return '';
      let value: string;
      let next: number;
      if (text[at] === '"') {
        const close = closingQuote(text, at + 1);
        // A quote at the very end may be the first of a doubled pair.
        if (close < 0 || (close + 1 >= text.length && !last)) return text.slice(at);
        next = close + 1;
        while (next < text.length && text[next] !== separator && text[next] !== '\n' && text[next] !== '\r') next += 1;
        if (next >= text.length && !last) return text.slice(at);
        const raw = text.slice(at + 1, close);
        value = raw.includes('"') ? raw.replaceAll('""', '"') : raw;
      } else {
        next = at;
        for (; next < text.length; next++) {
          const code = text.charCodeAt(next);
          if (code === 10 || code === 13 || text[next] === separator) break;
        }
        if (next >= text.length && !last) return text.slice(at);
        value = text.slice(at, next);
      }
      this.cells.push(value);
      for (let index = value.indexOf('\n'); index >= 0; index = value.indexOf('\n', index + 1)) this.line += 1;
      if (text[next] === separator && next < text.length) {
        at = next + 1;
        if (at >= text.length && last) this.cells.push('');
        continue;
      }
      if (text[next] === '\r' && next + 1 >= text.length && !last) {
        this.cells.pop();
        return text.slice(at);
      }
      emit(this.rowLine, this.cells);
      this.cells = [];
      at = next + (text[next] === '\r' && text[next + 1] === '\n' ? 2 : 1);
      this.line += 1;
      this.rowLine = this.line;
    }
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at;
  return -1;
}

/** The separator that the first line uses most, outside quotes. */
export function guessSeparator(firstLine: string): string {
  const bare = firstLine.replace(/"[^"]*"/g, '');
  const counts = [',', '\t', ';'].map((separator) => ({ separator, count: bare.split(separator).length }));
  return counts.reduce((best, candidate) => (candidate.count > best.count ? candidate : best)).separator;
}
