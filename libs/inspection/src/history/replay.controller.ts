import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, CurrentActor, Db, FromReplica, LogRead, OwnTransaction, type Actor } from '#platform';
import { DecisionReplayResponse, ReplayReportResponse, ReplayRequest } from './replay.dto.js';
import { DecisionReplays } from './replay.service.js';

const TIMEOUT_MS = 15_000;

@ApiTags('history')
@Controller()
export class ReplayController {
  constructor(
    private readonly db: Db,
    private readonly replays: DecisionReplays,
  ) {}

  @Get('cases/:id/replay')
  @Allow(Permission.DecisionReplay)
  @LogRead('case.replay')
  @FromReplica()
  @ApiOperation({ operationId: 'replayDecision', summary: 'The decision of a case judged again by the rules of that day and by those of today' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: DecisionReplayResponse })
  @ApiNotFoundResponse()
  async ofCase(@Param('id', CaseIdPipe) id: CaseId): Promise<DecisionReplayResponse> {
    return DecisionReplayResponse.from(await this.replays.ofCase(id), true);
  }

  @Post('decision-replays')
  @HttpCode(200)
  @Allow(Permission.DecisionReplay)
  @OwnTransaction()
  @ApiOperation({ operationId: 'replayDecisions', summary: 'Which decisions of a division would come out otherwise today' })
  @ApiOkResponse({ type: ReplayReportResponse })
  @ApiUnprocessableEntityResponse()
  async flips(@Body() body: ReplayRequest, @CurrentActor() actor: Actor): Promise<ReplayReportResponse> {
    const report = await this.db.run({ actor, readOnly: true, fromReplica: true, timeoutMs: TIMEOUT_MS }, () => this.replays.flips(body));
    return ReplayReportResponse.from(report);
  }
}
