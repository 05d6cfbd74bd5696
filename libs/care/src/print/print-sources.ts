import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Permission } from '#domain';
import { ExportSources, sheetIds, SheetSource, type ExportDocument, type ExportParams } from '#households';
import { sheetDocument, type Html } from '#platform';
import { fileSheet, fileSheetStyles } from './file-sheets.js';
import { helpCards, helpCardStyles, type HelpCard } from './help-card.js';
import { HouseholdPrints } from './household-prints.js';

@Injectable()
export class HelpCardSource extends SheetSource implements OnModuleInit {
  readonly kind = 'print_help_cards';
  readonly name = { zh: '帮扶明白卡', en: 'Help cards' };
  readonly permission = Permission.HouseholdRead;

  constructor(private readonly prints: HouseholdPrints, private readonly sources: ExportSources) {
    super();
  }

  onModuleInit(): void {
    this.sources.register(this);
  }

  async document(params: ExportParams): Promise<ExportDocument> {
    const cards: HelpCard[] = [];
    for (const id of sheetIds(params)) cards.push(await this.prints.card(id));
    return { html: sheetDocument({ title: this.name.zh, styles: helpCardStyles, sheets: helpCards(cards) }), sheets: cards.length };
  }
}

@Injectable()
export class HouseholdFileSource extends SheetSource implements OnModuleInit {
  readonly kind = 'print_household_files';
  readonly name = { zh: '一户一档', en: 'Household files' };
  readonly permission = Permission.HouseholdRead;

  constructor(private readonly prints: HouseholdPrints, private readonly sources: ExportSources) {
    super();
  }

  onModuleInit(): void {
    this.sources.register(this);
  }

  async document(params: ExportParams): Promise<ExportDocument> {
    const sheets: Html[] = [];
    for (const id of sheetIds(params)) sheets.push(fileSheet(await this.prints.file(id)));
    return { html: sheetDocument({ title: this.name.zh, styles: fileSheetStyles, sheets }), sheets: sheets.length };
  }
}
