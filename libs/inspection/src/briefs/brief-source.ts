import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isCalendarDate, MOST_BRIEF_ANSWERS, parseCaseId, Permission, problem } from '#domain';
import { ExportSources, type ExportParams, type ExportSource, type ExportTable, type PreparedExport, type WordDocument } from '#households';
import { QuestionFreezes, type FreezeRow } from '../questions/index.js';
import { briefOf } from './brief-document.js';

export const BRIEF = 'question_brief';

interface Params {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly answers: readonly FreezeRow[];
}

/** A brief from answers that were kept, in the order that was asked for. The kept figures stand in it, not those of today. */
@Injectable()
export class BriefSource implements ExportSource, OnModuleInit {
  readonly kind = BRIEF;
  readonly name = { zh: '督查简报', en: 'Brief from kept answers' };
  readonly permission = Permission.QuestionAsk;

  constructor(
    private readonly freezes: QuestionFreezes,
    private readonly sources: ExportSources,
  ) {}

  onModuleInit(): void {
    this.sources.register(this);
  }

  /** @throws `not-found` for an answer outside the territory, `question.brief-period`, `export.params` */
  async prepare(params: ExportParams): Promise<PreparedExport> {
    return { params, rows: (await this.read(params)).answers.length };
  }

  async words(params: ExportParams): Promise<WordDocument> {
    return briefOf(await this.read(params));
  }

  open(): Promise<ExportTable> {
    return Promise.reject(problem('export.source-unknown', { source: this.kind }));
  }

  private async read({ title, from, to, answers }: ExportParams): Promise<Params> {
    if (typeof title !== 'string' || !Array.isArray(answers) || answers.length === 0 || answers.length > MOST_BRIEF_ANSWERS) throw problem('export.params', { field: 'answers' });
    if (typeof from !== 'string' || typeof to !== 'string' || !isCalendarDate(from) || !isCalendarDate(to)) throw problem('export.params', { field: 'from' });
    if (from > to) throw problem('question.brief-period');
    const rows: FreezeRow[] = [];
    for (const answer of answers as readonly unknown[]) {
      const id = typeof answer === 'string' ? parseCaseId(answer) : undefined;
      if (!id) throw problem('not-found');
      rows.push(await this.freezes.read(id));
    }
    return { title: title.trim(), from, to, answers: rows };
  }
}
