import { chunksOf, uuidV7 } from '#domain';
import type { TestClient, TestResponse } from './client.js';
import { sha256 } from './pictures.js';

export interface AttachmentBody {
  id: string;
  state: 'UPLOADING' | 'READY' | 'REFUSED';
  receivedBytes: number;
  bytes: number;
  sha256: string;
  householdId: string | null;
  villageCode: string;
  kept: { mime: string; bytes: number; sha256: string; width: number | null; height: number | null } | null;
  refusal: { code: string; zh: string } | null;
}
export interface AttachmentRefusal {
  code: string;
  title: string;
  params: Record<string, unknown>;
}
type Answer = TestResponse<AttachmentBody & AttachmentRefusal>;

export function announce(client: TestClient, content: Buffer, more: Record<string, unknown> = {}): Promise<Answer> {
  return client.post('/attachments', { body: { id: uuidV7(), kind: 'photo', mime: 'image/jpeg', bytes: content.length, sha256: sha256(content), ...more } });
}

export function sendChunk(client: TestClient, id: string, { offset, content, hash = sha256(content) }: { offset: number; content: Buffer; hash?: string }): Promise<Answer> {
  return client.put(`/attachments/${id}/chunks/${offset}`, { body: content, headers: { 'content-type': 'application/octet-stream', 'x-chunk-sha256': hash } });
}

/** Announces a file and sends it chunk by chunk; the last answer. */
export async function upload(client: TestClient, content: Buffer, more: Record<string, unknown> = {}, size = 65_536): Promise<Answer> {
  let answer = await announce(client, content, more);
  if (answer.status !== 201 || answer.body.state !== 'UPLOADING') return answer;
  const { id } = answer.body;
  for (const { offset, bytes } of chunksOf(content.length, answer.body.receivedBytes, size)) {
    answer = await sendChunk(client, id, { offset, content: content.subarray(offset, offset + bytes) });
    if (answer.status !== 200) return answer;
  }
  return answer;
}

/** The same, and throws unless the file is kept. */
export async function uploaded(client: TestClient, content: Buffer, more: Record<string, unknown> = {}): Promise<AttachmentBody> {
  const answer = await upload(client, content, more);
  if (answer.body.state !== 'READY') throw new Error(`upload answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
