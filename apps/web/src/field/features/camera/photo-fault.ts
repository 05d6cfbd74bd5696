import type { TFunction } from 'i18next';
import { StorageLowError } from '../../store/index.js';

/** Why a photo was not kept on the phone, and what to do. */
export const photoFault = (t: TFunction, error: unknown): string =>
  error instanceof StorageLowError ? t('field.camera.storageLow', { free: Math.floor(error.freeBytes / 1_048_576) }) : t('field.camera.failed');
