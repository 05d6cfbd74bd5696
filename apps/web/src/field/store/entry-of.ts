import { isPoor, readHousePosition, type HouseholdStatus, type PackRow, type Place } from '#domain';
import type { HouseholdEntry, HouseholdRows, RowKind } from './types.js';

const text = (row: PackRow | undefined, key: string): string => {
  const value = row?.[key];
  return typeof value === 'string' ? value : '';
};
const earliest = (days: readonly string[]): string | null => days.filter((day) => day !== '').sort()[0] ?? null;
const latest = (days: readonly string[]): string | null => days.filter((day) => day !== '').sort().at(-1) ?? null;

export const noRows = (): Record<RowKind, PackRow[]> => ({
  households: [], episodes: [], members: [], years: [], memberYears: [], comparisons: [], cases: [], notices: [], tasks: [], clues: [], visits: [], assignments: [], payments: [], contested: [], verdicts: [], entitlements: [],
});

/** Whether a case was sent back and nobody has done its step since. Handing over and objections do not count. */
export function cameBack(row: PackRow): boolean {
  const events = Array.isArray(row['events']) ? (row['events'] as { action: string; toStep?: string }[]) : [];
  const last = events.filter(({ action }) => action !== 'transfer' && action !== 'object').at(-1);
  return row['status'] === 'OPEN' && last?.action === 'return' && last.toStep === row['step'];
}

/** What a recorded position of a house adds to the line of the list. */
export function houseOf(housePosition: unknown): { house?: Place } {
  const position = readHousePosition(housePosition);
  return position ? { house: { latitudeE6: position.latitudeE6, longitudeE6: position.longitudeE6 } } : {};
}

const pauseStart = ({ pause }: PackRow): string => (typeof pause === 'object' && pause !== null ? text(pause as PackRow, 'from') : '');

/** The line of the list that a household's rows make; what was done on the phone since is added later. */
export function entryOf(rows: HouseholdRows, village: string): HouseholdEntry | null {
  const household = rows.households[0];
  if (!household || household['endedOn'] !== undefined) return null;
  const head = rows.members.find((row) => row['relationToHead'] === '01' && row['leftOn'] === undefined);
  const tasks = rows.tasks.filter((row) => row['status'] !== 'VERIFIED');
  const cases = rows.cases.filter((row) => row['status'] === 'OPEN');
  const status = text(household, 'status');
  const pausedFrom = earliest(rows.clues.map(pauseStart));
  return {
    id: text(household, 'id'), village, code: text(household, 'householdCode'), headName: text(household, 'headName'), py: text(head, 'py'),
    phoneLast4: (text(household, 'phone') || text(head, 'phone')).slice(-4), memberCount: Number(household['memberCount'] ?? 0), status, type: text(household, 'poorHouseholdType'),
    ...(text(household, 'naturalVillage') ? { group: text(household, 'naturalVillage') } : {}),
    ...(pausedFrom ? { pausedFrom } : {}), ...houseOf(household['housePosition']),
    lastVisitOn: latest(rows.visits.map((row) => text(row, 'visitedOn'))), openTasks: tasks.length, openClues: rows.clues.length, contested: rows.contested.length, returned: cases.filter(cameBack).length, cases: rows.cases.filter((row) => row['status'] === 'OPEN' || row['status'] === 'DECIDED').length,
    dueOn: earliest([...tasks, ...cases].map((row) => text(row, 'dueOn'))),
    risk: rows.clues.length > 0 || text(household, 'monitoringCategory') !== '' || (isPoor(status as HouseholdStatus) && status === 'RETURNED'),
    lacking: rows.entitlements.reduce((sum, row) => sum + (Array.isArray(row['lacking']) ? row['lacking'].length : 0), 0), unsent: 0, isPractice: household['isPractice'] === true,
  };
}
