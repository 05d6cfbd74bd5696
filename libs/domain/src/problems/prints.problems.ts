import { defineProblems } from './define-problems.js';

export const printsProblems = defineProblems({
  'print.not-installed': { status: 503, zh: '此服务器没有安装打印组件，不能生成PDF。请打开版面，用浏览器的“打印”打印或另存为PDF', en: 'This server has no print component, so it cannot make PDF files. Open the sheet and print it from the browser' },
  'print.timeout': { status: 503, zh: '生成PDF用时过长，已停止。请减少数量或分批打印', en: 'The PDF took too long and was given up; print fewer at once' },
  'print.busy': { status: 503, zh: '打印任务较多，请稍后再试', en: 'Too much is being printed now; try again in a moment' },
  'print.private': { status: 422, zh: '版面中有{count}处疑似个人信息，不能公示', en: 'There are {count} places that look like personal data; this cannot be posted' },
  'print.nothing': { status: 422, zh: '没有可打印的内容', en: 'There is nothing to print' },
});
