export * from './notice-layout.js';
export * from './privacy.js';
export * from './qr-code.js';
export * from './qr-reader.js';
