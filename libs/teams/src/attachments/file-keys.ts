import type { CaseId } from '#domain';

/** Keys of the file store. Files are named by what they contain, so the same content is kept once in a county. */
export const keptKey = (countyCode: string, sha256: string): string => `attachments/${countyCode}/${sha256.slice(0, 2)}/${sha256}`;
export const thumbnailKey = (countyCode: string, sha256: string): string => `${keptKey(countyCode, sha256)}-thumbnail`;

/** Chunks of a running upload. */
export const chunkFolder = ({ countyCode, id }: CaseId): string => `uploads/${countyCode}/${id}`;
export const chunkKey = (attachment: CaseId, chunkId: string): string => `${chunkFolder(attachment)}/${chunkId}`;
