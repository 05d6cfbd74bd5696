export * from './define-problems.js';
export * from './problem.js';
