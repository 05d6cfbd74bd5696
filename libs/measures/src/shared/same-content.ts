/** Whether a stored row says what was sent, column by column of what was sent. */
export function sameContent(stored: object, sent: object): boolean {
  const known = stored as Readonly<Record<string, unknown>>;
  return Object.entries(sent).every(([column, value]) => JSON.stringify(known[column] ?? null) === JSON.stringify(value ?? null));
}
