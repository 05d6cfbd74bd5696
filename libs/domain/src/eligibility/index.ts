export * as factTerms from './fact-terms.js';
export * from './area-facts-of.js';
export * from './current-year.js';
export * from './household-facts-of.js';
export * from './member-facts-of.js';
export * from './rule-subjects.js';
export * from './standing-of.js';
export * from './written-rows.js';
export * from './village-checklist.js';
