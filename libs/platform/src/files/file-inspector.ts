import { fileTypeFromBuffer } from 'file-type/core';
import { Inject, Injectable } from '@nestjs/common';
import { imageTypes, PDF_TYPE, problem } from '#domain';
import { ENV, type Env } from '../config/env.js';
import type { FilesSettings } from '../config/files-env.js';
import { Gate } from './gate.js';
import { rebuildImage } from './image-pipeline.js';
import { imageSizeOf } from './image-size.js';
import { isActivePdf, isWholePdf } from './pdf-check.js';

/** What may be kept of a file that somebody sent. */
export interface AcceptedFile {
  readonly content: Buffer;
  readonly type: string;
  /** Null for a PDF file. */
  readonly image: { readonly width: number; readonly height: number; readonly thumbnail: Buffer } | null;
}

/** Images in work at once: each takes up to four bytes of memory for a pixel, and the threads are shared with the disk. */
const AT_ONCE = 2;

/**
 * Decides by its content what a file is and what is kept of it: images are rebuilt from their pixels, PDF files are kept as
 * they are, everything else is refused with a problem `attachment.…`.
 */
@Injectable()
export class FileInspector {
  private readonly settings: FilesSettings;
  private readonly gate = new Gate(AT_ONCE);

  constructor(@Inject(ENV) env: Env) {
    this.settings = env.files;
  }

  /** Largest accepted file of a type, in bytes. */
  maxBytesOf(type: string): number {
    return type === PDF_TYPE ? this.settings.pdfMaxBytes : this.settings.imageMaxBytes;
  }

  /**
   * @param declared the type as it was announced
   * @throws `attachment.unsupported-type`, `attachment.wrong-type`, `attachment.too-large`, `attachment.too-many-pixels`, `attachment.damaged`, `attachment.unsafe-pdf`
   */
  async inspect(content: Buffer, declared: string): Promise<AcceptedFile> {
    const found = (await fileTypeFromBuffer(content))?.mime ?? 'unknown';
    if (![...imageTypes, PDF_TYPE].some((type) => type === found)) throw problem('attachment.unsupported-type', { found });
    if (found !== declared) throw problem('attachment.wrong-type', { declared, found });
    if (content.length > this.maxBytesOf(found)) throw problem('attachment.too-large', { limit: this.maxBytesOf(found) });
    return found === PDF_TYPE ? acceptPdf(content) : this.gate.pass(() => this.acceptImage(content, found));
  }

  private async acceptImage(content: Buffer, type: string): Promise<AcceptedFile> {
    const size = imageSizeOf(type, content);
    if (!size || size.width === 0 || size.height === 0) throw problem('attachment.damaged');
    const limit = this.settings.imageMaxPixels;
    if (size.width * size.height > limit) throw problem('attachment.too-many-pixels', { ...size, limit });
    const kept = await rebuildImage(content, { type, size, maxEdge: this.settings.imageMaxEdge }).catch(() => {
      throw problem('attachment.damaged');
    });
    return { content: kept.content, type: kept.type, image: { width: kept.width, height: kept.height, thumbnail: kept.thumbnail } };
  }
}

function acceptPdf(content: Buffer): AcceptedFile {
  if (!isWholePdf(content) || isActivePdf(content)) throw problem('attachment.unsafe-pdf');
  return { content, type: PDF_TYPE, image: null };
}
