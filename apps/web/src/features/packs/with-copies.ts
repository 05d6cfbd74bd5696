import type { StepHand } from '#domain';

/** The document of a procedure with other copies at one step; a step that sends none does not name them. What is no procedure stays as it is. */
export function withCopies(content: unknown, step: number, copies: readonly StepHand[]): unknown {
  const document = content as { steps?: unknown } | null;
  if (!document || !Array.isArray(document.steps)) return content;
  const steps = (document.steps as Record<string, unknown>[]).map((known, index) => {
    if (index !== step) return known;
    const { copies: _, ...rest } = known;
    return copies.length === 0 ? rest : { ...rest, copies };
  });
  return { ...document, steps };
}
