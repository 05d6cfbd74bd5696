import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { countyCodeOf, Permission } from '#domain';
import { Allow, OwnTransaction } from '../auth/decorators.js';
import { Db } from '../db/db.service.js';
import { currentContext } from '../db/request-context.js';
import { decodeCursor, toPage } from '../http/page.dto.js';
import { AuditAnchorService } from './audit-anchor.service.js';
import { listAudit, type AuditRow } from './audit-log.queries.js';
import { AuditEntryResponse, AuditPage, AuditQuery, AuditReportResponse } from './audit.dto.js';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly db: Db,
    private readonly anchors: AuditAnchorService,
  ) {}

  @Get()
  @Allow(Permission.AuditRead)
  @ApiOperation({ operationId: 'listAudit', summary: 'Who did what, newest first' })
  @ApiOkResponse({ type: AuditPage })
  async list(@Query() query: AuditQuery): Promise<AuditPage> {
    const county = query.county ?? countyCodeOf(currentContext().actor.division);
    const after = decodeCursor(query.cursor, ['string'])?.[0] ?? null;
    const rows = await this.db.query<AuditRow>(listAudit, [county, after, query.actor ?? null, query.op ?? null, query.from ?? null, query.limit + 1]);
    return toPage(rows, query.limit, (row) => [row.id], (row) => AuditEntryResponse.from(row));
  }

  @Post('verifications')
  @Allow(Permission.AuditVerify)
  @OwnTransaction()
  @HttpCode(200)
  @ApiOperation({ operationId: 'verifyAudit', summary: 'Recompute every chain and hold it against the anchors' })
  @ApiOkResponse({ type: AuditReportResponse })
  verify(): Promise<AuditReportResponse> {
    return this.anchors.verify();
  }
}
