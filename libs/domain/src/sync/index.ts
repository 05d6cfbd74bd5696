export * from './content.js';
export * from './cursor.js';
export * from './envelope.js';
export * from './merge.js';
export * from './operation.js';
export * from './outbox.js';
export * from './versions.js';
export * from './village-pack.js';
