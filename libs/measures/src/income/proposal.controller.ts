import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, LogRead } from '#platform';
import { textOrNull } from '../shared/help.dto.js';
import { HelpYearPipe } from '../shared/help-year.pipe.js';
import { ProposalService, type IncomeProposal } from './proposal.service.js';

export class ProposalSourceResponse {
  @ApiProperty({ enum: ['payment', 'distribution'] }) kind!: 'payment' | 'distribution';
  @ApiProperty({ type: 'string' }) id!: string;
  @ApiProperty(textOrNull) about!: string | null;
  @ApiProperty(textOrNull) term!: string | null;
  @ApiProperty({ type: 'integer' }) amountFen!: number;
  @ApiProperty({ type: 'string', format: 'date' }) on!: string;
}

export class ProposedItemResponse {
  @ApiProperty({ type: 'string', description: 'Field of householdYear' }) item!: string;
  @ApiProperty({ type: 'string' }) zh!: string;
  @ApiProperty({ type: 'integer' }) amountFen!: number;
  @ApiProperty({ type: [ProposalSourceResponse] }) sources!: readonly ProposalSourceResponse[];
}

export class IncomeProposalResponse {
  @ApiProperty({ type: [ProposedItemResponse] }) items!: readonly ProposedItemResponse[];
  @ApiProperty({ type: [ProposalSourceResponse], description: 'Booked, not yet known to have arrived' }) pending!: readonly ProposalSourceResponse[];
  @ApiProperty({ type: [ProposalSourceResponse], description: 'Paid, but no income of the household' }) notIncome!: readonly ProposalSourceResponse[];
}

@ApiTags('household-years')
@Controller('households/:id/years/:year/proposal')
export class ProposalController {
  constructor(private readonly proposals: ProposalService) {}

  @Get()
  @Allow(Permission.PaymentRead)
  @LogRead('household.income-proposal')
  @ApiOperation({ summary: 'Income items that payments and asset shares would fill in the record of a year, with their sources; nothing is written' })
  @ApiParam({ name: 'id', type: String })
  @ApiParam({ name: 'year', type: 'integer' })
  @ApiOkResponse({ type: IncomeProposalResponse })
  read(@Param('id', CaseIdPipe) id: CaseId, @Param('year', HelpYearPipe) year: number): Promise<IncomeProposal> {
    return this.proposals.of(id, year);
  }
}
