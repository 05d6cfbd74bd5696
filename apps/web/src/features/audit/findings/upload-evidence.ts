import { attachmentTypes, uuidV7, type AttachmentType } from '#domain';
import { api, call } from '../../../api/client.js';

const CHUNK = 512 * 1024;
/** Characters of a file's name that the server takes; the end of a longer one tells more. */
const LONGEST_NAME = 200;

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Formats that are kept: photographs and PDF. */
export const evidenceTypes = attachmentTypes.join(',');

/** Sends a file chunk by chunk and answers its id. @throws ApiProblem as the server refuses it */
export async function uploadEvidence(file: File, divisionCode: string, onShare: (percent: number) => void): Promise<string> {
  const content = new Uint8Array(await file.arrayBuffer());
  const mime = (attachmentTypes as readonly string[]).includes(file.type) ? (file.type as AttachmentType) : 'application/pdf';
  const announced = await call(api.POST('/api/v1/attachments', { body: { id: uuidV7(), divisionCode, kind: mime === 'application/pdf' ? 'document' : 'photo', mime, bytes: content.length, sha256: await sha256(content), fileName: file.name.slice(-LONGEST_NAME) } }));
  for (let offset = announced.receivedBytes; offset < content.length && announced.state === 'UPLOADING'; offset += CHUNK) {
    const chunk = content.slice(offset, offset + CHUNK);
    await call(api.PUT('/api/v1/attachments/{id}/chunks/{offset}', {
      params: { path: { id: announced.id, offset }, header: { 'x-chunk-sha256': await sha256(chunk) } },
      body: chunk as never, bodySerializer: () => chunk, headers: { 'content-type': 'application/octet-stream' },
    }));
    onShare(Math.round(((offset + chunk.length) * 100) / content.length));
  }
  return announced.id;
}
