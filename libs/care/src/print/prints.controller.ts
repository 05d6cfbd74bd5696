import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Permission, type CaseId } from '#domain';
import { Allow, ApiSheet, CaseIdPipe, LogRead, PrintedSheet, sheetDocument, SheetQuery } from '#platform';
import { fileSheet, fileSheetStyles } from './file-sheets.js';
import { helpCards, helpCardStyles } from './help-card.js';
import { HouseholdPrints } from './household-prints.js';

@ApiTags('prints')
@Controller('prints')
export class HouseholdPrintsController {
  constructor(private readonly prints: HouseholdPrints) {}

  @Get('help-cards/:id')
  @Allow(Permission.HouseholdRead)
  @LogRead('print.help-card')
  @ApiOperation({ operationId: 'printHelpCard', summary: '帮扶明白卡 of a household, two on an A4 page' })
  @ApiParam({ name: 'id', type: String })
  @ApiSheet()
  async card(@Param('id', CaseIdPipe) id: CaseId, @Query() { format = 'html' }: SheetQuery): Promise<PrintedSheet> {
    const card = await this.prints.card(id);
    const name = `明白卡-${card.card.head_name}`;
    return new PrintedSheet(name, sheetDocument({ title: name, styles: helpCardStyles, sheets: helpCards([card]) }), format);
  }

  @Get('household-files/:id')
  @Allow(Permission.HouseholdRead)
  @LogRead('print.household-file')
  @ApiOperation({ operationId: 'printHouseholdFile', summary: '一户一档: cover, index and content, numbers masked' })
  @ApiParam({ name: 'id', type: String })
  @ApiSheet()
  async file(@Param('id', CaseIdPipe) id: CaseId, @Query() { format = 'html' }: SheetQuery): Promise<PrintedSheet> {
    const file = await this.prints.file(id);
    const name = `一户一档-${file.subject}`;
    return new PrintedSheet(name, sheetDocument({ title: name, styles: fileSheetStyles, sheets: [fileSheet(file)] }), format);
  }
}
