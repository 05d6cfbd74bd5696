export { CareModule } from './care.module.js';
