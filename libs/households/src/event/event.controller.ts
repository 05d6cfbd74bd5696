import { Body, Controller, Headers, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe } from '#platform';
import { expectedVersion } from '../household/expected-version.js';
import { HouseholdReader } from '../household/household-reader.js';
import { HouseholdResponse } from '../household/household.response.js';
import { LifeEventResponse, LifeEventRequest, TransferRequest } from './event.dto.js';
import { lifeEvent } from './event-input.js';
import { EventService } from './event.service.js';

@ApiTags('households')
@ApiParam({ name: 'id', type: String })
@Controller('households/:id')
export class EventController {
  constructor(
    private readonly events: EventService,
    private readonly reader: HouseholdReader,
  ) {}

  @Post('events')
  @Allow(Permission.HouseholdWrite)
  @ApiOperation({ summary: 'Birth, death, marriage, move, change of head, split, merge' })
  @ApiCreatedResponse({ type: LifeEventResponse })
  async happen(@Param('id', CaseIdPipe) id: CaseId, @Body() body: LifeEventRequest, @Headers('if-match') ifMatch?: string): Promise<LifeEventResponse> {
    return this.answer(id, await this.events.happen(id, lifeEvent(body, expectedVersion(body.version, ifMatch))));
  }

  @Post('transfer')
  @Allow(Permission.HouseholdTransfer)
  @ApiOperation({ summary: 'Move to another county: a new household there, linked to its origin' })
  @ApiCreatedResponse({ type: LifeEventResponse })
  async transfer(@Param('id', CaseIdPipe) id: CaseId, @Body() body: TransferRequest, @Headers('if-match') ifMatch?: string): Promise<LifeEventResponse> {
    return this.answer(id, await this.events.transfer(id, { ...body, version: expectedVersion(body.version, ifMatch) }));
  }

  private async answer(id: CaseId, other: CaseId | null): Promise<LifeEventResponse> {
    return {
      household: HouseholdResponse.from(await this.reader.detail(id)),
      other: other === null ? null : HouseholdResponse.from(await this.reader.detail(other)),
    };
  }
}
