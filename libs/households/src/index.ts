export { HouseholdsModule } from './households.module.js';
export { EpisodeService, type Decision, type EpisodeState } from './episode/episode.service.js';
export { HouseholdReader, type HouseholdCard } from './household/household-reader.js';
export { HouseholdService, type NewHousehold, type Standing } from './household/household.service.js';
export type { NewMember } from './member/member.service.js';
export { FieldWriter, mask } from './store/field-writer.js';
export { IdentityRegister, type IdentityClaim } from './store/identity-register.js';
export { nameInitials } from './store/name-initials.js';
export { shownColumn, tableOf, valuesOf } from './store/columns.js';
