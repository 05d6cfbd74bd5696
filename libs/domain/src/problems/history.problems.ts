import { defineProblems } from './define-problems.js';

export const historyProblems = defineProblems({
  'history.division-outside': { status: 422, zh: '复核范围须在您的辖区内', en: 'The division must lie in your territory' },
});
