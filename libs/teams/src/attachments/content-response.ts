import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ContentFile } from './attachment-content.js';

const DAY_SECONDS = 86_400;

/**
 * What people sent is never run: its type is ours, the browser may not guess another, scripts in it have no power, and only
 * images are shown in the page. Kept by this browser alone; what is kept under an id never changes.
 */
export function contentResponse(reply: FastifyReply, file: ContentFile): StreamableFile {
  void reply.headers({
    'cache-control': `private, max-age=${DAY_SECONDS}, immutable`, etag: `"${file.sha256}"`, 'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox", 'cross-origin-resource-policy': 'same-origin',
  });
  const shown = file.type.startsWith('image/') ? 'inline' : 'attachment';
  const ending = file.fileName.split('.').at(-1) ?? 'bin';
  return new StreamableFile(file.stream, {
    type: file.type, length: file.bytes, disposition: `${shown}; filename="file.${ending}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
  });
}
