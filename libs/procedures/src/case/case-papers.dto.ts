import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { EvidenceRequest } from './cases.dto.js';

/** Papers that are sent by themselves, not with an action. */
export class EvidenceListRequest {
  /** Step for which they were collected; the current one when absent. */
  @IsOptional()
  @IsString()
  @MaxLength(41)
  step?: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => EvidenceRequest)
  evidence: EvidenceRequest[];
}
