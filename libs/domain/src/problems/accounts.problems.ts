import { defineProblems } from './define-problems.js';

export const accountsProblems = defineProblems({
  'account.username-taken': { status: 409, zh: '用户名已被使用', en: 'The user name is taken' },
  'account.weak-password': { status: 422, zh: '密码至少12位，须含大写、小写、数字、符号中的三类，且不得含常见词或用户名', en: 'At least 12 characters of three classes, no common word, not the user name' },
  'account.wrong-level': { status: 422, zh: '该角色不能授予这一级行政区划', en: 'This role is not granted at that level of division' },
  'account.grant-exists': { status: 409, zh: '该用户已有此项授权', en: 'The user already holds this grant' },
  'account.separated-roles': { status: 409, zh: '三类管理员岗位不得由同一人兼任，也不得兼办业务', en: 'The three administrators are separate persons and handle no cases' },
});
