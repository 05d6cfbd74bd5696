export { CareModule } from './care.module.js';
export { CareDerivation } from './derive/derivation.service.js';
export { CareEntries, type ShownEntry } from './entries/entries.service.js';
export { CareRegisterReader, type CareDuty } from './registers/register-reader.js';
