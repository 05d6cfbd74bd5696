import { ApiProperty } from '@nestjs/swagger';
import { caseActions, stepKinds } from '#domain';
import { CaseCopyResponse } from '../copy/case-copies.dto.js';
import { CaseItemResponse, LocalTextResponse } from './case-list.dto.js';

const objectOf = { type: 'object', additionalProperties: true } as const;

export class HandResponse {
  @ApiProperty() role: string;
  @ApiProperty() level: string;
}

export class EvidenceNeedResponse {
  @ApiProperty() kind: string;
  @ApiProperty({ type: LocalTextResponse }) name: LocalTextResponse;
  @ApiProperty() required: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Document that demands it' }) source: string | null;
  @ApiProperty({ description: 'A paper of this kind is there' }) present: boolean;
}

export class StepResponse {
  @ApiProperty() code: string;
  @ApiProperty({ type: LocalTextResponse }) name: LocalTextResponse;
  @ApiProperty({ enum: stepKinds }) kind: string;
  @ApiProperty({ enum: ['done', 'current', 'ahead'] }) progress: string;
  @ApiProperty() decides: boolean;
  @ApiProperty({ type: [HandResponse] }) hands: HandResponse[];
  @ApiProperty({ type: [String] }) returnTo: string[];
  @ApiProperty({ type: [EvidenceNeedResponse] }) evidence: EvidenceNeedResponse[];
  @ApiProperty({ type: String, nullable: true, description: 'Who filled it last' }) doneBy: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) doneAt: string | null;
}

export class EventResponse {
  @ApiProperty({ type: 'integer' }) seq: number;
  @ApiProperty() step: string;
  @ApiProperty() action: string;
  @ApiProperty() actor: string;
  @ApiProperty() role: string;
  @ApiProperty() unit: string;
  @ApiProperty({ type: String, nullable: true }) opinion: string | null;
  @ApiProperty({ type: [String], nullable: true }) fields: string[] | null;
  @ApiProperty({ type: String, nullable: true }) toStep: string | null;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ description: '直达退回人: the answer to a return went straight to whoever had returned the case' }) direct: boolean;
}

export class EvidenceResponse {
  @ApiProperty() id: string;
  @ApiProperty() step: string;
  @ApiProperty() kind: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: String, nullable: true }) fileName: string | null;
  @ApiProperty({ type: String, nullable: true }) fileHash: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The uploaded file, when there is one' }) attachmentId: string | null;
  @ApiProperty({ type: String, nullable: true }) reference: string | null;
  @ApiProperty({ type: String, nullable: true }) text: string | null;
  @ApiProperty() addedBy: string;
  @ApiProperty({ format: 'date-time' }) addedAt: string;
}

export class MeetingResponse {
  @ApiProperty() step: string;
  @ApiProperty({ format: 'date' }) heldOn: string;
  @ApiProperty() place: string;
  @ApiProperty() convener: string;
  @ApiProperty({ type: 'integer' }) entitled: number;
  @ApiProperty({ type: 'integer' }) present: number;
  @ApiProperty({ type: 'integer' }) inFavour: number;
  @ApiProperty({ type: 'integer' }) against: number;
  @ApiProperty({ type: 'integer' }) abstained: number;
  @ApiProperty() passed: boolean;
  @ApiProperty() summary: string;
  @ApiProperty({ description: 'Held again after a return' }) void: boolean;
}

export class CaseNoticeResponse {
  @ApiProperty() id: string;
  @ApiProperty() step: string;
  @ApiProperty() place: string;
  @ApiProperty({ type: String, nullable: true }) placeDetail: string | null;
  @ApiProperty({ format: 'date' }) openedOn: string;
  @ApiProperty({ type: String, nullable: true, format: 'date', description: 'Last day; null while an objection stops the clock' }) lastDay: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date', description: 'First day on which it can be closed' }) nextStepFrom: string | null;
  @ApiProperty({ type: 'integer' }) minDays: number;
  @ApiProperty({ type: 'integer' }) daysElapsed: number;
  @ApiProperty({ type: 'integer' }) daysRemaining: number;
  @ApiProperty({ enum: ['calendar', 'working'] }) unit: string;
  @ApiProperty() complete: boolean;
  @ApiProperty({ enum: ['RUNNING', 'PAUSED', 'CLOSED', 'VOID'] }) state: string;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) closedOn: string | null;
}

