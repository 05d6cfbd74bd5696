export { SyncModule } from './sync.module.js';
export { SealedWorkRequest } from './sealed/sealed.dto.js';
export { SealedService } from './sealed/sealed.service.js';
