import { problem } from '#domain';

/** Version that the caller read: from the body, or from `If-Match: "3"`. Throws `version-required` when neither names one. */
export function expectedVersion(body: number | undefined, ifMatch: string | undefined): number {
  const header = /^(?:W\/)?"?([1-9][0-9]{0,8})"?$/.exec(ifMatch ?? '')?.[1];
  const version = body ?? (header === undefined ? undefined : Number(header));
  if (version === undefined) throw problem('version-required');
  return version;
}
