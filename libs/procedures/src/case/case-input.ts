import type { CaseAction } from '#domain';

export interface EvidenceInput {
  readonly kind: string;
  readonly title?: string;
  readonly fileName?: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly fileHash?: string;
  /** `county-uuid` of a file that was uploaded for this household or place; the hash of what is kept goes into the dossier. */
  readonly attachmentId?: string;
  readonly reference?: string;
  readonly text?: string;
}

export interface MeetingInput {
  readonly heldOn: string;
  readonly place: string;
  readonly convener: string;
  readonly entitled: number;
  readonly present: number;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  readonly passed: boolean;
  readonly summary: string;
}

/** A person under a role, or with no person whoever holds the role at the division. */
export interface CopyRecipient {
  readonly role: string;
  readonly division: string;
  readonly userId?: string;
}

/** Everything that may come with an action; which of it is needed depends on the action and the pack. */
export interface ActionRequest {
  readonly action: CaseAction;
  /** Version of the case that the person saw. */
  readonly expectedVersion: number;
  readonly opinion?: string;
  readonly fields?: readonly string[];
  readonly toStep?: string;
  /** 直达退回人: the answer to a return goes straight to whoever returned the case. */
  readonly direct?: boolean;
  /** 抄送: persons and offices that get a copy. */
  readonly copyTo?: readonly CopyRecipient[];
  readonly evidence?: readonly EvidenceInput[];
  readonly review?: MeetingInput;
  readonly assigneeId?: string;
  /** Where exactly the notice was posted. */
  readonly placeDetail?: string;
  readonly statement?: string;
  readonly objector?: string;
  readonly settlement?: SettlementInput;
}

export interface SettlementInput {
  readonly objectionId: string;
  readonly result: 'NOT_UPHELD' | 'UPHELD_RETURN' | 'UPHELD_REFUSE';
  readonly finding: string;
}

export interface StartRequest {
  readonly pack: string;
  /** `county-uuid` of a household, or the code of a village or county. */
  readonly subjectId: string;
  /** Id minted by the caller; sending the same request twice opens one case. */
  readonly id?: string;
  readonly year?: number;
  readonly reason?: string;
}
