import { Module, type OnModuleInit } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { HouseholdsModule } from '#households';
import { registerConstraints } from '#platform';
import { AttachmentContent } from './attachment-content.js';
import { AttachmentExpiry } from './attachment-expiry.js';
import { AttachmentReader } from './attachment-reader.js';
import { AttachmentUses } from './attachment-uses.js';
import { AttachmentService } from './attachment.service.js';
import { AttachmentsController } from './attachments.controller.js';
import { ChunkReceiver } from './chunk-receiver.js';
import { MovingAttachments } from './moving-attachments.js';
import { StoredFiles } from './stored-files.js';
import { UploadFinisher } from './upload-finisher.js';

/** Photographs and documents: resumable uploads, what is kept of them, and who refers to them. */
@Module({
  imports: [DivisionsModule, HouseholdsModule],
  controllers: [AttachmentsController],
  providers: [AttachmentContent, AttachmentExpiry, AttachmentReader, AttachmentService, AttachmentUses, ChunkReceiver, MovingAttachments, StoredFiles, UploadFinisher],
  exports: [AttachmentReader, AttachmentService, ChunkReceiver],
})
export class AttachmentsModule implements OnModuleInit {
  onModuleInit(): void {
    registerConstraints({ attachment_use_of: 'attachment.in-use', case_evidence_attachment: 'attachment.in-use' });
  }
}
