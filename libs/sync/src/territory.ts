import { codeRange, problem } from '#domain';
import { currentContext } from '#platform';

/** Half-open range of village codes of a division; the actor's whole territory without one. Row security holds beside it. */
export function rangeOf(division: string | undefined): [string, string] {
  const prefix = division ?? currentContext().actor.scope;
  if (prefix === null) throw problem('not-found');
  const { from, to } = codeRange(prefix);
  return [from, to];
}
