export const todo = {
  title: '我的待办',
  box: { todo: '待办', mine: '我发起', done: '已办' },
  group: { overdue: '今日到期与逾期（{{count}}）', soon: '3 天内到期（{{count}}）', contested: '公示有异议（{{count}}）', other: '其他（{{count}}）' },
  empty: { todo: '今天没有必须办的事', mine: '您还没有发起事项', done: '您还没有办理过事项' },
} as const;
