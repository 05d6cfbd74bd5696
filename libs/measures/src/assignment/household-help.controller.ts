import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { HouseholdReader } from '#households';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe } from '#platform';
import { AssignmentReader } from './assignment-reader.js';
import { AssignmentResponse } from './assignment.dto.js';

@ApiTags('assignments')
@Controller('households/:id/assignments')
export class HouseholdHelpController {
  constructor(
    private readonly households: HouseholdReader,
    private readonly assignments: AssignmentReader,
  ) {}

  @Get()
  @Allow(Permission.MeasureRead)
  @ApiOperation({ summary: 'Everything that was planned for a household, newest first' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: [AssignmentResponse] })
  async all(@Param('id', CaseIdPipe) id: CaseId): Promise<AssignmentResponse[]> {
    await this.households.card(id);
    return (await this.assignments.ofHousehold(id)).map((row) => AssignmentResponse.from(row));
  }
}
