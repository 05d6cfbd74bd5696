export * from './life-events.js';
