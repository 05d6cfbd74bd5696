export { CareModule } from './care.module.js';
export { CareDerivation } from './derive/derivation.service.js';
export { CareEntries, type ShownEntry } from './entries/entries.service.js';
export { CareRegisterReader, type CareDuty } from './registers/register-reader.js';
export type { FileDocument, FileSection } from './file/file-document.js';
export { filePage } from './file/file-page.js';
export { HouseholdFile } from './file/household-file.js';
export { VillageFile } from './file/village-file.js';
