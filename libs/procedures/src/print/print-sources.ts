import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Permission } from '#domain';
import { ExportSources, sheetIds, SheetSource, type ExportDocument, type ExportParams } from '#households';
import { sheetDocument, type Html } from '#platform';
import { CaseForms } from './case-forms.js';
import { caseFormStyles } from './case-form.js';
import { NoticePrints } from './notice-prints.js';
import { announcementStyles, posterStyles } from './notice-style.js';

@Injectable()
export class PosterSource extends SheetSource implements OnModuleInit {
  readonly kind = 'print_posters';
  readonly name = { zh: '公示榜', en: 'Posters of notices' };
  readonly permission = Permission.CaseRead;

  constructor(private readonly prints: NoticePrints, private readonly sources: ExportSources) {
    super();
  }

  onModuleInit(): void {
    this.sources.register(this);
  }

  /** Notices that hang on the same sheet are printed once. */
  async document(params: ExportParams): Promise<ExportDocument> {
    const seen = new Set<string>();
    const sheets: Html[] = [];
    for (const id of sheetIds(params)) {
      if (seen.has(id.id)) continue;
      (await this.prints.batch(id)).notices.forEach((notice) => seen.add(notice));
      sheets.push((await this.prints.poster(id)).sheet);
    }
    return { html: sheetDocument({ title: this.name.zh, styles: posterStyles, sheets }), sheets: sheets.length };
  }
}

@Injectable()
export class AnnouncementSource extends SheetSource implements OnModuleInit {
  readonly kind = 'print_announcements';
  readonly name = { zh: '公告', en: 'Announcements' };
  readonly permission = Permission.CaseRead;

  constructor(private readonly prints: NoticePrints, private readonly sources: ExportSources) {
    super();
  }

  onModuleInit(): void {
    this.sources.register(this);
  }

  async document(params: ExportParams): Promise<ExportDocument> {
    const sheets: Html[] = [];
    for (const id of sheetIds(params)) sheets.push((await this.prints.announcement(id)).sheet);
    return { html: sheetDocument({ title: this.name.zh, styles: announcementStyles, sheets }), sheets: sheets.length };
  }
}

@Injectable()
export class CaseFormSource extends SheetSource implements OnModuleInit {
  readonly kind = 'print_case_forms';
  readonly name = { zh: '审批表', en: 'Approval forms' };
  readonly permission = Permission.CaseRead;

  constructor(private readonly forms: CaseForms, private readonly sources: ExportSources) {
    super();
  }

  onModuleInit(): void {
    this.sources.register(this);
  }

  async document(params: ExportParams): Promise<ExportDocument> {
    const sheets: Html[] = [];
    for (const id of sheetIds(params)) sheets.push((await this.forms.form(id)).sheet);
    return { html: sheetDocument({ title: this.name.zh, styles: caseFormStyles, sheets }), sheets: sheets.length };
  }
}
