import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, CurrentActor, LogRead, OwnTransaction, requestIdOf, type Actor, type HttpRequest } from '#platform';
import { AttachmentContent } from './attachment-content.js';
import { announcementOf, AttachmentQuery, AttachmentRequest, caseIdOf } from './attachment.dto.js';
import { AttachmentPage, AttachmentResponse } from './attachment.response.js';
import { AttachmentService } from './attachment.service.js';
import { ChunkReceiver } from './chunk-receiver.js';
import { contentResponse } from './content-response.js';
import { CHUNK_HASH, sentChunk } from './sent-chunk.js';

const binary = { type: 'string', format: 'binary' } as const;

@ApiTags('attachments')
@Controller('attachments')
export class AttachmentsController {
  constructor(
    private readonly attachments: AttachmentService,
    private readonly chunks: ChunkReceiver,
    private readonly contents: AttachmentContent,
  ) {}

  @Post()
  @Allow(Permission.AttachmentWrite)
  @OwnTransaction()
  @ApiOperation({ summary: 'Announce a photograph or document, or ask where its upload stands; a file that is kept already is READY at once' })
  @ApiCreatedResponse({ type: AttachmentResponse })
  async announce(@Body() body: AttachmentRequest, @CurrentActor() actor: Actor, @Req() request: HttpRequest): Promise<AttachmentResponse> {
    return AttachmentResponse.from(await this.attachments.announce({ actor, requestId: requestIdOf(request) }, announcementOf(body)));
  }

  @Get()
  @Allow(Permission.AttachmentRead)
  @ApiOperation({ summary: 'Attachments of a household, of a visit or case, or of the territory, newest first' })
  @ApiOkResponse({ type: AttachmentPage })
  async list(@Query() { householdId, subjectId, ...page }: AttachmentQuery): Promise<AttachmentPage> {
    const filter = { ...(householdId === undefined ? {} : { household: caseIdOf(householdId) }), ...(subjectId === undefined ? {} : { subjectId }) };
    const found = await this.attachments.list(filter, page);
    return { items: found.items.map((row) => AttachmentResponse.from(row)), nextCursor: found.nextCursor };
  }

  @Get(':id')
  @Allow(Permission.AttachmentRead)
  @ApiOperation({ summary: 'State of an attachment. HEAD answers the same as headers: Upload-State, Upload-Offset, Upload-Length' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: AttachmentResponse })
  async read(@Param('id', CaseIdPipe) id: CaseId, @Res({ passthrough: true }) reply: FastifyReply): Promise<AttachmentResponse> {
    const row = await this.attachments.find(id);
    void reply.headers({ 'upload-state': row.state, 'upload-offset': String(row.received_bytes), 'upload-length': String(row.bytes) });
    return AttachmentResponse.from(row);
  }

  @Put(':id/chunks/:offset')
  @Allow(Permission.AttachmentWrite)
  @OwnTransaction()
  @ApiOperation({ summary: 'Send the next chunk, 16 KB to 1 MB; the last one makes the file whole and has it checked' })
  @ApiParam({ name: 'id', type: String })
  @ApiParam({ name: 'offset', type: 'integer', description: 'First byte of the chunk in the file' })
  @ApiHeader({ name: CHUNK_HASH, description: 'SHA-256 of the chunk, hexadecimal' })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: binary })
  @ApiOkResponse({ type: AttachmentResponse })
  async chunk(
    @Param('id', CaseIdPipe) id: CaseId, @Param('offset') offset: string, @Headers(CHUNK_HASH) sha256: string | undefined,
    @CurrentActor() actor: Actor, @Req() request: HttpRequest & { body: unknown },
  ): Promise<AttachmentResponse> {
    return AttachmentResponse.from(await this.chunks.receive({ actor, requestId: requestIdOf(request) }, id, sentChunk(offset, request.body, sha256)));
  }

  @Get(':id/content')
  @Allow(Permission.AttachmentRead)
  @LogRead('attachment.content')
  @OwnTransaction()
  @ApiOperation({ summary: 'What is kept of the file; each look at it is recorded' })
  @ApiParam({ name: 'id', type: String })
  @ApiProduces('image/jpeg', 'image/webp', 'application/pdf')
  @ApiOkResponse({ schema: binary })
  async content(@Param('id', CaseIdPipe) id: CaseId, @CurrentActor() actor: Actor, @Req() request: HttpRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return contentResponse(reply, await this.contents.content({ actor, requestId: requestIdOf(request) }, id));
  }

  @Get(':id/thumbnail')
  @Allow(Permission.AttachmentRead)
  @LogRead('attachment.thumbnail')
  @OwnTransaction()
  @ApiOperation({ summary: 'The image with at most 320 pixels an edge; each look at it is recorded' })
  @ApiParam({ name: 'id', type: String })
  @ApiProduces('image/jpeg', 'image/webp')
  @ApiOkResponse({ schema: binary })
  async thumbnail(@Param('id', CaseIdPipe) id: CaseId, @CurrentActor() actor: Actor, @Req() request: HttpRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<StreamableFile> {
    return contentResponse(reply, await this.contents.thumbnail({ actor, requestId: requestIdOf(request) }, id));
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow(Permission.AttachmentWrite)
  @ApiOperation({ summary: 'Delete an attachment of one’s own to which nothing refers' })
  @ApiParam({ name: 'id', type: String })
  @ApiNoContentResponse()
  remove(@Param('id', CaseIdPipe) id: CaseId): Promise<void> {
    return this.attachments.remove(id);
  }
}