export class ObjectionResponse {
  @ApiProperty({ description: '<county>-<uuid>' }) id: string;
  @ApiProperty() notice: string;
  @ApiProperty() statement: string;
  @ApiProperty({ type: String, nullable: true }) objector: string | null;
  @ApiProperty() filedBy: string;
  @ApiProperty({ format: 'date' }) filedOn: string;
  @ApiProperty({ enum: ['OPEN', 'SETTLED', 'LAPSED'] }) state: string;
  @ApiProperty({ type: String, nullable: true, enum: ['NOT_UPHELD', 'UPHELD_RETURN', 'UPHELD_REFUSE'] }) result: string | null;
  @ApiProperty({ type: String, nullable: true }) finding: string | null;
  @ApiProperty({ type: String, nullable: true }) settledBy: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date' }) settledOn: string | null;
}

export class CaseRuleResponse {
  @ApiProperty() rule: string;
  @ApiProperty({ type: String, nullable: true }) ruleVersionId: string | null;
  @ApiProperty({ enum: ['met', 'not_met', 'unproven'] }) verdict: string;
  @ApiProperty({ ...objectOf, nullable: true, description: 'Per condition: fact, value, required value, source' }) explanation: unknown;
}

/** What was true when the evidence was reviewed, and what the rules said of it. */
export class VerifiedFactsResponse {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() step: string;
  @ApiProperty({ type: 'integer' }) year: number;
  @ApiProperty() hash: string;
  @ApiProperty(objectOf) facts: Record<string, unknown>;
  @ApiProperty({ type: [CaseRuleResponse] }) rules: CaseRuleResponse[];
}

export class AllowedActionResponse {
  @ApiProperty({ enum: caseActions }) action: string;
  @ApiProperty({ type: LocalTextResponse }) name: LocalTextResponse;
  @ApiProperty() allowed: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'Code of the problem that the action would meet' }) code: string | null;
  @ApiProperty({ type: LocalTextResponse, nullable: true, description: 'Why not' }) reason: LocalTextResponse | null;
}

export class CaseDecisionResponse {
  @ApiProperty({ enum: ['APPROVED', 'REFUSED'] }) outcome: string;
  @ApiProperty() by: string;
  @ApiProperty() role: string;
  @ApiProperty({ type: String, nullable: true }) opinion: string | null;
  @ApiProperty({ format: 'date' }) decidedOn: string;
  @ApiProperty({ type: String, nullable: true, description: 'Seal of the newest dossier' }) sha256: string | null;
}

/** The way straight back to whoever returned the case. */
export class DirectReturnResponse {
  @ApiProperty() step: string;
  @ApiProperty({ type: LocalTextResponse }) stepName: LocalTextResponse;
  @ApiProperty({ description: 'Who returned it' }) returnedBy: string;
  @ApiProperty({ type: [LocalTextResponse], description: 'Steps that are not done again' }) over: LocalTextResponse[];
  @ApiProperty({ type: LocalTextResponse, nullable: true, description: 'Why it has to go step by step; null when the direct way is open' }) refused: LocalTextResponse | null;
}

export class CaseDetailResponse extends CaseItemResponse {
  @ApiProperty({ description: 'What the case waits for' }) phase: string;
  @ApiProperty({ type: LocalTextResponse }) phaseName: LocalTextResponse;
  @ApiProperty({ type: 'integer', description: 'Version of the procedure that this case keeps' }) packVersion: number;
  @ApiProperty({ description: 'Documents that the procedure rests on' }) packSource: string;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: [StepResponse] }) steps: StepResponse[];
  @ApiProperty({ type: [EventResponse] }) events: EventResponse[];
  @ApiProperty({ type: [EvidenceResponse] }) evidence: EvidenceResponse[];
  @ApiProperty({ type: [MeetingResponse] }) meetings: MeetingResponse[];
  @ApiProperty({ type: [CaseNoticeResponse] }) notices: CaseNoticeResponse[];
  @ApiProperty({ type: [ObjectionResponse] }) objections: ObjectionResponse[];
  @ApiProperty({ type: VerifiedFactsResponse, nullable: true }) verified: VerifiedFactsResponse | null;
  @ApiProperty({ type: CaseDecisionResponse, nullable: true }) decision: CaseDecisionResponse | null;
  @ApiProperty({ type: DirectReturnResponse, nullable: true, description: 'While a return waits for its answer' }) directReturn: DirectReturnResponse | null;
  @ApiProperty({ type: [CaseCopyResponse] }) copies: CaseCopyResponse[];
  @ApiProperty({ type: [AllowedActionResponse] }) allowedActions: AllowedActionResponse[];
}
