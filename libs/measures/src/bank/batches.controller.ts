import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { fileResponse, readUpload, XLSX_TYPE } from '#households';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe, CurrentActor, LogRead, OwnTransaction, PageQuery, requestIdOf, type Actor, type HttpRequest } from '#platform';
import { HelpListQuery } from '../shared/help.dto.js';
import { PaymentBatchLinePageResponse, PaymentBatchLineResponse, PaymentBatchPageResponse, PaymentBatchResponse, NewPaymentBatchRequest, ResultFileResponse, ResultLinePageResponse, ResultLineResponse, ResultUploadRequest } from './batch.dto.js';
import { BatchService } from './batch.service.js';
import { ResultService } from './result.service.js';

@ApiTags('payment-batches')
@Controller('payment-batches')
export class BatchesController {
  constructor(
    private readonly batches: BatchService,
    private readonly results: ResultService,
  ) {}

  @Get()
  @Allow(Permission.PaymentRead)
  @ApiOperation({ summary: 'Batches for the bank, page by page' })
  @ApiOkResponse({ type: PaymentBatchPageResponse })
  async list(@Query() query: HelpListQuery): Promise<PaymentBatchPageResponse> {
    const page = await this.batches.page(query);
    return { items: page.items.map((row) => PaymentBatchResponse.from(row)), nextCursor: page.nextCursor };
  }

  @Post()
  @HttpCode(202)
  @Allow(Permission.PaymentBook)
  @ApiOperation({ summary: 'Take what is payable into a file for the bank (一卡通); accounts need a purpose, and are masked everywhere but in the file' })
  @ApiAcceptedResponse({ type: PaymentBatchResponse })
  async create(@Body() body: NewPaymentBatchRequest): Promise<PaymentBatchResponse> {
    return PaymentBatchResponse.from(await this.batches.create(body));
  }

  @Get(':id')
  @Allow(Permission.PaymentRead)
  @ApiOperation({ summary: 'A batch and how much of it is paid, failed or not yet known' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: PaymentBatchResponse })
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<PaymentBatchResponse> {
    return PaymentBatchResponse.from(await this.batches.find(id));
  }

  @Get(':id/rows')
  @Allow(Permission.PaymentRead)
  @ApiOperation({ summary: 'Rows of a batch in the order of the file, accounts masked' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: PaymentBatchLinePageResponse })
  async rows(@Param('id', CaseIdPipe) id: CaseId, @Query() query: PageQuery): Promise<PaymentBatchLinePageResponse> {
    const page = await this.batches.lines(id, query);
    return { items: page.items.map((row) => PaymentBatchLineResponse.from(row)), nextCursor: page.nextCursor };
  }

  @Get(':id/file')
  @Allow(Permission.PaymentBook)
  @LogRead('payment-batch.file')
  @ApiOperation({ summary: 'The file with accounts in clear, for whoever stated the purpose; each download is recorded' })
  @ApiParam({ name: 'id', type: String })
  @ApiProduces(XLSX_TYPE, 'text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(@Param('id', CaseIdPipe) id: CaseId): Promise<StreamableFile> {
    const { row, file } = await this.batches.download(id);
    return fileResponse(file, { name: `代发-${row.title}.${row.format}`, format: row.format });
  }

  @Post(':id/results')
  @Allow(Permission.PaymentBook)
  @OwnTransaction()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ResultUploadRequest })
  @ApiOperation({ summary: 'Take in the bank’s result file; the same file twice changes nothing' })
  @ApiParam({ name: 'id', type: String })
  @ApiCreatedResponse({ type: ResultFileResponse })
  async receive(@Param('id', CaseIdPipe) id: CaseId, @Req() request: FastifyRequest, @CurrentActor() actor: Actor): Promise<ResultFileResponse> {
    const { file, fileName } = await readUpload(request);
    return ResultFileResponse.from(await this.results.receive(actor, requestIdOf(request as unknown as HttpRequest), { id, file, fileName }));
  }

  @Get(':id/results')
  @Allow(Permission.PaymentRead)
  @ApiOperation({ summary: 'Result files of a batch' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: [ResultFileResponse] })
  async resultFiles(@Param('id', CaseIdPipe) id: CaseId): Promise<ResultFileResponse[]> {
    return (await this.results.ofBatch(id)).map((row) => ResultFileResponse.from(row));
  }

  @Get(':id/results/:resultId/rows')
  @Allow(Permission.PaymentRead)
  @ApiOperation({ summary: 'What became of each row of a result file' })
  @ApiParam({ name: 'id', type: String })
  @ApiParam({ name: 'resultId', type: String })
  @ApiOkResponse({ type: ResultLinePageResponse })
  async resultRows(@Param('id', CaseIdPipe) id: CaseId, @Param('resultId', CaseIdPipe) resultId: CaseId, @Query() query: PageQuery): Promise<ResultLinePageResponse> {
    const page = await this.results.lines(id, resultId, query);
    return { items: page.items.map((row) => ResultLineResponse.from(row)), nextCursor: page.nextCursor };
  }
}
