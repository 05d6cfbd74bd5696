export type { AnswerColumn, AnswerGroup, AnswerRow, QuestionAnswer } from './answer.js';
export { QuestionResolver } from './question-resolver.js';
export { QuestionRows, type QuestionKey } from './question-rows.js';
export { QuestionService, keyOf } from './question.service.js';
export { QuestionsModule } from './questions.module.js';
export { QuestionFreezes } from './freezes/freezes.service.js';
export { QuestionGuard } from './question-guard.js';
