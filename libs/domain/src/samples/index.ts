export * from './plan.js';
export * from './allocate.js';
export * from './draw.js';
export * from './draw-order.js';
export * from './frame.js';
export * from './pps.js';
export * from './size.js';
