import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { QuestionGuard } from './question-guard.js';
import { QuestionResolver } from './question-resolver.js';
import { QuestionRows } from './question-rows.js';
import { QuestionService } from './question.service.js';

/** The inspectors' questions: asked, linked, saved and frozen. */
@Module({
  imports: [DivisionsModule],
  controllers: [],
  providers: [QuestionGuard, QuestionResolver, QuestionRows, QuestionService],
  exports: [QuestionResolver, QuestionRows, QuestionService],
})
export class QuestionsModule {}
