import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '#domain';
import { Allow, CurrentActor, OwnTransaction, requestIdOf, type Actor, type HttpRequest } from '#platform';
import { OperationResultsResponse, SyncOperationsRequest } from './operations.dto.js';
import { OperationsService } from './operations.service.js';

@ApiTags('sync')
@Controller('sync/operations')
export class OperationsController {
  constructor(private readonly operations: OperationsService) {}

  @Post()
  @Allow(Permission.SyncUse)
  @OwnTransaction()
  @HttpCode(200)
  @ApiOperation({ operationId: 'sendOperations', summary: 'Work done offline: each operation by itself, each with a receipt; sent again it gets the same answer' })
  @ApiOkResponse({ type: OperationResultsResponse })
  async take(@CurrentActor() actor: Actor, @Req() request: HttpRequest, @Body() body: SyncOperationsRequest): Promise<OperationResultsResponse> {
    return OperationResultsResponse.from(await this.operations.take({ actor, requestId: requestIdOf(request) }, SyncOperationsRequest.toSending(body)));
  }
}
