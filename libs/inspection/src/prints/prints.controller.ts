import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { DivisionReader } from '#divisions';
import { Allow, ApiSheet, CaseIdPipe, currentContext, LogRead, PrintedSheet, sheetDocument, SheetQuery } from '#platform';
import { FindingReader } from '../findings/finding-reader.js';
import { RectificationNotice } from '../findings/notice.js';
import { SampleReader } from '../samples/sample-reader.js';
import { SampleResponse, SampleUnitResponse } from '../samples/samples.responses.js';
import { rectificationSheet, rectificationStyles } from './rectification-sheet.js';
import { sampleSheet, sampleSheetStyles } from './sample-sheet.js';

@ApiTags('prints')
@Controller('prints')
export class InspectionPrintsController {
  constructor(
    private readonly samples: SampleReader,
    private readonly findings: FindingReader,
    private readonly divisions: DivisionReader,
  ) {}

  @Get('samples/:id')
  @Allow(Permission.SampleRead)
  @LogRead('print.sample')
  @ApiOperation({ operationId: 'printSample', summary: '抽样表; the list only for whoever drew it, until it is closed' })
  @ApiParam({ name: 'id', type: String })
  @ApiSheet()
  async sample(@Param('id', CaseIdPipe) id: CaseId, @Query() { format = 'html' }: SheetQuery): Promise<PrintedSheet> {
    const row = await this.samples.find(id);
    const open = row.state === 'CLOSED' || row.drawn_by === currentContext().actor.userId;
    const units = open ? (await this.samples.units(id)).map((unit) => SampleUnitResponse.from(unit)) : null;
    const villages = await this.divisions.fullNames((units ?? []).map(({ villageCode }) => villageCode));
    const sheet = sampleSheet(SampleResponse.from(row, await this.samples.secret(row)), units, villages);
    const name = `抽样表-${row.name}`;
    return new PrintedSheet(name, sheetDocument({ title: name, styles: sampleSheetStyles, sheets: [sheet] }), format);
  }

  @Get('findings/:id')
  @Allow(Permission.FindingRead)
  @LogRead('print.finding')
  @ApiOperation({ operationId: 'printRectificationNotice', summary: '问题整改通知书 of a finding' })
  @ApiParam({ name: 'id', type: String })
  @ApiSheet()
  async finding(@Param('id', CaseIdPipe) id: CaseId, @Query() { format = 'html' }: SheetQuery): Promise<PrintedSheet> {
    const notice = RectificationNotice.of(await this.findings.detail(id));
    const name = `整改通知书-${notice.number}`;
    return new PrintedSheet(name, sheetDocument({ title: name, styles: rectificationStyles, sheets: [rectificationSheet(notice)] }), format);
  }
}
