import { Permission } from '#domain';
import { api, call } from '../../api/client.js';
import { openStore } from '../store/session.js';
import { keepSettlements } from '../store/settlements.js';
import { keepSpotTasks, markSpotWorkMerged } from '../store/spot-checks.js';
import { heardTime, stopFor } from './stop.js';
import { APP_VERSION } from './version.js';

/** Fetches the drawn households that the person is sent to, where the role is sent to any. @throws Stopped, ApiProblem */
export async function fetchSpotChecks(device: string): Promise<void> {
  if (!openStore().me.permissions.includes(Permission.SampleVisit)) return;
  const began = Date.now();
  const { items, settled, serverTime } = await call(api.GET('/api/v1/sync/spot-checks', { params: { query: { device, appVersion: APP_VERSION } } })).catch((error: unknown) => {
    throw stopFor(error);
  });
  heardTime(serverTime, began);
  await keepSpotTasks(items);
  await keepSettlements(settled);
  await markSpotWorkMerged(began);
}
