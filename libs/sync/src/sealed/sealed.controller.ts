import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '#domain';
import { Allow, CurrentActor, OwnTransaction, requestIdOf, type Actor, type HttpRequest } from '#platform';
import { SealedResultsResponse, SealedWorkRequest, SealKeyResponse } from './sealed.dto.js';
import { SealedService } from './sealed.service.js';

@ApiTags('sync')
@Controller('sync')
export class SealedController {
  constructor(private readonly sealed: SealedService) {}

  @Get('seal-key')
  @Allow(Permission.SyncUse)
  @ApiOperation({ operationId: 'sealKey', summary: 'Public key of the server; phones seal to it what they have not sent' })
  @ApiOkResponse({ type: SealKeyResponse })
  key(): SealKeyResponse {
    return this.sealed.key();
  }

  @Post('sealed')
  @Allow(Permission.SyncUse)
  @OwnTransaction()
  @HttpCode(200)
  @ApiOperation({ operationId: 'handInSealedWork', summary: 'Hand in sealed work, one’s own or somebody else’s: each piece is done as the work of its author, who signed it; the carrier is recorded' })
  @ApiOkResponse({ type: SealedResultsResponse })
  async take(@CurrentActor() actor: Actor, @Req() request: HttpRequest, @Body() { envelopes }: SealedWorkRequest): Promise<SealedResultsResponse> {
    return SealedResultsResponse.from(await this.sealed.take({ actor, requestId: requestIdOf(request) }, envelopes), envelopes.map(({ id }) => id));
  }
}
