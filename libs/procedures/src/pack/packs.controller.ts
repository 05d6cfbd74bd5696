import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '#domain';
import { Allow } from '#platform';
import { PackPublisher } from './pack-publisher.js';
import { PackReader } from './pack-reader.js';
import { PackParams, PackResponse, PublishPackRequest, PublishedPackResponse } from './packs.dto.js';

@ApiTags('packs')
@Controller('packs')
export class PacksController {
  constructor(
    private readonly packs: PackReader,
    private readonly publisher: PackPublisher,
  ) {}

  @Get()
  @Allow(Permission.PackRead)
  @ApiOperation({ operationId: 'listPacks', summary: 'All procedures with all their versions, newest first' })
  @ApiOkResponse({ type: [PackResponse] })
  async list(): Promise<PackResponse[]> {
    return (await this.packs.all()).map((row) => PackResponse.from(row));
  }

  @Post(':code/versions')
  @Allow(Permission.PackPublish)
  @ApiOperation({ operationId: 'publishPack', summary: 'Publish the next version; running cases keep theirs' })
  @ApiCreatedResponse({ type: PublishedPackResponse })
  publish(@Param() params: PackParams, @Body() body: PublishPackRequest): Promise<PublishedPackResponse> {
    return this.publisher.publish(params.code, body.content);
  }
}
