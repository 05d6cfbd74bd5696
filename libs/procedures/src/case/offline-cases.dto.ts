import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsISO8601, IsNotEmpty, IsObject, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { EvidenceRequest, ReviewMeetingRequest, SettleObjectionRequest } from './cases.dto.js';

/** What can be done on a case away from the server. Handing over needs a list of colleagues, so it does not. */
export const offlineActions = ['submit', 'agree', 'return', 'refuse', 'withdraw', 'record_review', 'publish_notice', 'close_notice', 'announce', 'settle_objection'] as const;

export class OfflineSubject {
  @Matches(/^[a-z][a-z0-9_]{1,40}$/)
  pack: string;

  @IsString()
  @MaxLength(60)
  subjectId: string;
}

export class OfflineSettlement extends SettleObjectionRequest {
  @IsUUID()
  objectionId: string;
}

/** A step of a case as a phone sends it: which step it was done for instead of a version. */
export class OfflineActRequest {
  @IsIn(offlineActions)
  action: (typeof offlineActions)[number];

  @IsString()
  @IsNotEmpty()
  @MaxLength(41)
  step: string;

  @IsOptional()
  @IsISO8601()
  enteredAt?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => OfflineSubject)
  of?: OfflineSubject;

  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  opinion?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(80, { each: true })
  fields?: string[];

  @IsOptional()
  @IsString()
  @MaxLength(41)
  toStep?: string;

  /** 直达退回人: asked for by whoever answers a return; whether it holds is decided when it comes in. */
  @IsOptional()
  @IsBoolean()
  direct?: boolean;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => EvidenceRequest)
  evidence?: EvidenceRequest[];

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ReviewMeetingRequest)
  review?: ReviewMeetingRequest;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  placeDetail?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => OfflineSettlement)
  settlement?: OfflineSettlement;
}
