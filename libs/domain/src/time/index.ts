export * from './business-days.js';
export * from './calendar-date.js';
export * from './counted-days.js';
export * from './notice-clock.js';
