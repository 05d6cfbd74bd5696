export * from './care-catalogue.js';
export * from './care-codes.js';
export * from './care-facts-of.js';
export * from './care-terms.js';
export * from './duty.js';
export * from './relatives.js';
