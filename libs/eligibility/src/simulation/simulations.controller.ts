import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Permission } from '#domain';
import { DivisionReader } from '#divisions';
import { Allow, CurrentActor, decodeCursor, LogRead, type Actor } from '#platform';
import { SimulateRequest, SimulationResponse } from './simulation.dto.js';
import { SimulationService } from './simulation.service.js';

@ApiTags('simulations')
@Controller('simulations')
export class SimulationsController {
  constructor(
    private readonly simulations: SimulationService,
    private readonly divisions: DivisionReader,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow(Permission.SimulationRun)
  @LogRead('rule.simulation')
  @ApiOperation({ operationId: 'simulateRule', summary: 'Whom another rule would change, by county and one by one; writes nothing' })
  @ApiOkResponse({ type: SimulationResponse })
  @ApiNotFoundResponse()
  @ApiUnprocessableEntityResponse()
  async simulate(@Body() body: SimulateRequest, @CurrentActor() actor: Actor): Promise<SimulationResponse> {
    const [county, subject] = decodeCursor(body.cursor, ['string', 'string']) ?? ['', ''];
    const simulation = await this.simulations.simulate({
      ...body, division: body.division ?? actor.scope ?? '', after: [String(county), String(subject)], limit: body.limit + 1,
    });
    const names = await this.divisions.names(simulation.counties.map(({ countyCode }) => countyCode));
    return SimulationResponse.from(simulation, { level: body.level, limit: body.limit, names });
  }
}
