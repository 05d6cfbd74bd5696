import type { LocalText } from '../facts/fact-definition.js';

/** What an attachment shows. A document may also be a PDF file; everything else is an image. */
export const attachmentKinds = ['photo', 'document', 'signature', 'notice_photo'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

export const attachmentKindNames: Readonly<Record<AttachmentKind, LocalText>> = {
  photo: { zh: '照片', en: 'photograph' },
  document: { zh: '材料', en: 'document' },
  signature: { zh: '签字', en: 'signature' },
  notice_photo: { zh: '公示照片', en: 'photograph of a posted notice' },
};

/** UPLOADING: bytes are missing or not yet checked. READY: kept, and never changed again. REFUSED: the content was not acceptable. */
export const attachmentStates = ['UPLOADING', 'READY', 'REFUSED'] as const;
export type AttachmentState = (typeof attachmentStates)[number];

/** Types that a person may announce; what counts is the content. */
export const imageTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export const PDF_TYPE = 'application/pdf';
export const attachmentTypes = [...imageTypes, PDF_TYPE] as const;
export type AttachmentType = (typeof attachmentTypes)[number];

/** A PDF file is a document, never a photograph. */
export function fitsKind(kind: AttachmentKind, type: string): boolean {
  return type === PDF_TYPE ? kind === 'document' : (imageTypes as readonly string[]).includes(type);
}
