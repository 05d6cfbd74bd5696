export * from './division-kind.js';
export * from './initials.js';
export * from './parse-reference.js';
export * from './reference-data.js';
export * from './seed-reference.js';
