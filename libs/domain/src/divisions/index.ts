export * from './division-code.js';
