interface Drawn {
  text: string;
  width: number;
  height: number;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const HEAD = 44;
const FOOT = 26;

/** The picture as it leaves the page: with its title above and its note below, on white. */
export function framed({ text, width, height }: Drawn, title: string, note: string): string {
  const letters = 'font-family="Noto Sans CJK SC, Microsoft YaHei, sans-serif"';
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height + HEAD + FOOT}" viewBox="0 0 ${width} ${height + HEAD + FOOT}">`
    + `<rect width="100%" height="100%" fill="#ffffff"/><text x="16" y="28" ${letters} font-size="16" font-weight="600" fill="#1f1f1f">${escaped(title)}</text>`
    + `<g transform="translate(0 ${HEAD})">${text}</g><text x="16" y="${height + HEAD + 16}" ${letters} font-size="12" fill="#595959">${escaped(note)}</text></svg>`;
}

export const svgBlob = (svg: string): Blob => new Blob([svg], { type: 'image/svg+xml' });

/** Drawn at twice the size, so that it stays sharp on paper. @throws when the browser cannot draw it */
export async function pngBlob(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(svgBlob(svg));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth * 2, image.naturalHeight * 2];
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
