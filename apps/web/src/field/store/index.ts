/** What screens of the field desk call. Everything reads the phone; nothing here waits for the network. */
export { useDraft, useDraftKeys, discardDraft, draftKeys } from './drafts.js';
export { useHousehold, useHouseholdIndex, useMe, useOutbox, usePack, usePhotos, useReference, useSyncState, useVillageRows, useVillages } from './hooks.js';
export { useHouseholds } from './households.js';
export { caseIdOf, newCaseId } from './ids.js';
export { save } from './outbox.js';
export { markRedone, settleReturned } from './returned.js';
export { addPhoto, photoBlob, removePhoto, StorageLowError, takePhotosAgain, type NewPhoto } from './photos.js';
export type { VillageRows } from './packs.js';
export type * from './types.js';
