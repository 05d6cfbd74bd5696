export { TeamsModule } from './teams.module.js';
export { contentHash, isRepetition } from './content-hash.js';
export { ClueRequest } from './clue/clue.dto.js';
export { ClueReader, type ListedClue } from './clue/clue-reader.js';
export { ClueService, type ClueInput, type ClueSettlement } from './clue/clue.service.js';
export { TaskAssignRequest, TaskReopenRequest, TaskRequest, TaskStepRequest } from './task/task.dto.js';
export { TaskReader, type ListedTask, type TaskDetail } from './task/task-reader.js';
export { TaskService, type TaskActInput, type TaskInput } from './task/task.service.js';
export { VisitCorrectionRequest, VisitRequest } from './visit/visit.dto.js';
export { VisitReader, type ListedVisit, type VisitDetail } from './visit/visit-reader.js';
export { VisitService, type RecordedVisit, type VisitInput } from './visit/visit.service.js';
/** The bare insert of one visit, $1 row as JSON: the floor that the cost of a synced visit is held against. */
export { insertVisit as bareVisitInsert } from './visit/visit.queries.js';
export * from './attachments/index.js';
