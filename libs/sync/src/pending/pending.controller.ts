import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, LogRead } from '#platform';
import { maskedPayload } from './masked-payload.js';
import { KeptWorkDetailResponse, KeptWorkPage, KeptWorkResponse, PendingDevicePage, PendingDeviceResponse, PendingQuery, SettleKeptRequest } from './pending.dto.js';
import { PendingService } from './pending.service.js';

@ApiTags('sync')
@Controller('sync')
export class PendingController {
  constructor(private readonly pending: PendingService) {}

  @Get('pending')
  @Allow(Permission.SyncMonitor)
  @ApiOperation({ operationId: 'pendingDevices', summary: 'What has not arrived: devices with unsent work, gaps or refused work' })
  @ApiOkResponse({ type: PendingDevicePage })
  async devices(@Query() query: PendingQuery): Promise<PendingDevicePage> {
    const page = await this.pending.devices(PendingQuery.toFilter(query));
    return { ...page, items: page.items.map((row) => PendingDeviceResponse.from(row)) };
  }

  @Get('kept')
  @Allow(Permission.SyncMonitor)
  @ApiOperation({ operationId: 'keptWork', summary: 'Work that arrived and was refused, with the reason' })
  @ApiOkResponse({ type: KeptWorkPage })
  async kept(@Query() query: PendingQuery): Promise<KeptWorkPage> {
    const page = await this.pending.kept(PendingQuery.toFilter(query));
    return { ...page, items: page.items.map((row) => KeptWorkResponse.from(row)) };
  }

  @Get('kept/:id')
  @Allow(Permission.SyncMonitor)
  @LogRead('sync.kept')
  @ApiOperation({ operationId: 'readKeptWork', summary: 'One piece of refused work with what was typed; the reading is on record' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: KeptWorkDetailResponse })
  async one(@Param('id', CaseIdPipe) id: CaseId): Promise<KeptWorkDetailResponse> {
    const { row, payload } = await this.pending.one(id);
    return { ...KeptWorkResponse.from(row), payload: maskedPayload(payload) };
  }

  @Post('kept/:id/settle')
  @Allow(Permission.SyncMonitor)
  @HttpCode(200)
  @ApiOperation({ operationId: 'settleKeptWork', summary: 'Say what became of refused work: entered by hand, or laid aside' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: KeptWorkResponse })
  async settle(@Param('id', CaseIdPipe) id: CaseId, @Body() body: SettleKeptRequest): Promise<KeptWorkResponse> {
    await this.pending.settle(id, body);
    return KeptWorkResponse.from((await this.pending.one(id)).row);
  }
}
