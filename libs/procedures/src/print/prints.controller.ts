import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, ApiSheet, CaseIdPipe, LogRead, PrintedSheet, sheetDocument, SheetQuery } from '#platform';
import { caseFormStyles } from './case-form.js';
import { CaseForms } from './case-forms.js';
import { NoticePrints } from './notice-prints.js';
import { announcementStyles, posterStyles } from './notice-style.js';
import { NoticeSheetResponse, NoticeTextsRequest } from './prints.dto.js';

@ApiTags('prints')
@Controller()
export class CasePrintsController {
  constructor(
    private readonly notices: NoticePrints,
    private readonly forms: CaseForms,
  ) {}

  @Get('notices/:id/sheet')
  @Allow(Permission.CaseRead)
  @ApiOperation({ operationId: 'readNoticeSheet', summary: 'What will hang on the wall: all households posted that day in the village, the texts, and every hit of the privacy check' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: NoticeSheetResponse })
  @ApiNotFoundResponse()
  async sheet(@Param('id', CaseIdPipe) id: CaseId): Promise<NoticeSheetResponse> {
    return NoticeSheetResponse.from(await this.notices.batch(id));
  }

  @Put('notices/:id/sheet')
  @Allow(Permission.NoticePublish)
  @ApiOperation({ operationId: 'writeNoticeSheet', summary: 'Basis, telephone, signature and Mongolian text of the sheet; personal data is refused' })
  @ApiParam({ name: 'id', type: String })
  @ApiOkResponse({ type: NoticeSheetResponse })
  @ApiNotFoundResponse()
  @ApiUnprocessableEntityResponse()
  async write(@Param('id', CaseIdPipe) id: CaseId, @Body() { basis, telephone, issuer, layout, mongolian }: NoticeTextsRequest): Promise<NoticeSheetResponse> {
    const kept = (text: string | null | undefined): string | null => (text === null || text === undefined || text.trim() === '' ? null : text.trim());
    return NoticeSheetResponse.from(await this.notices.write(id, { basis: kept(basis), telephone: kept(telephone), issuer: kept(issuer), layout, mongolian: kept(mongolian) }));
  }

  @Get('prints/posters/:id')
  @Allow(Permission.CaseRead)
  @LogRead('print.poster')
  @ApiOperation({ operationId: 'printPoster', summary: '公示榜 (A3) of a notice and of all that were posted with it' })
  @ApiParam({ name: 'id', type: String })
  @ApiSheet()
  async poster(@Param('id', CaseIdPipe) id: CaseId, @Query() { format = 'html' }: SheetQuery): Promise<PrintedSheet> {
    const { name, sheet } = await this.notices.poster(id);
    return new PrintedSheet(name, sheetDocument({ title: name, styles: posterStyles, sheets: [sheet] }), format);
  }

  @Get('prints/announcements/:id')
  @Allow(Permission.CaseRead)
  @LogRead('print.announcement')
  @ApiOperation({ operationId: 'printAnnouncement', summary: '公告 of a decided case and of all of its village approved the same day' })
  @ApiParam({ name: 'id', type: String })
  @ApiSheet()
  async announcement(@Param('id', CaseIdPipe) id: CaseId, @Query() { format = 'html' }: SheetQuery): Promise<PrintedSheet> {
    const { name, sheet } = await this.notices.announcement(id);
    return new PrintedSheet(name, sheetDocument({ title: name, styles: announcementStyles, sheets: [sheet] }), format);
  }

  @Get('prints/case-forms/:id')
  @Allow(Permission.CaseRead)
  @LogRead('print.case-form')
  @ApiOperation({ operationId: 'printCaseForm', summary: '审批表 (A4) of a case, room for signatures and seals left blank' })
  @ApiParam({ name: 'id', type: String })
  @ApiSheet()
  async form(@Param('id', CaseIdPipe) id: CaseId, @Query() { format = 'html' }: SheetQuery): Promise<PrintedSheet> {
    const { name, sheet } = await this.forms.form(id);
    return new PrintedSheet(name, sheetDocument({ title: name, styles: caseFormStyles, sheets: [sheet] }), format);
  }
}
