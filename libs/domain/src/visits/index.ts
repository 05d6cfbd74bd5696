export * from './assurances.js';
export * from './tasks.js';
export * from './team-days.js';
export * from './validate-visit.js';
export * from './visit-day.js';
export * from './visit-draft.js';
