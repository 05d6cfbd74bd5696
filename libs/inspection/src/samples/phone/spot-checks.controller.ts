import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '#domain';
import { Allow, LogRead } from '#platform';
import { DeviceService, ServerGate } from '#sync';
import { RefusedSpotChecks } from '../refused/refused-work.service.js';
import { SpotCheckPack, SpotChecksQuery } from './spot-checks.dto.js';
import { SpotCheckReader } from './spot-check-reader.js';

@ApiTags('sync')
@Controller('sync/spot-checks')
export class SpotChecksController {
  constructor(
    private readonly gate: ServerGate,
    private readonly devices: DeviceService,
    private readonly reader: SpotCheckReader,
    private readonly refused: RefusedSpotChecks,
  ) {}

  @Get()
  @Allow(Permission.SampleVisit)
  @LogRead('sync.spot-checks')
  @ApiOperation({ operationId: 'mySpotChecks', summary: 'Households that I am sent to, for work offline: from the opening to the end of their sample, blind until the answers are in' })
  @ApiOkResponse({ type: SpotCheckPack })
  async mine(@Query() query: SpotChecksQuery): Promise<SpotCheckPack> {
    const { device, appVersion } = SpotChecksQuery.toQuestion(query);
    const server = await this.gate.pass({ appVersion });
    await this.devices.speaking(device);
    return SpotCheckPack.of(server.now, await this.reader.mine(), await this.refused.settledOfMine());
  }
}
