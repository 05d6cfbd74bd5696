export * from './masking.js';
export * from './resident-id.js';
