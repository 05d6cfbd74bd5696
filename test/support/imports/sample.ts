export * from '../../../libs/households/src/import/bench/sample-rows.js';
