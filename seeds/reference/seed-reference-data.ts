import type { ClientBase } from 'pg';

/** Seeds of the slices in their order. Each is an idempotent set-based upsert that reads its files below `seeds/reference`. */
export async function seedReferenceData(_client: ClientBase): Promise<Record<string, number>> {
  return {};
}
