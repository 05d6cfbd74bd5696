import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Permission, type Rule } from '#domain';
import { MeasureParams, MeasureVersionResponse } from '#measures';
import { Allow } from '#platform';
import { MeasurePublisher } from './measure-publisher.service.js';
import { MeasureSimulationResponse, newVersionOf, PublishMeasureRequest, SimulateMeasureRequest } from './measure-versions.dto.js';

@ApiTags('measures')
@Controller('measures/:code')
export class MeasureVersionsController {
  constructor(private readonly publisher: MeasurePublisher) {}

  @Post('simulations')
  @HttpCode(200)
  @Allow(Permission.MeasurePublish)
  @ApiOperation({ operationId: 'simulateMeasure', summary: 'Whom another rule of a measure would change, by county; writes nothing' })
  @ApiOkResponse({ type: MeasureSimulationResponse })
  @ApiUnprocessableEntityResponse()
  async simulate(@Param() { code }: MeasureParams, @Body() { level, eligibility }: SimulateMeasureRequest): Promise<MeasureSimulationResponse> {
    return MeasureSimulationResponse.from(await this.publisher.simulate({ code, level, eligibility: eligibility as Rule | null }));
  }

  @Post('versions')
  @Allow(Permission.MeasurePublish)
  @ApiOperation({ operationId: 'publishMeasure', summary: 'Publish a version of a measure: its examples must pass and its effect must have been simulated' })
  @ApiCreatedResponse({ type: MeasureVersionResponse })
  @ApiConflictResponse()
  @ApiUnprocessableEntityResponse()
  async publish(@Param() { code }: MeasureParams, @Body() body: PublishMeasureRequest): Promise<MeasureVersionResponse> {
    return MeasureVersionResponse.from(await this.publisher.publish(newVersionOf(code, body)));
  }
}
