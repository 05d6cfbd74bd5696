/** Names by which a PDF file acts by itself or carries other files. */
const ACTIVE = /\/(?:JavaScript|JS|Launch|EmbeddedFile|EmbeddedFiles|RichMedia|XFA)(?![A-Za-z])/;
const TAIL_BYTES = 1_024;

/** Begins and ends as a PDF file, with nothing before or behind it. */
export function isWholePdf(content: Buffer): boolean {
  return /^%PDF-[12]\.\d/.test(content.toString('latin1', 0, 8)) && /%%EOF\s*$/.test(content.toString('latin1', Math.max(0, content.length - TAIL_BYTES)));
}

/** True when the file acts by itself or carries other files, as far as it can be seen without unpacking its streams. */
export function isActivePdf(content: Buffer): boolean {
  return ACTIVE.test(content.toString('latin1'));
}
