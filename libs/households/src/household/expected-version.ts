import { problem } from '#domain';

/** Version that the caller read: from the body, or from `If-Match: "3"`; undefined when neither names one. */
export function versionFrom(body: number | undefined, ifMatch: string | undefined): number | undefined {
  const header = /^(?:W\/)?"?([1-9][0-9]{0,8})"?$/.exec(ifMatch ?? '')?.[1];
  return body ?? (header === undefined ? undefined : Number(header));
}

/** As {@link versionFrom}; throws `version-required` when there is none. */
export function expectedVersion(body: number | undefined, ifMatch: string | undefined): number {
  const version = versionFrom(body, ifMatch);
  if (version === undefined) throw problem('version-required');
  return version;
}
