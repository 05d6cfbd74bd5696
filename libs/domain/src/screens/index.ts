export * from './adjust.js';
export * from './approver-screen.js';
export * from './exact-tests.js';
export * from './income-screens.js';
export * from './screen-catalogue.js';
export * from './screen-group.js';
export * from './text-copies.js';
export * from './travel.js';
