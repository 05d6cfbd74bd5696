import { poorStatuses, type HouseholdStatus } from '../codes/household-status.js';

/**
 * Households that measures for registered poor households are for: those that are poor, and those that exited and keep their
 * policies (意见第五条: 对已经脱贫的农牧户，在一定时期内让其继续享受扶贫相关政策).
 */
export const entitledStatuses: readonly HouseholdStatus[] = [...poorStatuses, 'EXITED_ENTITLED'];
