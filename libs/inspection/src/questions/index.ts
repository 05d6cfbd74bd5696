export type { AnswerColumn, AnswerGroup, AnswerRow, QuestionAnswer } from './answer.js';
export { QuestionResolver } from './question-resolver.js';
export { QuestionFrames, type FrameHousehold, type FrameVillage } from './question-frames.js';
export { QuestionRows } from './question-rows.js';
export { hideFigures, QuestionService, keyOf } from './question.service.js';
export { QuestionsModule } from './questions.module.js';
export type { FreezeRow } from './freezes/freeze.queries.js';
export { QuestionFreezes } from './freezes/freezes.service.js';
export { QuestionGuard } from './question-guard.js';
