export { SampleDrawing, type DrawnList, type SampleInput } from './sample-draw.service.js';
export { SamplesModule } from './samples.module.js';
export { sampleInput, SampleRequest, SampleVerifyRequest } from './samples.dto.js';
export { listed } from './samples.responses.js';
export { SampleIssue } from './sample-issue.service.js';
export { SampleTasks } from './sample-tasks.service.js';
