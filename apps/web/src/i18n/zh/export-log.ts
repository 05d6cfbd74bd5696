export const exportLog = {
  title: '导出留痕',
  none: '还没有导出记录',
  allFields: '全部列',
  fields: '{{count}} 列：{{names}}',
  second: '批准人 {{who}}：{{note}}',
  column: { who: '导出人', what: '内容', query: '条件与列', rows: '行数', purpose: '用途', downloads: '下载次数', state: '状态' },
} as const;
