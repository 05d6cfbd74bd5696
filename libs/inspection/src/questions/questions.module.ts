import { Module } from '@nestjs/common';
import { DivisionsModule } from '#divisions';
import { ForegroundQuestions } from './asking/foreground-questions.js';
import { QuestionLinks } from './asking/question-links.js';
import { QuestionsController } from './asking/questions.controller.js';
import { FreezesController } from './freezes/freezes.controller.js';
import { QuestionFreezes } from './freezes/freezes.service.js';
import { QuestionFrames } from './question-frames.js';
import { QuestionGuard } from './question-guard.js';
import { QuestionResolver } from './question-resolver.js';
import { QuestionRows } from './question-rows.js';
import { QuestionService } from './question.service.js';
import { SavedQuestions } from './saved/saved-questions.js';
import { SavedQuestionsController } from './saved/saved.controller.js';

/** The inspectors' questions: asked, linked, saved and frozen. */
@Module({
  imports: [DivisionsModule],
  // Saved questions last: their `:id` would take the fixed paths of the others.
  controllers: [QuestionsController, FreezesController, SavedQuestionsController],
  providers: [QuestionGuard, QuestionResolver, QuestionRows, QuestionFrames, QuestionService, ForegroundQuestions, QuestionLinks, SavedQuestions, QuestionFreezes],
  exports: [QuestionGuard, QuestionResolver, QuestionRows, QuestionFrames, QuestionService, QuestionFreezes],
})
export class QuestionsModule {}
