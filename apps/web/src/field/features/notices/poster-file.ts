interface PosterText {
  readonly head: string;
  readonly body: string;
  readonly rows: readonly (readonly [string, string])[];
  readonly foot: string;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The poster as a page of its own, to be printed wherever there is a printer. */
export function posterHtml({ head, body, rows, foot }: PosterText): string {
  const lines = rows.map(([name, value]) => `<tr><th>${escaped(name)}</th><td>${escaped(value)}</td></tr>`).join('');
  const style = '@page{size:A3 portrait;margin:25mm}body{font:24pt/1.7 "Noto Serif CJK SC",SimSun,serif}h1{text-align:center}table{width:100%;border-collapse:collapse;margin:1em 0}th,td{border:1px solid #000;padding:.4em;text-align:center}';
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(head)}</title><style>${style}</style></head><body><h1>${escaped(head)}</h1><p>${escaped(body)}</p><table>${lines}</table><p>${escaped(foot)}</p></body></html>`;
}

export function posterFile(text: PosterText, name: string): void {
  const url = URL.createObjectURL(new Blob([posterHtml(text)], { type: 'text/html' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
