import type { AttachmentKind, AttachmentType, CaseId } from '#domain';
import type { Actor } from '#platform';

/** What is announced before the first byte. Either a household or a place (village, township or county). */
export interface Announcement {
  /** Minted by the client; the same id and content again is the same attachment. */
  readonly id: string;
  readonly household?: CaseId;
  readonly divisionCode?: string;
  readonly kind: AttachmentKind;
  readonly mime: AttachmentType;
  readonly bytes: number;
  /** SHA-256 of the whole file, hexadecimal. */
  readonly sha256: string;
  readonly fileName?: string;
  readonly takenAt?: string;
  readonly subject?: { readonly kind: string; readonly id: string };
}

/** Who asks, for the transactions that an upload opens by itself. */
export interface Asking {
  readonly actor: Actor;
  readonly requestId: string;
}

export interface SentChunk {
  readonly offset: number;
  readonly content: Buffer;
  /** SHA-256 of this chunk, hexadecimal, as the sender computed it. */
  readonly sha256: string;
}

/** Who refers to an attachment. */
export interface AttachmentUser {
  /** `case_evidence`, `visit`, `task`, `clue` … */
  readonly kind: string;
  readonly id: string;
  readonly householdId: string | null;
  readonly villageCode: string;
}
