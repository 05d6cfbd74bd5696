import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Public } from '../auth/decorators.js';

export class PingResponse {
  @ApiProperty({ enum: ['ok'] }) status!: 'ok';
}

/** Says that the line to the server holds: cheap, without a session and without the database. */
@ApiTags('health')
@Controller('ping')
export class PingController {
  @Get()
  @Public()
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'ping', summary: 'Whether the server can be reached; asked by phones before they show that they are online' })
  @ApiOkResponse({ type: PingResponse })
  ping(): PingResponse {
    return { status: 'ok' };
  }
}
