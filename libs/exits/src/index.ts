export { ExitsModule } from './exits.module.js';
