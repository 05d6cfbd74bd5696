export type { Announcement, Asking, AttachmentUser, SentChunk } from './attachment-input.js';
export { AttachmentReader, type AttachmentMetadata } from './attachment-reader.js';
export type { ReadyAttachment } from './attachment-uses.js';
export { AttachmentService } from './attachment.service.js';
export { AttachmentsModule } from './attachments.module.js';
export { AttachmentExpiry } from './attachment-expiry.js';
export { ChunkReceiver } from './chunk-receiver.js';
export { CHUNK_HASH } from './sent-chunk.js';
export { benchUploads, type UploadsBench } from './bench/uploads.bench.js';
