import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe } from '#platform';
import { DeviceResponse, RegisterDeviceRequest, RegisteredDeviceResponse, RevokeDeviceRequest } from './device.dto.js';
import { DeviceService } from './device.service.js';
import { ServerGate } from './server-gate.js';

@ApiTags('sync')
@Controller('sync/devices')
export class DeviceController {
  constructor(
    private readonly devices: DeviceService,
    private readonly gate: ServerGate,
  ) {}

  @Post()
  @Allow(Permission.SyncUse)
  @ApiOperation({ operationId: 'registerDevice', summary: 'Register this installation under my current grant; sent again it finds the same device' })
  @ApiCreatedResponse({ type: RegisteredDeviceResponse })
  async register(@Body() body: RegisterDeviceRequest): Promise<RegisteredDeviceResponse> {
    const server = await this.gate.pass(body);
    return RegisteredDeviceResponse.of(await this.devices.register(body), server);
  }

  @Get()
  @Allow(Permission.SyncUse)
  @ApiOperation({ operationId: 'myDevices', summary: 'My devices, under every grant' })
  @ApiOkResponse({ type: [DeviceResponse] })
  async mine(): Promise<DeviceResponse[]> {
    return (await this.devices.mine()).map((row) => DeviceResponse.from(row));
  }

  @Post(':id/sign-off')
  @Allow(Permission.SyncUse)
  @HttpCode(200)
  @ApiOperation({ operationId: 'signOffDevice', summary: 'End a device of mine' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: DeviceResponse })
  async signOff(@Param('id', CaseIdPipe) id: CaseId, @Body() body: RevokeDeviceRequest): Promise<DeviceResponse> {
    return DeviceResponse.from(await this.devices.revoke(id, { reason: body.reason, anyone: false }));
  }

  @Post(':id/revoke')
  @Allow(Permission.SyncMonitor)
  @HttpCode(200)
  @ApiOperation({ operationId: 'revokeDevice', summary: 'End a device of the territory that was lost; what it still sends is kept apart' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: DeviceResponse })
  async revoke(@Param('id', CaseIdPipe) id: CaseId, @Body() body: RevokeDeviceRequest): Promise<DeviceResponse> {
    return DeviceResponse.from(await this.devices.revoke(id, { reason: body.reason, anyone: true }));
  }
}
