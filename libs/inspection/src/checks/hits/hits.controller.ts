import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, LogRead } from '#platform';
import { CheckVerdictRequest } from '../checks.dto.js';
import { CheckHits } from './check-hits.js';
import { HitDetail } from './hits.dto.js';

@ApiTags('checks')
@Controller('hits')
export class HitsController {
  constructor(private readonly hits: CheckHits) {}

  @Get(':id')
  @Allow(Permission.CheckRead)
  @LogRead('check.hit')
  @ApiOperation({ operationId: 'readHit', summary: 'A hit with its values, its household and what people said of it' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: HitDetail })
  @ApiNotFoundResponse()
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<HitDetail> {
    const { hit, verdicts } = await this.hits.read(id);
    return HitDetail.of(hit, verdicts);
  }

  @Post(':id/verdict')
  @Allow(Permission.CheckJudge)
  @ApiOperation({ operationId: 'judgeHit', summary: 'Say what a hit is: true, a false alarm, or still open; holds also for later runs' })
  @ApiParam({ name: 'id', type: String })
  @ApiCreatedResponse({ type: HitDetail })
  @ApiNotFoundResponse()
  async judge(@Param('id', CaseIdPipe) id: CaseId, @Body() body: CheckVerdictRequest): Promise<HitDetail> {
    const { hit, verdicts } = await this.hits.judge(id, body);
    return HitDetail.of(hit, verdicts);
  }
}
