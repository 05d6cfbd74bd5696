import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, ValidateNested } from 'class-validator';
import { EvidenceRequest } from './cases.dto.js';

/** Papers that are sent by themselves, not with an action. */
export class EvidenceListRequest {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => EvidenceRequest)
  evidence: EvidenceRequest[];
}
