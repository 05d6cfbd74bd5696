import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, CaseIdPipe } from '#platform';
import { caseIdOf } from '../shared/expected.js';
import { onlyResult, RowResultsResponse } from '../shared/row-results.js';
import { PaymentBooker } from './payment-booker.js';
import { BookingsRequest, NewPaymentRequest, PaymentListQuery, PaymentPageResponse, PaymentResponse, PaymentReversalRequest } from './payment.dto.js';
import { PaymentService } from './payment.service.js';

@ApiTags('payments')
@Controller('payments')
export class PaymentsController {
  constructor(
    private readonly payments: PaymentService,
    private readonly booker: PaymentBooker,
  ) {}

  @Get()
  @Allow(Permission.PaymentRead)
  @ApiOperation({ summary: 'Payments of a division, reversals among them, page by page' })
  @ApiOkResponse({ type: PaymentPageResponse })
  async list(@Query() query: PaymentListQuery): Promise<PaymentPageResponse> {
    const page = await this.payments.page(query);
    return { items: page.items.map((row) => PaymentResponse.from(row)), nextCursor: page.nextCursor };
  }

  @Post()
  @Allow(Permission.PaymentBook)
  @ApiOperation({ summary: 'Book one payment; refused when paid before, not entitled, above what was approved, or before acceptance' })
  @ApiCreatedResponse({ type: PaymentResponse })
  async book(@Body() { id, assignmentId, amountFen, ...common }: NewPaymentRequest): Promise<PaymentResponse> {
    const result = onlyResult(await this.booker.book({ ...common, rows: [{ id, assignmentId, amountFen }] }));
    return PaymentResponse.from(await this.payments.one(caseIdOf(result.id ?? '')));
  }

  @Post('bookings')
  @HttpCode(200)
  @Allow(Permission.PaymentBook)
  @ApiOperation({ summary: 'Book the same term for many; a result for each row' })
  @ApiOkResponse({ type: RowResultsResponse })
  async bookAll(@Body() body: BookingsRequest): Promise<RowResultsResponse> {
    return RowResultsResponse.from(await this.booker.book(body));
  }

  @Get(':id')
  @Allow(Permission.PaymentRead)
  @ApiOperation({ summary: 'One payment' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: PaymentResponse })
  async read(@Param('id', CaseIdPipe) id: CaseId): Promise<PaymentResponse> {
    return PaymentResponse.from(await this.payments.one(id));
  }

  @Post(':id/reversal')
  @Allow(Permission.PaymentReverse)
  @ApiOperation({ summary: 'Take a payment back by an entry of its own' })
  @ApiParam({ name: 'id', type: String })
  @ApiCreatedResponse({ type: PaymentResponse })
  async reverse(@Param('id', CaseIdPipe) id: CaseId, @Body() body: PaymentReversalRequest): Promise<PaymentResponse> {
    return PaymentResponse.from(await this.payments.one(await this.payments.reverse(id, body)));
  }
}
