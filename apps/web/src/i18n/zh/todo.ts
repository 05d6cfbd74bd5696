export const todo = {
  title: '我的待办',
  box: { todo: '待办', mine: '我发起', done: '已办', copied: '抄送' },
  group: { overdue: '今日到期与逾期（{{count}}）', soon: '3 天内到期（{{count}}）', contested: '公示有异议（{{count}}）', other: '其他（{{count}}）' },
  empty: { todo: '今天没有必须办的事', mine: '您还没有发起事项', done: '您还没有办理过事项', copied: '没有抄送给您的事项', passed: '没有自动核验全部通过的待办' },
  passedOnly: '自动核验全部通过',
  backlog: '待办超过 {{count}} 件，先到的排在前面。可勾选“自动核验全部通过”批量办理',
  batch: {
    choose: '选择{{name}}', chosen: '已选择 {{count}} 项', agree: '批量同意', title: '同意 {{count}} 户的事项？', rule: '将同意 {{count}} 户。其中 {{sampled}} 户需先打开查看（抽查 10%）。',
    progress: '办理进度', open: '查看{{name}}（{{place}}）', opened: '已查看', toOpen: '待查看', confirm: '同意', close: '关闭', outcome: '办理结果', refused: '未办理',
    result: { agree: '已同意 {{applied}} 户，未办理 {{refused}} 户', publish_notice: '已张贴 {{applied}} 户，未办理 {{refused}} 户', close_notice: '已结束 {{applied}} 户的公示，未办理 {{refused}} 户' },
    applied: { agree: '已同意', publish_notice: '已张贴', close_notice: '已结束' },
  },
} as const;
